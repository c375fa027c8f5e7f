import { createTicket } from "../ticket/ticket.js";
import type { Batch } from "./batch.js";
import { type ConfirmedBooking, changed } from "./booking.js";
import { findOwn } from "./find-own.js";
import type { ConfirmOutcome } from "./outcomes.js";
import type { CodeRequest } from "./requests.js";

/** Makes a hold certain, once, and gives its queue number. */
export function confirm(batch: Batch, request: CodeRequest): ConfirmOutcome {
  const found = findOwn(batch, request);
  if (found.kind !== "found") return found;
  const { booking, office } = found;
  switch (booking.state) {
    case "held": {
      const core = changed(booking, "confirmed", batch.now, request.by);
      const sequence = batch.issueSequence(booking, booking.window);
      const { officeId, date, window } = booking;
      const queueNumber = request.queueNumber({ officeId, date, window, sequence });
      const confirmed: ConfirmedBooking = { ...core, state: "confirmed", sequence, queueNumber };
      batch.put(confirmed);
      return { kind: "confirmed", booking: confirmed, ticket: createTicket({ office, booking: confirmed }) };
    }
    case "confirmed":
      return { kind: "already-confirmed", booking, ticket: createTicket({ office, booking }) };
    case "cancelled":
      return { kind: "cancelled", booking };
    case "lapsed":
      return { kind: "hold-lapsed", booking };
    default:
      return booking satisfies never;
  }
}
