import type { Day, DayKey } from "./records.js";

/** A day's ledger while a batch decides on it. */
export interface OpenDay {
  readonly key: DayKey;
  readonly counts: Map<string, { window: string; pool: string; taken: number; ceiling: number }>;
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
    counts: new Map(day.counts.map((count) => [countName(count.window, count.pool), count])),
    issued: new Map(Object.entries(day.issued)),
    joined: day.joined ?? 0,
    touched: false,
  };
}

export function closeDay(day: OpenDay, decidedAt: number): Day {
  const { key, counts, issued, joined } = day;
  const ledger = { ...key, decidedAt, counts: [...counts.values()], issued: Object.fromEntries(issued) };
  return joined === 0 ? ledger : { ...ledger, joined };
}

/** Counts places more or less; `capacity` raises the stored ceiling, and what is taken does. */
export function countPlaces(
  day: OpenDay,
  { window, pool }: { readonly window: string; readonly pool: string },
  places: number,
  capacity?: number,
): void {
  const name = countName(window, pool);
  const before = day.counts.get(name) ?? { window, pool, taken: 0, ceiling: 0 };
  const taken = before.taken + places;
  day.counts.set(name, { ...before, taken, ceiling: Math.max(capacity ?? before.ceiling, taken) });
  day.touched = true;
}

export function countName(window: string, pool: string): string {
  return `${window} ${pool}`;
}
