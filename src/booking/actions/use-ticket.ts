import type { UseClaim } from "../../ticket/signature/use-register.js";
import type { Task } from "../action.js";
import { needCodes } from "../needs.js";

/** A ticket is shown at a door. */
interface Use {
  readonly code: string;
  /** Of the window that the ticket is for, epoch milliseconds. */
  readonly start: number;
}

/** Notes the first use of a ticket with its booking. */
export const useTicket: Task<Use, UseClaim> = {
  name: "use",
  needs: ({ code }) => [needCodes([code])],
  decide({ code, start }, { now, bookings }) {
    const booking = bookings.find(code);
    if (booking?.state !== "confirmed" || booking.start !== start) {
      const at = booking?.history.findLast(({ what }) => what === "cancelled")?.at;
      return { kind: "void", ...(at !== undefined && { at }) };
    }
    if (booking.usedAt !== undefined) return { kind: "already-used", at: booking.usedAt };
    const { notices: _, ...rest } = booking;
    bookings.put({ usedAt: now, ...rest });
    return { kind: "first" };
  },
};
