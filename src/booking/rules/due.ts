import { type Booking, changed, type HeldBooking, type WaitingBooking } from "../booking.js";
import type { Grounds } from "../grounds.js";
import type { DayKey } from "../records.js";
import { isOver } from "./ahead.js";
import { noteLapse } from "./bounds-of-senders.js";
import { cool, lapseBooking } from "./endings.js";
import { lookAgainAt } from "./waiting.js";

/** What ends bookings whose time is over. */
export type Settling = Pick<
  Grounds,
  "now" | "chance" | "bookings" | "calendars" | "clockToleranceMs" | "book" | "wanted" | "changesPerDay"
>;

/**
 * Whatever is due that the decisions meet, wherever it lies, is settled by a write before anything is decided: holds
 * and waiting that are overdue lapse (C3), places that have cooled come back (F4). Holds are kept for as long as another
 * desk's clock may still let them be confirmed. Gives the days on which a pool has opened to who waits.
 */
export function settleDue(on: Settling): readonly DayKey[] {
  const surely = { ...on, now: on.now - on.clockToleranceMs };
  const opened: DayKey[] = [];
  for (const booking of on.bookings.due())
    switch (booking.state) {
      case "held":
        if (isOver(booking, booking.expiresAt, surely)) lapseHold(on, booking);
        break;
      case "waiting":
        if (booking.expiresAt <= on.now) lapseBooking(on, booking);
        else {
          on.bookings.put(lookAgainAt(booking, on));
          opened.push({ officeId: booking.officeId, date: booking.date });
        }
        break;
      case "cancelled":
      case "lapsed":
        if (isOver(booking, booking.coolsUntil ?? 0, on)) cool(on, booking);
        break;
      case "confirmed":
        break;
      default:
        booking satisfies never;
    }
  return opened;
}

/** Holds of those who act themselves lapse at the very time that they were told. */
export function lapseOverdue(on: Settling, bookings: readonly Booking[]): void {
  for (const booking of bookings)
    if (booking.state === "held" && isOverdue(booking, on.now)) lapseHold(on, booking);
}

function lapseHold(on: Settling, booking: HeldBooking): void {
  lapseBooking(on, booking);
  noteLapse(on, booking);
}

/** The booking as it is now, for those who only look: what is overdue is shown lapsed before it is written so. */
export function asOf(booking: Booking, now: number): Booking {
  return (booking.state === "held" || booking.state === "waiting") && isOverdue(booking, now)
    ? { state: "lapsed", ...changed(booking, "lapsed", booking.expiresAt, "system") }
    : booking;
}

function isOverdue({ expiresAt }: HeldBooking | WaitingBooking, now: number): boolean {
  return expiresAt <= now;
}
