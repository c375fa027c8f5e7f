import type { Calendar } from "../office/calendar.js";
import { addDays } from "../office/local-date.js";

/** The first and the last date that may be asked for. */
export interface BookingWindow {
  readonly from: string;
  readonly until: string;
}

const minute = 60_000;

export function bookingWindow(calendar: Calendar, now: number): BookingWindow {
  const { releaseTime, noticeMinutes } = calendar.office.rules;
  const newest = calendar.newestOn(calendar.dateAt(now));
  const isReleased = releaseTime === undefined || calendar.opensAt(newest) <= now;
  return {
    from: calendar.dateAt(now + noticeMinutes * minute),
    until: isReleased ? newest : addDays(newest, -1),
  };
}
