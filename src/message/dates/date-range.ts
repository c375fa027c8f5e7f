import { type CalendarDay, isRealDay, toDayNumber } from "../../input/calendar-day.js";
import type { ProblemCode } from "../problem.js";
import type { WrittenDay } from "./date-run.js";

/** What a date is for says which days it can mean: a birth is past, an arrival near, a mere `day` any. */
export type DatePurpose = "birth" | "arrival" | "day";

export type DayReading =
  | { readonly kind: "day"; readonly dayNumber: number; readonly basis: "stated" | "assumed" }
  | {
      readonly kind: "problem";
      readonly code: ProblemCode;
      /** Of what is ambiguous, the days that it may be. */
      readonly dayNumbers?: readonly number[];
    };

const farthestArrivalDays = 366;
const oldestBirthYears = 130;

/** Fills in what was left out of the year: the latest past one for a birth, the next one for an arrival. */
export function resolveYear(written: WrittenDay, today: CalendarDay, purpose: DatePurpose): DayReading {
  const { day, month, year, yearDigits } = written;
  if (yearDigits === 4) return stated({ day, month, year });
  if (yearDigits === 2) {
    if (purpose === "day") return { kind: "problem", code: "ambiguous" };
    const resolved = today.year - (today.year % 100) + year;
    const isAhead = toDayNumber({ day, month, year: resolved }) > toDayNumber(today);
    if (purpose === "birth") return assumed({ day, month, year: isAhead ? resolved - 100 : resolved });
    return assumed({ day, month, year: resolved < today.year - 50 ? resolved + 100 : resolved });
  }
  if (purpose !== "arrival") return { kind: "problem", code: "incomplete-date" };
  const thisYear = { day, month, year: today.year };
  const isOver = toDayNumber(thisYear) < toDayNumber(today);
  return assumed(isOver || !isRealDay(thisYear) ? { ...thisYear, year: today.year + 1 } : thisYear);
}

/** What may be several days is none, if they are not all the same. */
export function onlyDay(days: readonly (DayReading & { readonly kind: "day" })[]): DayReading {
  const [first] = days;
  const dayNumbers = [...new Set(days.map(({ dayNumber }) => dayNumber))];
  if (first === undefined) return { kind: "problem", code: "not-a-date" };
  return dayNumbers.length === 1 ? first : { kind: "problem", code: "ambiguous", dayNumbers };
}

/** Refuses a day that the purpose rules out. */
export function checkRange(
  dayNumber: number,
  today: CalendarDay,
  purpose: DatePurpose,
): ProblemCode | undefined {
  const now = toDayNumber(today);
  switch (purpose) {
    case "birth":
      if (dayNumber >= now) return "in-the-future";
      return dayNumber <= toDayNumber({ ...today, year: today.year - oldestBirthYears })
        ? "too-far"
        : undefined;
    case "arrival":
      if (dayNumber < now) return "in-the-past";
      return dayNumber - now > farthestArrivalDays ? "too-far" : undefined;
    case "day":
      return undefined;
    default:
      return purpose satisfies never;
  }
}

function stated(day: CalendarDay): DayReading {
  return { kind: "day", dayNumber: toDayNumber(day), basis: "stated" };
}

function assumed(day: CalendarDay): DayReading {
  if (!isRealDay(day)) return { kind: "problem", code: "no-such-day" };
  return { kind: "day", dayNumber: toDayNumber(day), basis: "assumed" };
}
