import type { Batch } from "./batch.js";
import { type Booking, changed } from "./booking.js";
import type { DecideContext } from "./decide-context.js";
import { cool, lapseBooking } from "./end.js";
import type { DayKey } from "./records.js";
import { lookAgainAt } from "./serve-waiters.js";

/**
 * Whatever is due that the batch meets, wherever it lies, is settled by a write before anything is decided: holds
 * and waiting that are overdue lapse (C3), places that have cooled come back (F4). Gives the days on which a pool has
 * opened to who waits.
 */
export function settleDue(batch: Batch, context: Pick<DecideContext, "calendars">): readonly DayKey[] {
  const opened: DayKey[] = [];
  for (const booking of batch.due())
    switch (booking.state) {
      case "held":
        lapseBooking(batch, context, booking);
        break;
      case "waiting":
        if (booking.expiresAt <= batch.now) lapseBooking(batch, context, booking);
        else {
          batch.put(lookAgainAt(booking, context, batch.now));
          opened.push({ officeId: booking.officeId, date: booking.date });
        }
        break;
      case "cancelled":
      case "lapsed":
        cool(batch, booking);
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
