import { createTicket } from "../ticket/ticket.js";
import type { Batch } from "./batch.js";
import { changed, type HeldBooking } from "./booking.js";
import { extendedEnd } from "./continue-hold.js";
import type { DecideContext } from "./decide-context.js";
import { findOwn } from "./find-own.js";
import { notStanding } from "./not-standing.js";
import { noticesOfHold, toTell } from "./notice.js";
import type { ExtendOutcome } from "./outcomes.js";
import type { CodeRequest } from "./requests.js";

/** Keeps a hold for as long again, but never longer in all than the office allows. */
export function extend(batch: Batch, request: CodeRequest, context: DecideContext): ExtendOutcome {
  const found = findOwn(batch, request, context);
  if (found.kind !== "found") return found;
  const { booking, office } = found;
  switch (booking.state) {
    case "held": {
      const { holdReminderMinutes } = office.rules;
      const expiresAt = extendedEnd(booking, office, batch.now);
      if (expiresAt <= booking.expiresAt) return { kind: "longest-hold", booking };
      const { turn, heldSince: since } = booking;
      const extended: HeldBooking = {
        state: "held",
        expiresAt,
        ...(turn !== undefined && { turn }),
        ...(since !== undefined && { heldSince: since }),
        // An offer or a move that nobody was told of yet is still to be told.
        ...toTell([
          ...(booking.notices ?? []).filter(({ kind }) => kind !== "hold-lapsing"),
          ...noticesOfHold(expiresAt, holdReminderMinutes, batch.now),
        ]),
        ...changed(booking, "extended", batch.now, request.by),
      };
      batch.put(extended);
      return { kind: "extended", booking: extended };
    }
    case "confirmed":
      return { kind: "already-confirmed", booking, ticket: createTicket({ office, booking }) };
    default:
      return notStanding(booking);
  }
}
