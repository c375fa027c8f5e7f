import type { Actor, ConfirmedBooking } from "./booking.js";
import type { DecideContext } from "./decide-context.js";
import type { MoveRefusal } from "./outcomes.js";
import { refuseLate } from "./refuse-late.js";

/** Whether people may move a visit themselves, by the rules of its office; staff may, as long as it is not over. */
export function refuseMove(
  booking: ConfirmedBooking,
  { calendars }: Pick<DecideContext, "calendars">,
  by: Actor,
  now: number,
): MoveRefusal | undefined {
  const rules = calendars.get(booking.officeId)?.office.rules;
  if (rules === undefined) return undefined; // an office of other desks
  const late = refuseLate(booking, rules.rescheduleNoticeMinutes, by, now);
  if (late !== undefined) return late;
  const { reschedules: limit } = rules;
  return by === "applicant" && (booking.reschedules ?? 0) >= limit
    ? { kind: "reschedule-limit", booking, limit }
    : undefined;
}
