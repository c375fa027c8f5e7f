import type { Task } from "../action.js";
import type { ConfirmedBooking } from "../booking.js";
import { needCodes } from "../needs.js";

/** What was noted of a visit that nobody came to. */
export type MarkedAbsent =
  | { readonly kind: "marked"; readonly booking: ConfirmedBooking }
  /** The window has not begun yet. */
  | { readonly kind: "too-soon" }
  /** The ticket was shown at a door. */
  | { readonly kind: "was-there" }
  /** No visit was certain under the code. */
  | { readonly kind: "no-visit" };

interface MarkAbsent {
  readonly code: string;
}

/** Notes that nobody came, once. */
export const markAbsent: Task<MarkAbsent, MarkedAbsent> = {
  name: "mark-absent",
  needs: ({ code }) => [needCodes([code])],
  decide({ code }, { now, bookings }) {
    const booking = bookings.find(code);
    if (booking?.state !== "confirmed") return { kind: "no-visit" };
    if (booking.usedAt !== undefined) return { kind: "was-there" };
    if (booking.absentAt !== undefined) return { kind: "marked", booking };
    if (booking.start > now) return { kind: "too-soon" };
    const history = [...booking.history, { what: "absent", at: now, by: "staff" }] as const;
    const marked: ConfirmedBooking = { absentAt: now, ...booking, history };
    bookings.put(marked);
    return { kind: "marked", booking: marked };
  },
};
