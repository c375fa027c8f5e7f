import { addDays } from "./local-date.js";
import type { Office } from "./office.js";
import { poolIn } from "./slot-pool.js";
import type { Slot } from "./windows.js";

/** A window of a date. */
export interface DatedSlot {
  readonly date: string;
  readonly slot: Slot;
}

/** By the start of a date's window, the windows of the dates around it at the same time. */
export function sharedTimes(
  date: string,
  slotsOn: (date: string) => readonly Slot[],
): ReadonlyMap<number, readonly DatedSlot[]> {
  const around = [addDays(date, -1), addDays(date, 1)].flatMap((other) =>
    slotsOn(other).map((slot) => ({ date: other, slot })),
  );
  return new Map(
    slotsOn(date).map((slot) => [
      slot.start,
      around.filter((other) => other.slot.start < slot.end && slot.start < other.slot.end),
    ]),
  );
}

interface NightCalendar {
  readonly office: Office;
  readonly alongside: (date: string, slot: Slot) => readonly DatedSlot[];
}

/** How many places of a slot are taken: what is full at the same time on the dates around it is as good as taken. */
export function takenWithAround(
  { office, alongside }: NightCalendar,
  date: string,
  { slot, pool }: { readonly slot: Slot; readonly pool: string },
  takenOf: (date: string, slot: Slot, pool: string) => number,
): number {
  const own = takenOf(date, slot, pool);
  const around = alongside(date, slot);
  if (around.length === 0) return own;
  const left = around.map((other) => {
    const there = poolIn(other.slot.pools, office, pool);
    return (other.slot.pools.get(there)?.bookable ?? 0) - takenOf(other.date, other.slot, there);
  });
  return Math.max(own, (slot.pools.get(pool)?.bookable ?? 0) - Math.min(...left));
}
