import type { CancelledBooking, LapsedBooking, WaitingBooking } from "./booking.js";
import type { Ended, Waiting } from "./outcomes.js";

/** What is answered about a booking that has no place: not yet, or no longer. */
export function notStanding(booking: WaitingBooking | CancelledBooking | LapsedBooking): Waiting | Ended {
  switch (booking.state) {
    case "waiting":
      return { kind: "waiting", booking };
    case "cancelled":
      return { kind: "cancelled", booking };
    case "lapsed":
      return { kind: "hold-lapsed", booking };
    default:
      return booking satisfies never;
  }
}
