import type { Calendar } from "../office/calendar.js";
import { addDays } from "../office/local-date.js";

/** The first and the last date that may be asked for. */
export interface BookingWindow {
  readonly from: string;
  readonly until: string;
}

export function bookingWindow(calendar: Calendar, now: number): BookingWindow {
  const today = calendar.dateAt(now);
  return { from: today, until: addDays(today, calendar.office.rules.opensDaysBefore) };
}
