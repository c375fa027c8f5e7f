import type { Batch } from "./batch.js";
import type { DecideContext } from "./decide-context.js";
import { cancelBooking } from "./end.js";
import { findOwn } from "./find-own.js";
import type { CancelOutcome } from "./outcomes.js";
import { refuseLate } from "./refuse-late.js";
import type { CodeRequest } from "./requests.js";

/** Gives the places of a booking back, or a turn on the waiting list; a queue number is never given again. */
export function cancel(batch: Batch, request: CodeRequest, context: DecideContext): CancelOutcome {
  const found = findOwn(batch, request, context);
  if (found.kind !== "found") return found;
  const { booking, office } = found;
  switch (booking.state) {
    case "held":
    case "waiting":
      return { kind: "cancelled", booking: cancelBooking(batch, context, booking, request) };
    case "confirmed":
      return (
        refuseLate(booking, office.rules.cancelNoticeMinutes, request.by, batch.now) ?? {
          kind: "cancelled",
          booking: cancelBooking(batch, context, booking, request),
        }
      );
    case "cancelled":
      return { kind: "already-cancelled", booking };
    case "lapsed":
      return { kind: "hold-lapsed", booking };
    default:
      return booking satisfies never;
  }
}
