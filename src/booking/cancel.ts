import type { Batch } from "./batch.js";
import { type CancelledBooking, changed } from "./booking.js";
import { findOwn } from "./find-own.js";
import type { CancelOutcome } from "./outcomes.js";
import type { CodeRequest } from "./requests.js";

/** Gives the places of a held or confirmed booking back; its queue number is never given again. */
export function cancel(batch: Batch, request: CodeRequest): CancelOutcome {
  const found = findOwn(batch, request);
  if (found.kind !== "found") return found;
  const { booking } = found;
  switch (booking.state) {
    case "held":
    case "confirmed": {
      if (booking.state === "confirmed" && booking.end <= batch.now) return { kind: "visit-over", booking };
      const core = changed(booking, "cancelled", batch.now, request.by);
      const number = booking.state === "confirmed" ? { sequence: booking.sequence } : {};
      const cancelled: CancelledBooking = { ...core, state: "cancelled", ...number };
      batch.put(cancelled);
      return { kind: "cancelled", booking: cancelled };
    }
    case "cancelled":
      return { kind: "already-cancelled", booking };
    case "lapsed":
      return { kind: "hold-lapsed", booking };
    default:
      return booking satisfies never;
  }
}
