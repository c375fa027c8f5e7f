import type { Office } from "../office/office.js";
import type { Actor, ConfirmedBooking } from "./booking.js";
import type { TooLate } from "./outcomes.js";
import { refuseLate } from "./refuse-late.js";

/** Whether people may move a visit themselves; staff may, as long as it is not over. */
export function refuseMove(
  booking: ConfirmedBooking,
  { rules }: Office,
  by: Actor,
  now: number,
):
  | TooLate
  | { readonly kind: "visit-over"; readonly booking: ConfirmedBooking }
  | { readonly kind: "reschedule-limit"; readonly booking: ConfirmedBooking; readonly limit: number }
  | undefined {
  const late = refuseLate(booking, rules.rescheduleNoticeMinutes, by, now);
  if (late !== undefined) return late;
  const { reschedules: limit } = rules;
  return by === "applicant" && (booking.reschedules ?? 0) >= limit
    ? { kind: "reschedule-limit", booking, limit }
    : undefined;
}
