import type { Booking } from "../booking/booking.js";
import { refuseLate, refuseMove } from "../booking/rules/late-refusals.js";
import { minute } from "../input/instant.js";
import type { Office } from "../office/office.js";

/** Until when people may still change a booking themselves: `open` as long as it stands, `closed` no longer or never. */
export type Deadline =
  | { readonly kind: "open" | "closed" }
  | { readonly kind: "until"; readonly instant: number };

export function cancelDeadline(booking: Booking, { rules }: Office, at: number): Deadline {
  if (booking.state !== "confirmed") return { kind: "open" };
  const { cancelNoticeMinutes } = rules;
  const isLate = refuseLate(booking, cancelNoticeMinutes, "applicant", at) !== undefined;
  return isLate ? { kind: "closed" } : before(booking.start, cancelNoticeMinutes);
}

export function moveDeadline(booking: Booking, office: Office, at: number): Deadline {
  if (booking.state === "held") return { kind: "open" };
  const mayNot = booking.state !== "confirmed" || refuseMove(booking, office, "applicant", at) !== undefined;
  return mayNot ? { kind: "closed" } : before(booking.start, office.rules.rescheduleNoticeMinutes);
}

function before(start: number, noticeMinutes: number): Deadline {
  return noticeMinutes === 0 ? { kind: "open" } : { kind: "until", instant: start - noticeMinutes * minute };
}
