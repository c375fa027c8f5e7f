import { parseToday } from "../input/calendar-day.js";
import { checkArguments } from "../input/check-arguments.js";
import { found } from "../input/found.js";
import { aText, kindOf } from "../input/shape.js";
import { type DateReading, readDate } from "./dates/read-date.js";
import { defaultLanguages } from "./default-languages.js";
import type { Language } from "./language.js";
import { lexiconOf } from "./lexicon.js";

export type { DateReading };

/**
 * Reads a date as people write it, and refuses what has no reading, or two, or lies out of range: a birth is past
 * and less than 130 years ago, an arrival is `today` or up to 366 days ahead.
 * @throws RangeError where `today` is no `YYYY-MM-DD`, or something has another type.
 * @example
 * parseDate("20 November 1967", { today: "2017-08-07", expects: "birth" });
 * // { kind: "date", date: "1967-11-20", basis: "stated" }
 */
export function parseDate(
  text: string,
  options: {
    readonly today: string;
    readonly expects: "birth" | "arrival";
    readonly languages?: readonly Language[];
    /** Of the office, IANA: in which day an instant such as `2017-11-19T17:00:00Z` is. */
    readonly timeZone?: string;
  },
): DateReading {
  if (typeof text !== "string") throw new RangeError(`Expected a date as a text, found ${kindOf(text)}.`);
  checkArguments("options", options, {
    today: aText,
    expects: aText,
    languages: ["list"],
    timeZone: ["string"],
  });
  if (!["birth", "arrival"].includes(options.expects))
    throw new RangeError(`expects: expected birth or arrival, found ${found(options.expects)}`);
  return readDate(text, {
    today: parseToday(options.today),
    purpose: options.expects,
    lexicon: lexiconOf(options.languages ?? defaultLanguages),
    timeZone: options.timeZone,
  });
}
