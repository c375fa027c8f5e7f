import { found } from "./found.js";
import { day } from "./instant.js";

/** A day of the proleptic Gregorian calendar; `month` and `day` count from 1. */
export interface CalendarDay {
  readonly year: number;
  readonly month: number;
  readonly day: number;
}

const isoDate = /^(\d{4})-(\d\d)-(\d\d)$/;

export function isRealDay({ year, month, day }: CalendarDay): boolean {
  return month >= 1 && month <= 12 && day >= 1 && day <= daysInMonth(year, month);
}

/** Days since 1970-01-01. */
export function toDayNumber(date: CalendarDay): number {
  // Unlike Date.UTC, it takes the years 0 to 99 as they are.
  return new Date(0).setUTCFullYear(date.year, date.month - 1, date.day) / day;
}

export function fromDayNumber(dayNumber: number): CalendarDay {
  const date = new Date(dayNumber * day);
  return { year: date.getUTCFullYear(), month: date.getUTCMonth() + 1, day: date.getUTCDate() };
}

/** 0 for Monday to 6 for Sunday. */
export function weekdayOf(dayNumber: number): number {
  return (((dayNumber + 3) % 7) + 7) % 7;
}

export function printIso({ year, month, day }: CalendarDay): string {
  return `${pad(year, 4)}-${pad(month, 2)}-${pad(day, 2)}`;
}

/** Reads `YYYY-MM-DD`; `undefined` for anything else and for days that don't exist. */
export function parseIso(text: string): CalendarDay | undefined {
  const match = typeof text === "string" ? isoDate.exec(text) : null;
  if (match === null) return undefined;
  const date = { year: Number(match[1]), month: Number(match[2]), day: Number(match[3]) };
  return isRealDay(date) ? date : undefined;
}

/** @throws RangeError where it is no `YYYY-MM-DD`. */
export function parseToday(text: string): CalendarDay {
  const today = parseIso(text);
  if (today === undefined) throw new RangeError(`today: expected YYYY-MM-DD, found ${found(text)}`);
  return today;
}

function daysInMonth(year: number, month: number): number {
  if (month === 2) return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : 28;
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31;
}

function pad(number: number, length: number): string {
  return String(number).padStart(length, "0");
}
