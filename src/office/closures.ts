import { isLocalDate } from "./local-date.js";

/** Whether a closure is about a date. */
export type IsClosed = (date: string) => boolean;

const weekdays = ["sun", "mon", "tue", "wed", "thu", "fri", "sat"];
const nths = ["first", "second", "third", "fourth", "last"];
/** In which every day of a year is one. */
const leapYear = "2024-";

/**
 * The dates that a closure names: one, one of every year, all from one to another, or a weekday of every month. `undefined`
 * where it names none.
 */
export function readClosure(text: string): IsClosed | undefined {
  const [from = "", to = from, ...more] = text.split("..");
  if (more.length > 0) return undefined;
  if (isLocalDate(from) && isLocalDate(to))
    return from <= to ? (date) => from <= date && date <= to : undefined;
  if (isDayOfYear(from) && isDayOfYear(to)) return (date) => isBetween(date.slice(5), from, to);
  const [nth = "", weekday = "", ...others] = text.split(" ");
  if (!nths.includes(nth) || !weekdays.includes(weekday) || others.length > 0) return undefined;
  return (date) => isNth(date, nths.indexOf(nth), weekdays.indexOf(weekday));
}

function isDayOfYear(text: string): boolean {
  return isLocalDate(`${leapYear}${text}`);
}

/** Days of the year from one to another, over New Year where the other comes first. */
function isBetween(day: string, from: string, to: string): boolean {
  return from <= to ? from <= day && day <= to : from <= day || day <= to;
}

function isNth(date: string, nth: number, weekday: number): boolean {
  const at = new Date(`${date}T00:00Z`);
  if (at.getUTCDay() !== weekday) return false;
  const day = at.getUTCDate();
  const isLast = day + 7 > new Date(Date.UTC(at.getUTCFullYear(), at.getUTCMonth() + 1, 0)).getUTCDate();
  return nths[nth] === "last" ? isLast : Math.ceil(day / 7) === nth + 1;
}
