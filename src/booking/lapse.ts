import type { Batch } from "./batch.js";
import { changed, type HeldBooking, type LapsedBooking } from "./booking.js";

/** Ends a hold whose time has come; its places are free at once. */
export function lapse(batch: Batch, booking: HeldBooking): LapsedBooking {
  const lapsed: LapsedBooking = { ...changed(booking, "lapsed", batch.now, "system"), state: "lapsed" };
  batch.put(lapsed);
  return lapsed;
}

/** Every overdue hold that the batch meets, wherever it lies, is lapsed before anything is decided (C3). */
export function lapseOverdue(batch: Batch): void {
  for (const booking of batch.due()) if (booking.state === "held") lapse(batch, booking);
}
