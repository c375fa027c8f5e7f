import type { UseClaim } from "../ticket/signature/use-register.js";
import type { Batch } from "./batch.js";
import type { UseTask } from "./requests.js";

/** Notes the first use of a ticket with its booking. */
export function useTicket(batch: Batch, { code, start }: UseTask): UseClaim {
  const booking = batch.booking(code);
  if (booking?.state !== "confirmed" || booking.start !== start) {
    const at = booking?.history.findLast(({ what }) => what === "cancelled")?.at;
    return { kind: "void", ...(at !== undefined && { at }) };
  }
  if (booking.usedAt !== undefined) return { kind: "already-used", at: booking.usedAt };
  const { notices: _, ...rest } = booking;
  batch.put({ usedAt: batch.now, ...rest });
  return { kind: "first" };
}
