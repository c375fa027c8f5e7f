import type { Batch } from "./batch.js";
import { type Booking, changed, type HeldBooking, type LapsedBooking } from "./booking.js";

/** What a hold has become at its end. */
function lapsed(booking: HeldBooking, now: number): LapsedBooking {
  return { ...changed(booking, "lapsed", now, "system"), state: "lapsed" };
}

/** Every overdue hold that the batch meets, wherever it lies, is lapsed by a write before anything is decided (C3). */
export function lapseOverdue(batch: Batch): void {
  for (const booking of batch.due()) if (booking.state === "held") batch.put(lapsed(booking, batch.now));
}

/** The booking as it is now, for those who only look: an overdue hold is shown lapsed before it is written so. */
export function asOf(booking: Booking, now: number): Booking {
  return booking.state === "held" && booking.expiresAt <= now ? lapsed(booking, booking.expiresAt) : booking;
}
