import { type CalendarDay, isRealDay, toDayNumber, weekdayOf } from "../../input/calendar-day.js";
import type { WeekdayRule } from "../language.js";
import type { DatePhrase } from "../lexicon.js";
import { type DayReading, onlyDay } from "./date-range.js";

/** The day that "lusa", "3 hari lagi", "senin depan" or "20 bulan ini" means, said on `today`. */
export function resolvePhrase(
  phrase: DatePhrase,
  number: number,
  weekday: number,
  today: CalendarDay,
): DayReading {
  const now = toDayNumber(today);
  switch (phrase.kind) {
    case "relative":
      return { kind: "day", dayNumber: now + phrase.days, basis: "stated" };
    case "counted":
      return { kind: "day", dayNumber: now + number * phrase.days, basis: "stated" };
    case "weekday":
      return resolveWeekday(phrase.rule, weekday, now);
    case "month": {
      const months = today.month - 1 + phrase.months;
      const day = { year: today.year + Math.floor(months / 12), month: (months % 12) + 1, day: number };
      if (!isRealDay(day)) return { kind: "problem", code: "no-such-day" };
      return { kind: "day", dayNumber: toDayNumber(day), basis: "stated" };
    }
    case "unclear":
      return { kind: "problem", code: "unclear-date" };
    default:
      return phrase satisfies never;
  }
}

/** Some weeks begin on Monday and some on Sunday, so a day of this or of the next week must be one in both. */
export function resolveWeekday(rule: WeekdayRule, weekday: number, now: number): DayReading {
  const today = weekdayOf(now);
  const ahead = (weekday - today + 7) % 7;
  const inMondayWeek = now - today + weekday;
  const inSundayWeek = now - ((today + 1) % 7) + ((weekday + 1) % 7);
  switch (rule) {
    case "coming":
      return agreed(now + ahead, now + (ahead === 0 ? 7 : ahead));
    case "this-week":
      return agreed(inMondayWeek, inSundayWeek);
    case "next-week":
      return agreed(inMondayWeek + 7, inSundayWeek + 7);
    case "next":
      return agreed(now + (ahead === 0 ? 7 : ahead), inMondayWeek + 7, inSundayWeek + 7);
    default:
      return rule satisfies never;
  }
}

function agreed(...dayNumbers: readonly number[]): DayReading {
  return onlyDay(dayNumbers.map((dayNumber) => ({ kind: "day", dayNumber, basis: "stated" })));
}
