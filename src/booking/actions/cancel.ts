import type { Action } from "../action.js";
import type { CancelledBooking, ConfirmedBooking, LapsedBooking, LiveBooking } from "../booking.js";
import type { Grounds } from "../grounds.js";
import type { Busy, CodeRefusal, Malformed, RequestIdConflict, TooLate } from "../outcomes.js";
import { type CodeRequest, needsOfCode } from "../requests.js";
import { noteChange } from "../rules/bounds-of-senders.js";
import { cancelBooking, owe } from "../rules/endings.js";
import { refuseLate } from "../rules/late-refusals.js";
import { findOwn } from "../rules/own-booking.js";

/** How `cancel` ends; who waits leaves the waiting list by it. */
export type CancelOutcome =
  | { readonly kind: "cancelled"; readonly booking: CancelledBooking }
  | { readonly kind: "already-cancelled"; readonly booking: CancelledBooking }
  | Busy
  | RequestIdConflict
  | Malformed
  | CodeRefusal
  | { readonly kind: "hold-lapsed"; readonly booking: LapsedBooking }
  /** The window has ended; what is past can't be given back. */
  | { readonly kind: "visit-over"; readonly booking: ConfirmedBooking }
  | TooLate;

/** Gives the places of a booking back, or a turn on the waiting list; a queue number is never given again. */
export const cancel: Action<CodeRequest, CancelOutcome> = {
  name: "cancel",
  effect: "cancelled",
  needs: needsOfCode,
  decide(request, on) {
    const found = findOwn(on, request);
    if (found.kind !== "found") return found;
    const { booking, office } = found;
    switch (booking.state) {
      case "held":
      case "waiting":
        return { kind: "cancelled", booking: end(on, booking, request) };
      case "confirmed":
        return (
          refuseLate(booking, office.rules.cancelNoticeMinutes, request.by, on.now) ?? {
            kind: "cancelled",
            booking: end(on, booking, request),
          }
        );
      case "cancelled":
        return { kind: "already-cancelled", booking };
      case "lapsed":
        return { kind: "hold-lapsed", booking };
      default:
        return booking satisfies never;
    }
  },
};

/** Who cancels it themselves knows of it, whom the office cancels is told. */
function end(on: Grounds, booking: LiveBooking, request: CodeRequest): CancelledBooking {
  const { by } = request;
  const cancelled = cancelBooking(on, booking, { by });
  noteChange(on, request);
  return by === "applicant" ? cancelled : owe(on, cancelled, { kind: "office-cancelled", at: on.now });
}
