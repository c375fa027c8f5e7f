import { minute } from "../../input/instant.js";
import type { Calendar } from "../../office/calendar.js";
import type { Booking, CancelledBooking, HeldBooking, LapsedBooking } from "../booking.js";
import type { Grounds } from "../grounds.js";
import { needWholeDay } from "../needs.js";
import { type Notice, noticeDueAt } from "../notice.js";
import type { DayKey } from "../records.js";
import { lookAgainAt } from "./waiting.js";

type Ending = HeldBooking | CancelledBooking | LapsedBooking;
type Times = Pick<Grounds, "now" | "calendars">;

/** A lease of a notice that lies further ahead is none. */
const longestLeaseMs = 60 * minute;

/**
 * What a clock that was ahead has written on these days blocks nothing for longer than its office would: a place that
 * comes back too late is given an end from now. The times that people were told stand beside it, as the clock that is
 * wrong may be this one.
 */
export function boundTimes(
  on: Times & Pick<Grounds, "bookings" | "ledgers" | "wanted">,
  days: readonly DayKey[],
): void {
  for (const day of days) {
    const calendar = on.calendars.get(day.officeId);
    if (calendar === undefined) continue;
    on.wanted.need(needWholeDay(day));
    for (const booking of on.bookings.ofDay(day)) {
      const bounded = boundNotices(boundEnd(booking, calendar, on), on.now);
      if (bounded !== booking) on.bookings.put(bounded);
    }
    on.ledgers.touch(day);
  }
}

/** Whether a place that ends at a time has ended by now, as far as this clock and the one that wrote it can be right. */
export function isOver(
  booking: Ending,
  at: number,
  { now, calendars, clockToleranceMs }: Times & Pick<Grounds, "clockToleranceMs">,
): boolean {
  if (at <= now) return true;
  const calendar = calendars.get(booking.officeId);
  const { dueBy = Infinity } = booking;
  return (
    dueBy <= now && calendar !== undefined && at > now + longestMs(booking, calendar, now) + clockToleranceMs
  );
}

function boundEnd(booking: Booking, calendar: Calendar, on: Times): Booking {
  if (booking.state === "confirmed") return booking;
  if (booking.state === "waiting") {
    const again = lookAgainAt(booking, on);
    return again.looksAt === booking.looksAt ? booking : again;
  }
  const at = booking.state === "held" ? booking.expiresAt : booking.coolsUntil;
  const longest = longestMs(booking, calendar, on.now);
  const dueBy = on.now + longest;
  // People were told when a hold ends: one that is minutes too long is left to them.
  const latest = booking.state === "held" ? dueBy + longest : dueBy;
  return at === undefined || at <= latest || (booking.dueBy ?? Infinity) <= dueBy
    ? booking
    : { ...booking, dueBy };
}

/** How long the office lets a hold or a cooling be; an offer's time stands still while nobody is expected to answer. */
function longestMs(booking: Ending, { office, awakeAfter }: Calendar, now: number): number {
  const { holdMinutes, offerMinutes, longestHoldMinutes = 0, coolingMinutes } = office.rules;
  if (booking.state !== "held") return coolingMinutes[1] * minute;
  const offered = booking.turn === undefined ? now : awakeAfter(now, offerMinutes);
  return Math.max(Math.max(holdMinutes, offerMinutes, longestHoldMinutes) * minute, offered - now);
}

function boundNotices(booking: Booking, now: number): Booking {
  const { notices = [] } = booking;
  if (!notices.some((notice) => isTooLate(notice, now))) return booking;
  const dueNow = (notice: Notice) => (isTooLate(notice, now) ? { ...notice, leasedUntil: now } : notice);
  return { ...booking, notices: notices.map(dueNow) };
}

/** Whether it is kept back by a time that the clock ahead gave; that of a reminder follows from the visit. */
function isTooLate(notice: Notice, now: number): boolean {
  if (notice.leasedUntil !== undefined) return noticeDueAt(notice) > now + longestLeaseMs;
  return notice.at > now && notice.kind !== "reminder" && notice.kind !== "hold-lapsing";
}
