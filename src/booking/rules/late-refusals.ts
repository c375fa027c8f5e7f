import { minute } from "../../input/instant.js";
import type { Office } from "../../office/office.js";
import { type Actor, type ConfirmedBooking, isToCome } from "../booking.js";
import type { MoveRefusal, TooLate } from "../outcomes.js";

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

/** Whether people may move a visit themselves, by the rules of its office; staff may, as long as it is not over. */
export function refuseMove(
  booking: ConfirmedBooking,
  office: Office | undefined,
  by: Actor,
  now: number,
): MoveRefusal | undefined {
  if (office === undefined) return undefined; // one of other desks
  const { reschedules: limit, rescheduleNoticeMinutes } = office.rules;
  const late = refuseLate(booking, rescheduleNoticeMinutes, by, now);
  if (late !== undefined) return late;
  return by === "applicant" && (booking.reschedules ?? 0) >= limit
    ? { kind: "reschedule-limit", booking, limit }
    : undefined;
}
