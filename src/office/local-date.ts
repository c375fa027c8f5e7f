import { fromDayNumber, parseIso, parseToday, printIso, toDayNumber } from "../input/calendar-day.js";

/** Whether a text is a date of the calendar, `YYYY-MM-DD`. */
export function isLocalDate(text: string): boolean {
  return parseIso(text) !== undefined;
}

/** The date `days` after a date; negative goes back. */
export function addDays(date: string, days: number): string {
  return printIso(fromDayNumber(dayNumberOf(date) + days));
}

/** The dates of a span but `asked`, the nearest to it first, the later one of two that are as near. */
export function listNearestDates(asked: string, from: string, until: string): string[] {
  const dates: string[] = [];
  for (let date = from; date <= until; date = addDays(date, 1)) if (date !== asked) dates.push(date);
  const distance = (date: string) => Math.abs(dayNumberOf(date) - dayNumberOf(asked));
  return dates.sort((a, b) => distance(a) - distance(b) || (a > b ? -1 : 1));
}

function dayNumberOf(date: string): number {
  return toDayNumber(parseToday(date));
}
