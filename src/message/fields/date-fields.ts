import { type CalendarDay, printIso } from "../../input/calendar-day.js";
import type { DatePurpose } from "../dates/date-range.js";
import { readDate } from "../dates/read-date.js";
import type { Lexicon } from "../lexicon.js";
import {
  type Field,
  type FieldKind,
  type FieldOptions,
  type FieldReading,
  type FieldSetting,
  fieldBase,
  refuseText,
  type Value,
} from "./field.js";

/** The birth date of all examples. */
const exampleBirth = "1990-12-31";

/**
 * A past day, less than 130 years ago.
 * @example
 * field.birthDate();
 */
export function birthDate(options: FieldOptions = {}): Field {
  return dateField("birthDate", "birth", "a birth date, such as 31-12-1990", () => exampleBirth, options);
}

/**
 * Today or a day up to 366 days ahead.
 * @example
 * field.arrivalDate();
 */
export function arrivalDate(options: FieldOptions = {}): Field {
  return dateField("arrivalDate", "arrival", "a day from today on, with its month", lastNewYear, options);
}

/**
 * Any day from 1800 to 2199, its year in four digits.
 * @example
 * field.date();
 */
export function date(options: FieldOptions = {}): Field {
  return dateField("date", "day", "a date with its year, such as 31-12-1990", () => exampleBirth, options);
}

function dateField(
  kind: FieldKind,
  purpose: DatePurpose,
  expected: string,
  example: (today: CalendarDay) => string,
  options: FieldOptions,
): Field {
  const base = fieldBase(options, {});
  return Object.freeze({
    ...base,
    kind,
    read(text: string, setting: FieldSetting): FieldReading {
      const { today, lexicon, timeZone } = setting;
      const reading = readDate(text, { today, purpose, lexicon, timeZone });
      if (reading.kind === "date") {
        const { date: value, basis, time } = reading;
        return { kind: "value", value, basis, ...(time !== undefined && { time }) };
      }
      const refused = refuseText(text, reading.code, expected, lexicon);
      const { readings } = reading;
      return refused.kind === "problem" && readings !== undefined ? { readings, ...refused } : refused;
    },
    print: printDate,
    example: ({ today, lexicon }: FieldSetting) => printDate(example(today), lexicon),
  });
}

/**
 * `17081980` where the day comes first, else `1980-08-17`, which every language reads alike; of `1980-08-17T09:00` with the
 * time behind it.
 */
function printDate(value: Value, { dateOrders }: Lexicon): string {
  const [date = "", ...time] = String(value).split("T");
  const [year = "", month = "", day = ""] = date.split("-");
  const isDayFirst = dateOrders.length === 1 && dateOrders[0] === "day-first";
  return [isDayFirst ? day + month + year : date, ...time].join(" ");
}

function lastNewYear({ year, month, day }: CalendarDay): string {
  const isNewYear = month === 1 && day === 1;
  return printIso({ year: isNewYear ? year - 1 : year, month: 1, day: 1 });
}
