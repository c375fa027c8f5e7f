import type { Day, DayKey, PlaceCount } from "./records.js";

/** A day's ledger while a batch decides on it. */
export interface OpenDay {
  readonly key: DayKey;
  /** By window and pool. */
  readonly counts: Map<string, Map<string, PlaceCount>>;
  readonly issued: Map<string, number>;
  joined: number;
  touched: boolean;
}

export function emptyDay({ officeId, date }: DayKey): OpenDay {
  return { key: { officeId, date }, counts: new Map(), issued: new Map(), joined: 0, touched: false };
}

export function openDay(day: Day): OpenDay {
  return {
    key: { officeId: day.officeId, date: day.date },
    counts: countsOf(day.counts),
    issued: new Map(Object.entries(day.issued)),
    joined: day.joined ?? 0,
    touched: false,
  };
}

function countsOf(counts: readonly PlaceCount[]): OpenDay["counts"] {
  const ofWindows: OpenDay["counts"] = new Map();
  for (const count of counts) poolsOf(ofWindows, count.window).set(count.pool, count);
  return ofWindows;
}

function poolsOf(counts: OpenDay["counts"], window: string): Map<string, PlaceCount> {
  const pools = counts.get(window) ?? new Map<string, PlaceCount>();
  counts.set(window, pools);
  return pools;
}

export function closeDay(day: OpenDay, decidedAt: number): Day {
  const { key, counts, issued, joined } = day;
  const all = [...counts.values()].flatMap((pools) => [...pools.values()]);
  return {
    officeId: key.officeId,
    date: key.date,
    decidedAt,
    counts: all,
    issued: Object.fromEntries(issued),
    ...(joined > 0 && { joined }),
  };
}

/** Counts places more or less; `capacity` raises the stored ceiling, and what is taken does. */
export function countPlaces(
  day: OpenDay,
  { window, pool }: { readonly window: string; readonly pool: string },
  places: number,
  capacity?: number,
): void {
  const pools = poolsOf(day.counts, window);
  const { taken: before, ceiling } = pools.get(pool) ?? { taken: 0, ceiling: 0 };
  const taken = before + places;
  pools.set(pool, { window, pool, taken, ceiling: Math.max(capacity ?? ceiling, taken) });
  day.touched = true;
}
