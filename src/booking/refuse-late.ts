import { type Actor, type ConfirmedBooking, isToCome } from "./booking.js";
import type { TooLate } from "./outcomes.js";

const minute = 60_000;

/** A visit that is over, or under way, is over for everybody; the office's notice binds the applicant alone. */
export function refuseLate(
  booking: ConfirmedBooking,
  noticeMinutes: number,
  by: Actor,
  now: number,
): TooLate | { readonly kind: "visit-over"; readonly booking: ConfirmedBooking } | undefined {
  if (!isToCome(booking, now)) return { kind: "visit-over", booking };
  const until = booking.start - noticeMinutes * minute;
  return noticeMinutes > 0 && by === "applicant" && until <= now
    ? { kind: "too-late", booking, until }
    : undefined;
}
