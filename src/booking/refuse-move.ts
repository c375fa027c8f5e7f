import type { Office } from "../office/office.js";
import type { Actor, ConfirmedBooking } from "./booking.js";
import type { MoveRefusal } from "./outcomes.js";
import { refuseLate } from "./refuse-late.js";

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
