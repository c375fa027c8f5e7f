import { createTicket } from "../ticket/ticket.js";
import type { Batch } from "./batch.js";
import { changed, type HeldBooking } from "./booking.js";
import type { DecideContext } from "./decide-context.js";
import { findOwn } from "./find-own.js";
import { noticesOfHold } from "./new-hold.js";
import type { ExtendOutcome } from "./outcomes.js";
import type { CodeRequest } from "./requests.js";

const minute = 60_000;

/** Keeps a hold for as long again, but never longer in all than the office allows. */
export function extend(batch: Batch, request: CodeRequest, context: DecideContext): ExtendOutcome {
  const found = findOwn(batch, request, context);
  if (found.kind !== "found") return found;
  const { booking, office } = found;
  switch (booking.state) {
    case "held": {
      const { holdMinutes, longestHoldMinutes = holdMinutes, holdReminderMinutes } = office.rules;
      const latest = Math.min(heldSince(booking) + longestHoldMinutes * minute, booking.end);
      const expiresAt = Math.min(batch.now + holdMinutes * minute, latest);
      if (expiresAt <= booking.expiresAt) return { kind: "longest-hold", booking };
      const { turn } = booking;
      const extended: HeldBooking = {
        ...changed(booking, "extended", batch.now, request.by),
        state: "held",
        expiresAt,
        ...(turn !== undefined && { turn }),
        ...noticesOfHold(expiresAt, holdReminderMinutes, batch.now),
      };
      batch.put(extended);
      return { kind: "extended", booking: extended };
    }
    case "confirmed":
      return { kind: "already-confirmed", booking, ticket: createTicket({ office, booking }) };
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

/** An offer to who waits begins to be a hold when it is made. */
function heldSince({ history, expiresAt }: HeldBooking): number {
  return history.findLast(({ what }) => what === "held")?.at ?? expiresAt;
}
