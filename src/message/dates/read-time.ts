import type { Lexicon, TimeSpan } from "../lexicon.js";
import { type Clock, inHalf, readClock, readFourDigits } from "./clock.js";
import type { DateUnit } from "./date-units.js";
import { findUnitPhrase } from "./unit-phrases.js";

/** A time of day as it stands in a text; `part` is a part of the day, which says of a clock's hour which half it is in. */
export interface SpokenTime extends TimeSpan {
  readonly kind: "clock" | "part";
  readonly next: number;
}

const midnight = 24 * 60;

/**
 * Reads a time of day: `jam 9`, `pukul 09.00 WIB`, `10:30`, `9am`, `setengah 9`, `pagi`, `sebelum jam 10`, `8 sampai 9 pagi`.
 * A bare number is a time only where it can't be a part of the date.
 */
export function readTime(
  units: readonly DateUnit[],
  index: number,
  lexicon: Lexicon,
): SpokenTime | undefined {
  if (!mayBegin(units[index], lexicon)) return undefined;
  const from = skipAsides(units, index, lexicon);
  const said = readBound(units, from, lexicon) ?? readRange(units, from, lexicon);
  return said && { ...said, next: skipAsides(units, said.next, lexicon) };
}

/** Most words begin no time. */
function mayBegin(unit: DateUnit | undefined, lexicon: Lexicon): boolean {
  if (unit === undefined || unit.kind === "number") return unit !== undefined;
  const { text } = unit;
  const { timeWords, dayParts, hourPhrases, timeAsides } = lexicon;
  return (
    [dayParts, hourPhrases, timeAsides, timeWords.before, timeWords.until, timeWords.since].some((words) =>
      words.has(text),
    ) ||
    text === "a" ||
    text === "p"
  );
}

/** "sekitar", "kalau bisa" */
function skipAsides(units: readonly DateUnit[], index: number, lexicon: Lexicon): number {
  let next = index;
  for (;;) {
    const aside = findUnitPhrase(lexicon.timeAsides, units, next, lexicon);
    if (aside === undefined) return next;
    next = aside.next;
  }
}

/** `sebelum jam 10`, `after 2 pm` */
function readBound(units: readonly DateUnit[], index: number, lexicon: Lexicon): SpokenTime | undefined {
  const word = units[index]?.text ?? "";
  const isEnd = lexicon.timeWords.until.has(word);
  if (!isEnd && !lexicon.timeWords.since.has(word)) return undefined;
  const said = readOne(units, index + 1, lexicon);
  if (said === undefined) return undefined;
  const { next } = said;
  return isEnd
    ? { kind: "part", from: 0, to: said.from, next }
    : { kind: "part", from: said.to ?? said.from, to: midnight, next };
}

/** One time, or what lies between two: `08.00-10.00`, `jam 8 atau 9 pagi`. */
function readRange(units: readonly DateUnit[], index: number, lexicon: Lexicon): SpokenTime | undefined {
  const first = readOne(units, index, lexicon);
  if (first === undefined) return undefined;
  const between = units[first.next];
  if (between === undefined || !(between.text === "-" || lexicon.timeWords.between.has(between.text)))
    return first;
  const second =
    readOne(units, first.next + 1, lexicon) ??
    (first.kind === "clock" ? readBareHour(units, first.next + 1, lexicon) : undefined);
  if (second === undefined || second.kind !== first.kind) return first;
  const to = second.to ?? second.from;
  return {
    kind: first.kind,
    from: Math.min(first.from, to),
    to: Math.max(first.from, to),
    next: second.next,
  };
}

function readOne(units: readonly DateUnit[], index: number, lexicon: Lexicon): SpokenTime | undefined {
  const unit = units[index];
  if (unit === undefined) return undefined;
  if (lexicon.timeWords.before.has(unit.text)) return readNamedTime(units, index + 1, lexicon);
  return (
    readByHour(units, index, lexicon) ??
    readDayPart(units, index, lexicon) ??
    readClockAlone(units, index, lexicon)
  );
}

/** What stands behind `jam`: `9`, `: 09.00`, `0900`, `setengah 9`. */
function readNamedTime(units: readonly DateUnit[], index: number, lexicon: Lexicon): SpokenTime | undefined {
  const at = units[index]?.kind === "mark" ? index + 1 : index;
  const byHour = readByHour(units, at, lexicon);
  if (byHour !== undefined) return byHour;
  const clock = readFourDigits(units[at], at) ?? readClock(units, at);
  return clock && withAfterWords(units, clock, lexicon);
}

/** `setengah 9`, `half past nine`, `9 lewat 15` */
function readByHour(units: readonly DateUnit[], index: number, lexicon: Lexicon): SpokenTime | undefined {
  const phrase = findUnitPhrase(lexicon.hourPhrases, units, index, lexicon);
  if (phrase === undefined) return undefined;
  const [hour, minute] = phrase.slots.map((slot) => units[slot]?.value ?? 0);
  if (hour === undefined || hour < 1 || hour > 24 || (minute ?? 0) >= 60) return undefined;
  const minutes = hour * 60 + phrase.meaning * (minute ?? 1);
  return withAfterWords(units, { form: "hour", minutes, is24: false, next: phrase.next }, lexicon);
}

/** `pagi`, "habis dzuhur", `a.m.` */
function readDayPart(units: readonly DateUnit[], index: number, lexicon: Lexicon): SpokenTime | undefined {
  const phrase = findUnitPhrase(lexicon.dayParts, units, index, lexicon);
  if (phrase !== undefined) return { kind: "part", next: phrase.next, ...phrase.meaning };
  const dotted = dottedHalf(units, index);
  if (dotted === undefined) return undefined;
  const [half] = lexicon.dayParts.get(dotted) ?? [];
  return half && { kind: "part", next: index + (units[index + 3]?.text === "." ? 4 : 3), ...half.meaning };
}

/** `a.m.`, `p. m.` */
function dottedHalf(units: readonly DateUnit[], index: number): string | undefined {
  const letter = units[index]?.text ?? "";
  const isDotted = units[index + 1]?.text === "." && units[index + 2]?.text === "m";
  return isDotted && (letter === "a" || letter === "p") ? `${letter}m` : undefined;
}

function readClockAlone(units: readonly DateUnit[], index: number, lexicon: Lexicon): SpokenTime | undefined {
  const clock = readClock(units, index);
  if (clock === undefined || units[index - 1]?.text === ".") return undefined;
  const said = withAfterWords(units, withEnd(units, clock, lexicon), lexicon);
  switch (clock.form) {
    case "colon":
      return said;
    case "dot":
      return said.isNamed || isBehindYear(units, index) || isClearlyClock(units, index, clock, lexicon)
        ? said
        : undefined;
    case "hour":
      return said.isNamed && isHourAt(units, index, clock, lexicon) ? said : undefined;
    default:
      return clock.form satisfies never;
  }
}

/** The end of a range whose beginning has no word of its own: `8-9 pagi`, `08.00-10.00`. */
function withEnd(units: readonly DateUnit[], clock: Clock, lexicon: Lexicon): Clock {
  if (!isRangeAt(units, clock)) return clock;
  const end = readClock(units, clock.next + 1);
  if (end?.form !== clock.form || isFollowedByDate(units, end.next, lexicon)) return clock;
  return { to: end.minutes, ...clock, next: end.next };
}

function isRangeAt(units: readonly DateUnit[], { next }: Clock): boolean {
  return units[next]?.text === "-" && readClock(units, next + 1) !== undefined;
}

/** The 9 of `jam 8-9`, but not the 20 of `jam 8 - 20-11-2017`. */
function readBareHour(units: readonly DateUnit[], index: number, lexicon: Lexicon): SpokenTime | undefined {
  const clock = readClock(units, index);
  if (clock === undefined || isFollowedByDate(units, clock.next, lexicon)) return undefined;
  return withAfterWords(units, clock, lexicon);
}

function isFollowedByDate(units: readonly DateUnit[], next: number, { months }: Lexicon): boolean {
  let at = next;
  while (units[at]?.kind === "mark" && "-/.,".includes(units[at]?.text ?? "")) at++;
  const unit = units[at];
  return unit !== undefined && (months.has(unit.text) || (unit.kind === "number" && at > next));
}

/** What stands behind a clock: `WIB`, `an`, `pagi`, `p.m.`; a part of the day says which half is meant. */
function withAfterWords(
  units: readonly DateUnit[],
  clock: Clock,
  lexicon: Lexicon,
): SpokenTime & { readonly isNamed: boolean } {
  let { next } = clock;
  let part: TimeSpan | undefined;
  for (;;) {
    const at =
      units[next]?.text === "-" && lexicon.timeWords.after.has(units[next + 1]?.text ?? "") ? next + 1 : next;
    if (lexicon.timeWords.after.has(units[at]?.text ?? "")) {
      next = at + 1;
      continue;
    }
    const said = part === undefined ? readDayPart(units, next, lexicon) : undefined;
    if (said === undefined) break;
    part = said;
    next = said.next;
  }
  const to = clock.to === undefined ? {} : { to: inHalf(clock.to, clock.is24, part) };
  const from = inHalf(clock.minutes, clock.is24, part);
  return { kind: "clock", from, next, isNamed: next > clock.next, ...to };
}

function isBehindYear(units: readonly DateUnit[], index: number): boolean {
  let before = index - 1;
  while (units[before]?.text === "," || units[before]?.text === "(") before--;
  const digits = units[before]?.digits;
  return digits === 4 || digits === 8;
}

/** `besok 09.00`, `20 november 10.30`: minutes that are no month, behind a word. `besok 20.11` may be a date. */
function isClearlyClock(
  units: readonly DateUnit[],
  index: number,
  { minutes }: Clock,
  lexicon: Lexicon,
): boolean {
  const minute = minutes % 60;
  return (minute === 0 || minute > 12) && isBehindWord(units, index, lexicon);
}

function isBehindWord(units: readonly DateUnit[], index: number, { partLabels }: Lexicon): boolean {
  const before = units[index - 1];
  return before?.text === "," || (before?.kind === "word" && !partLabels.has(before.text));
}

/** `9am`, `besok 8-9 pagi`; "8-9 pagi" alone may be the eighth of September. */
function isHourAt(units: readonly DateUnit[], index: number, clock: Clock, lexicon: Lexicon): boolean {
  if (isRangeAt(units, clock)) return isBehindYear(units, index) || isBehindWord(units, index, lexicon);
  return units[clock.next]?.before === "sign" || isClearHour(units, index);
}

/** "20 November 10 pagi" may mean 2010, so an hour of two digits behind a month is none. */
function isClearHour(units: readonly DateUnit[], index: number): boolean {
  const before = units[index - 1];
  if (before === undefined || before.text === "," || before.text === "(") return true;
  return isBehindYear(units, index) || (before.kind !== "mark" && units[index]?.digits === 1);
}
