import { largestParty } from "../../allocation/free-slots.js";
import type { Calendar, OfficeDay } from "../../office/calendar.js";
import { type Booking, inOrderMade, isLive, type LiveBooking, type WaitingBooking } from "../booking.js";

/** A booking that stands, though its office's present config has no place for it. */
export interface Conflict {
  readonly booking: LiveBooking;
  /**
   * `office-closed`: so is the date. `window-not-offered`: no window of the date has the booking's times, or is the one
   * that is waited for. `over-capacity`: the window has fewer places in the pool than are taken, and those who came
   * before have them. `party-too-large`: so many are never given places together, and they wait for some.
   */
  readonly reason:
    | "office-closed"
    | "window-not-offered"
    | "pool-not-offered"
    | "over-capacity"
    | "party-too-large";
}

/** Of the bookings of one day, those that no longer fit, in the order in which they were made. */
export function listConflicts(calendar: Calendar, date: string, bookings: readonly Booking[]): Conflict[] {
  const day = calendar.day(date);
  const left = new Map<string, number>();
  return bookings
    .filter(isLive)
    .sort((a, b) => inOrderMade(a, b) || (a.code < b.code ? -1 : 1))
    .flatMap((booking) => {
      const reason = misfit(calendar, day, booking, left);
      return reason === undefined ? [] : [{ booking, reason }];
    });
}

/** `left` is what earlier arrivals have left of each window and pool. */
function misfit(
  calendar: Calendar,
  day: OfficeDay,
  booking: LiveBooking,
  left: Map<string, number>,
): Conflict["reason"] | undefined {
  if (day.kind === "closed") return "office-closed";
  if (booking.state === "waiting") return vainWait(calendar, day, booking);
  const { window, start, end, pool, places } = booking;
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

/** Why who waits will never be given what they wait for. */
function vainWait(
  calendar: Calendar,
  { slots, largest }: Extract<OfficeDay, { readonly kind: "open" }>,
  { onlyWindow, pool, places }: WaitingBooking,
): Conflict["reason"] | undefined {
  if (onlyWindow !== undefined && !slots.some(({ window }) => window === onlyWindow))
    return "window-not-offered";
  const mostOfDay = largest.get(pool);
  const most = largestParty(calendar, pool);
  if (mostOfDay === undefined || most === undefined) return "pool-not-offered";
  return places > Math.min(mostOfDay, most) ? "party-too-large" : undefined;
}
