import type { Calendar, OfficeDay } from "../../office/calendar.js";
import { type Booking, isLive, type LiveBooking } from "../booking.js";

/** A booking that stands, though its office's present config has no place for it. */
export interface Conflict {
  readonly booking: LiveBooking;
  /**
   * `office-closed` concerns who waits too. `window-not-offered`: no window of the date has the booking's times.
   * `over-capacity`: the window has fewer places in the pool than are taken, and those who came before have them.
   */
  readonly reason: "office-closed" | "window-not-offered" | "pool-not-offered" | "over-capacity";
}

/** Of bookings of one day, those that no longer fit, in the order of their visits. */
export function listConflicts(calendar: Calendar, date: string, bookings: readonly Booking[]): Conflict[] {
  const day = calendar.day(date);
  const left = new Map<string, number>();
  return bookings
    .filter(isLive)
    .sort((a, b) => a.start - b.start || arrival(a) - arrival(b) || (a.code < b.code ? -1 : 1))
    .flatMap((booking) => {
      const reason = misfit(day, booking, left);
      return reason === undefined ? [] : [{ booking, reason }];
    });
}

/** `left` is what earlier arrivals have left of each window and pool. */
function misfit(
  day: OfficeDay,
  { state, window, start, end, pool, places }: LiveBooking,
  left: Map<string, number>,
): Conflict["reason"] | undefined {
  if (day.kind === "closed") return "office-closed";
  if (state === "waiting") return undefined;
  const slot = day.slots.find((one) => one.window === window && one.start === start && one.end === end);
  if (slot === undefined) return "window-not-offered";
  const bookable = slot.pools.get(pool)?.bookable;
  if (bookable === undefined) return "pool-not-offered";
  const name = `${window} ${pool}`;
  const room = (left.get(name) ?? bookable) - places;
  if (room < 0) return "over-capacity";
  left.set(name, room);
  return undefined;
}

function arrival({ history }: Booking): number {
  return history[0]?.at ?? 0;
}
