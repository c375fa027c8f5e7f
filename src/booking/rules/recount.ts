import { type Booking, occupies } from "../booking.js";
import type { Grounds } from "../grounds.js";
import { needWholeDay } from "../needs.js";
import type { Day, PlaceCount } from "../records.js";
import { isUntimed, reachesOver } from "../working-ledger.js";

/**
 * A day's ledger as its bookings alone say, and those of the night before (C9). Numbers that nobody has any more stay given
 * (C6).
 */
export function recompute(before: Day, bookings: readonly Booking[]): Day {
  const taken = new Map<string, PlaceCount>(
    before.counts.map((count) => [countName(count), { ...count, taken: 0 }]),
  );
  const issued: Record<string, number> = { ...before.issued };
  let joined = before.joined ?? 0;
  for (const booking of bookings) {
    const { window, pool, start, end, places } = booking;
    const own = { window, pool, start, end, ...(booking.date !== before.date && { of: booking.date }) };
    if (occupies(booking) && (own.of === undefined || reachesOver(booking))) {
      const count = taken.get(countName(own)) ?? { ...own, taken: 0, ceiling: 0 };
      const sum = count.taken + places;
      taken.set(countName(own), { ...count, taken: sum, ceiling: Math.max(count.ceiling, sum) });
    }
    if (own.of !== undefined) continue;
    if ("sequence" in booking) issued[window] = Math.max(issued[window] ?? 0, booking.sequence ?? 0);
    if ("turn" in booking) joined = Math.max(joined, booking.turn ?? 0);
  }
  return { ...before, counts: [...taken.values()], issued, ...(joined > 0 && { joined }) };
}

/** Which bookings are counted together. */
export function countName({
  window,
  pool,
  start,
  end,
  of = "",
}: Pick<PlaceCount, "window" | "pool" | "start" | "end" | "of">): string {
  return `${window} ${pool} ${start} ${end} ${of}`;
}

/** Ledgers of an older giliran, which knew no times, are made anew of their bookings before anything goes by them. */
export function retime(
  { bookings, ledgers, wanted }: Pick<Grounds, "bookings" | "ledgers" | "wanted">,
  days: readonly Day[],
): void {
  for (const day of days.filter(isUntimed)) {
    wanted.need(needWholeDay(day));
    ledgers.replace(recompute({ ...ledgers.of(day), counts: [] }, bookings.ofDay(day)));
  }
}
