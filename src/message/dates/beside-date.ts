import { type CalendarDay, fromDayNumber } from "../../input/calendar-day.js";
import type { Lexicon } from "../lexicon.js";
import type { DateItem } from "./date-item.js";
import type { DatePurpose } from "./date-range.js";

type NameItem = DateItem & { readonly kind: "name" };

interface Beside {
  readonly today: CalendarDay;
  readonly purpose: DatePurpose;
  readonly lexicon: Lexicon;
}

const mostTownWords = 6;
const mostHeadingWords = 3;
const shortestTown = 3;
const capital = /^[\p{Lu}\p{Lt}]/u;

/**
 * Whether all that stands beside a day is known to leave it as it is. Beside a birth that is where it was, how old that makes
 * somebody, and what else forms ask for; in front of an arrival a place that is known. Of any other word nobody knows whether
 * it changes the date.
 */
export function isBesideDate(
  items: readonly DateItem[],
  text: string,
  dayNumber: number,
  { today, purpose, lexicon }: Beside,
): boolean {
  const ages = items.filter((item) => item.kind === "age");
  if (purpose !== "birth") return ages.length === 0 && isHeading(items, lexicon);
  if (!ages.every(({ years }) => isAge(years, fromDayNumber(dayNumber), today))) return false;
  const names = items.filter((item) => item.kind === "name");
  if (names.length === 0) return true;
  // Beside a number in words it may be a misspelt part of the number.
  if (names.length > mostTownWords || items.some((item) => item.kind === "number" && item.form === "words"))
    return names.every(({ text: word }) => lexicon.birthAsides.has(word));
  return items.every(
    (item, index) => item.kind !== "name" || isKnownBesideBirth(item, items[index - 1], text, lexicon),
  );
}

/** The years that have passed, or by the year alone. */
function isAge(years: number, birth: CalendarDay, today: CalendarDay): boolean {
  const byYear = today.year - birth.year;
  return years === byYear || years === byYear - 1;
}

/** `Jakarta, 20 November`, as above a letter. */
function isHeading(items: readonly DateItem[], { places }: Lexicon): boolean {
  const names = items.filter((item) => item.kind === "name");
  if (names.length === 0) return true;
  const isFirst = items.slice(0, names.length).every(({ kind }) => kind === "name");
  const comma = items[names.length];
  const isDivided = comma?.kind === "mark" && (comma.text === "," || comma.text === ":");
  return (
    isFirst &&
    isDivided &&
    names.length <= mostHeadingWords &&
    names.every(({ text }) => places.names.has(text))
  );
}

/** A place is one that is known, or a word with a capital or behind "di" that is no everyday word. */
function isKnownBesideBirth(
  { text: word, start, place }: NameItem,
  before: DateItem | undefined,
  text: string,
  { places, birthAsides, commonWords, commonEndings }: Lexicon,
): boolean {
  if (places.names.has(word) || birthAsides.has(word)) return true;
  if (word.length < shortestTown || commonWords.has(word)) return false;
  if ([...commonEndings].some((ending) => word.endsWith(ending))) return false;
  const isGoingOn = before?.kind === "name" && before.place === "announced";
  return place === "announced" || isGoingOn || capital.test(text.slice(start, start + 2));
}
