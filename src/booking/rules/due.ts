import { type Booking, changed } from "../booking.js";
import type { Grounds } from "../grounds.js";
import type { DayKey } from "../records.js";
import { cool, lapseBooking } from "./endings.js";
import { lookAgainAt } from "./waiting.js";

/**
 * Whatever is due that the decisions meet, wherever it lies, is settled by a write before anything is decided: holds
 * and waiting that are overdue lapse (C3), places that have cooled come back (F4). Gives the days on which a pool has
 * opened to who waits.
 */
export function settleDue(on: Pick<Grounds, "now" | "chance" | "bookings" | "calendars">): readonly DayKey[] {
  const opened: DayKey[] = [];
  for (const booking of on.bookings.due())
    switch (booking.state) {
      case "held":
        lapseBooking(on, booking);
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
        cool(on, booking);
        break;
      case "confirmed":
        break;
      default:
        booking satisfies never;
    }
  return opened;
}

/** The booking as it is now, for those who only look: what is overdue is shown lapsed before it is written so. */
export function asOf(booking: Booking, now: number): Booking {
  const isOverdue = (booking.state === "held" || booking.state === "waiting") && booking.expiresAt <= now;
  return isOverdue
    ? { state: "lapsed", ...changed(booking, "lapsed", booking.expiresAt, "system") }
    : booking;
}
