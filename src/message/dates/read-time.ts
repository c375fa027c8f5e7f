import type { Lexicon } from "../lexicon.js";
import type { DateUnit } from "./date-units.js";

/**
 * Reads past a time of day and gives the index behind it: `jam 9`, `pukul 09.00 WIB`, `10:30`, `9am`, `T09:00Z`.
 * A bare number is a time only where it can't be a part of the date.
 */
export function readTime(units: readonly DateUnit[], index: number, lexicon: Lexicon): number | undefined {
  const unit = units[index];
  if (unit === undefined) return undefined;
  if (lexicon.beforeTimes.has(unit.text)) return readNamedTime(units, index + 1, lexicon);
  if (unit.text === "t" && unit.before === "sign" && readClock(units, index + 1)?.form === "colon")
    return readTime(units, index + 1, lexicon);
  const clock = readClock(units, index);
  if (clock === undefined || units[index - 1]?.text === ".") return undefined;
  const end = clock.form === "hour" ? clock.next : skipRange(units, clock);
  const next = skipAfterWords(units, end, lexicon);
  const isNamed = next > end;
  switch (clock.form) {
    case "colon":
      return next;
    case "dot":
      return isNamed || isBehindYear(units, index) ? next : undefined;
    case "hour":
      return isNamed && (units[clock.next]?.before === "sign" || isClearHour(units, index))
        ? next
        : undefined;
    default:
      return clock.form satisfies never;
  }
}

/** What stands behind `jam`: `9`, `: 09.00`, `9-10 pagi`. */
function readNamedTime(units: readonly DateUnit[], index: number, lexicon: Lexicon): number | undefined {
  const clock = readClock(units, units[index]?.kind === "mark" ? index + 1 : index);
  return clock === undefined ? undefined : skipAfterWords(units, skipRange(units, clock), lexicon);
}

/** `08.00-10.00` */
function skipRange(units: readonly DateUnit[], { form, next }: Clock): number {
  const to = units[next]?.text === "-" ? readClock(units, next + 1) : undefined;
  return to?.form === form ? to.next : next;
}

interface Clock {
  readonly form: "colon" | "dot" | "hour";
  readonly next: number;
}

function readClock(units: readonly DateUnit[], index: number): Clock | undefined {
  const hour = units[index];
  if (hour?.kind !== "number" || hour.digits > 2 || hour.value > 24) return undefined;
  const sign = units[index + 1]?.text;
  if ((sign === ":" || sign === ".") && isMinute(units[index + 2])) {
    const beyond = units[index + 3]?.text === sign ? units[index + 4] : undefined;
    if (beyond === undefined || beyond.kind !== "number")
      return { form: sign === ":" ? "colon" : "dot", next: index + 3 };
    return sign === ":" && isMinute(beyond) ? { form: "colon", next: index + 5 } : undefined;
  }
  return { form: "hour", next: index + 1 };
}

function isMinute(unit: DateUnit | undefined): boolean {
  return unit?.kind === "number" && unit.digits === 2 && unit.value < 60 && unit.before === "sign";
}

function skipAfterWords(units: readonly DateUnit[], index: number, lexicon: Lexicon): number {
  let next = index;
  while (lexicon.afterTimes.has(units[next]?.text ?? "")) next++;
  if (units[next]?.text === "z" && units[next]?.before === "sign") next++;
  return next;
}

function isBehindYear(units: readonly DateUnit[], index: number): boolean {
  let before = index - 1;
  while (units[before]?.text === "," || units[before]?.text === "(") before--;
  const digits = units[before]?.digits;
  return digits === 4 || digits === 8;
}

/** "20 November 10 pagi" may mean 2010, so an hour of two digits behind a month is none. */
function isClearHour(units: readonly DateUnit[], index: number): boolean {
  const before = units[index - 1];
  if (before === undefined || before.text === "," || before.text === "(") return true;
  return isBehindYear(units, index) || (before.kind !== "mark" && units[index]?.digits === 1);
}
