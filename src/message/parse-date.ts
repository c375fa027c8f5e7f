import { parseToday } from "./dates/calendar-day.js";
import { type DateReading, readDate } from "./dates/read-date.js";
import { defaultLanguages } from "./default-languages.js";
import type { Language } from "./language.js";
import { lexiconOf } from "./lexicon.js";

export type { DateReading };

/**
 * Reads a date as people write it, and refuses what has no reading, or two, or lies out of range: a birth is past
 * and less than 130 years ago, an arrival is `today` or up to 366 days ahead.
 * @throws RangeError where `today` is no `YYYY-MM-DD`.
 */
export function parseDate(
  text: string,
  options: {
    readonly today: string;
    readonly expects: "birth" | "arrival";
    readonly languages?: readonly Language[];
  },
): DateReading {
  return readDate(text, {
    today: parseToday(options.today),
    purpose: options.expects,
    lexicon: lexiconOf(options.languages ?? defaultLanguages),
  });
}
