import type { Office, PoolCapacities } from "./office.js";
import { bookablePlaces, type Overbooking } from "./overbooking.js";

/** The pool of an office that names none. */
export const generalPool = "general";

/** What a slot has of a pool. */
export interface SlotPool {
  /** How many places there are. */
  readonly capacity: number;
  /** How many may be booked: more than there are where the office overbooks. */
  readonly bookable: number;
  /** The pools that it may fall back on, in their order. */
  readonly fallbacks: readonly Fallback[];
}

export interface Fallback {
  readonly pool: string;
  /** How long before the window its places may be taken. */
  readonly minutesBefore: number;
}

export type SlotPools = ReadonlyMap<string, SlotPool>;

export function slotPools(capacities: PoolCapacities, overbooking: Overbooking | undefined): SlotPools {
  const all = Object.entries(capacities).map(([pool, given]) => ({
    pool,
    ...(typeof given === "number" ? { places: given, opensTo: undefined, minutesBefore: 0 } : given),
  }));
  return new Map(
    all.map(({ pool, places }) => [
      pool,
      {
        capacity: places,
        bookable: overbooking === undefined ? places : bookablePlaces(places, overbooking),
        fallbacks: all
          .filter(({ opensTo }) => opensTo === pool)
          .map(({ pool: opening, minutesBefore }) => ({ pool: opening, minutesBefore })),
      },
    ]),
  );
}

/**
 * The pool of a slot for which places of a pool count: the pool itself, where there is none of that name any more the one
 * that `formerPools` says, else the first.
 */
export function poolIn(pools: SlotPools, { formerPools }: Pick<Office, "formerPools">, pool: string): string {
  if (pools.has(pool)) return pool;
  const later = formerPools[pool];
  if (later !== undefined && pools.has(later)) return later;
  const [first = pool] = pools.keys();
  return first;
}

/** The largest party by pool that one of these slots takes when it is empty and its pools have opened. */
export function largestParties(slots: readonly SlotPools[]): ReadonlyMap<string, number> {
  const largest = new Map<string, number>();
  for (const pools of slots)
    for (const [name, { capacity, fallbacks }] of pools) {
      const opened = fallbacks.map(({ pool }) => pools.get(pool)?.capacity ?? 0);
      largest.set(name, Math.max(largest.get(name) ?? 0, capacity, ...opened));
    }
  return largest;
}
