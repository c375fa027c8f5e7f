import { isRealDay } from "../../input/calendar-day.js";
import type { DateOrder } from "../language.js";
import type { DateItem } from "./date-item.js";

/** `joint` is the mark between the item and the one before, empty for a blank. */
export type RunItem = Extract<DateItem, { readonly kind: "number" | "month" }> & { readonly joint: string };

/** A day as it was written: the year may be missing, or have two digits. */
export interface WrittenDay {
  readonly day: number;
  readonly month: number;
  readonly year: number;
  readonly yearDigits: 0 | 2 | 4;
}

export type RunReading =
  | { readonly kind: "day"; readonly written: WrittenDay }
  /** It may be each of these. */
  | { readonly kind: "several"; readonly written: readonly WrittenDay[] }
  | {
      readonly kind: "problem";
      readonly code: "not-a-date" | "incomplete-date" | "no-such-day" | "several-days" | "unclear-date";
    };

const longestMonth = 31;

/** Reads numbers and months that stand together as one day, in the orders that the language allows. */
export function readDateRun(said: readonly RunItem[], orders: readonly DateOrder[]): RunReading {
  const run = withYearInWords(said);
  if (isSpan(run)) return { kind: "problem", code: "several-days" };
  if (run.length > 3 || (run.length === 2 && run.every(isWholeDate))) return readTwice(run, orders);
  const reading = readOnce(run, orders);
  const isOfDays = reading.kind === "problem" && hasDaysInFront(run);
  return isOfDays ? { kind: "problem", code: "several-days" } : reading;
}

function readOnce(run: readonly RunItem[], orders: readonly DateOrder[]): RunReading {
  const [first] = run;
  if (run.length === 1 && first?.kind === "number" && first.digits > 4) return readDigits(first, orders);
  if (run.length < 2 || (run.length === 2 && run.some(isYear)))
    return { kind: "problem", code: "incomplete-date" };
  return onlyPossible(waysToRead(run, orders).flatMap((way) => writtenIn(way, run)));
}

/** "nineteen ninety", "sembilan belas delapan puluh" behind a day and a month: a century and its year. */
function withYearInWords(run: readonly RunItem[]): readonly RunItem[] {
  const [century, year] = run.slice(-2);
  if (run.length !== 4 || century?.kind !== "number" || year?.kind !== "number") return run;
  const isYear =
    century.form === "words" && year.form === "words" && century.value >= 18 && century.value <= 20;
  if (!isYear || year.value < 10 || year.value > 99) return run;
  return [...run.slice(0, 2), { ...century, value: century.value * 100 + year.value, digits: 4 }];
}

/** `Nov 16-17`: two days, as the sign between them is not the one behind the month. */
function isSpan([month, from, to]: readonly RunItem[]): boolean {
  return (
    month?.kind === "month" &&
    isDay(from) &&
    isDay(to) &&
    (to?.joint === "-" || to?.joint === "/") &&
    from?.joint !== to.joint
  );
}

/** `16-17 Nov`, `20-21/11`: two days in front of a month, where all cannot be one day. */
function hasDaysInFront([from, to, month]: readonly RunItem[]): boolean {
  const isOther = isDay(month) && month?.joint !== to?.joint;
  const isMonth = month?.kind === "month" || isOther;
  return isDay(from) && isDay(to) && isMonth;
}

function isDay(item: RunItem | undefined): boolean {
  return item?.kind === "number" && item.digits <= 2 && item.value >= 1 && item.value <= longestMonth;
}

function isWholeDate(item: RunItem): boolean {
  return item.kind === "number" && item.digits >= 6;
}

/** `17-08-1980 17 Agustus 1980`: two whole dates, which may be the same. */
function readTwice(run: readonly RunItem[], orders: readonly DateOrder[]): RunReading {
  if (hasDaysInFront(run) && run.length < 6) return { kind: "problem", code: "several-days" };
  const half = run.length / 2;
  const readings =
    run.length % 2 === 0 && half < 4
      ? [run.slice(0, half), run.slice(half)].map((part) => readOnce(part, orders))
      : [];
  const written = readings.flatMap((reading) => (reading.kind === "day" ? [reading.written] : []));
  const [one, other] = written;
  if (one === undefined || other === undefined) return { kind: "problem", code: "unclear-date" };
  return isSameDay(one, other) ? { kind: "day", written: one } : { kind: "several", written };
}

function isSameDay(one: WrittenDay, other: WrittenDay): boolean {
  return one.day === other.day && one.month === other.month && one.year === other.year;
}

/** `17081980`, `170880`, `19800817`: at any other length a digit is missing, and nobody knows which. */
function readDigits(
  { digits, value }: RunItem & { readonly kind: "number" },
  orders: readonly DateOrder[],
): RunReading {
  if (digits !== 8 && digits !== 6) return { kind: "problem", code: "not-a-date" };
  const yearDigits = digits === 8 ? 4 : 2;
  const century = 10 ** yearDigits;
  const year = value % century;
  const second = Math.floor(value / century) % 100;
  const first = Math.floor(value / century / 100);
  const written: WrittenDay[] = orders.map((order) =>
    order === "day-first"
      ? { day: first, month: second, year, yearDigits }
      : { day: second, month: first, year, yearDigits },
  );
  if (digits === 8)
    written.push({
      day: value % 100,
      month: Math.floor(value / 100) % 100,
      year: Math.floor(value / 10_000),
      yearDigits,
    });
  return onlyPossible(written);
}

/** Each way is a letter for each item: `d` the day, `m` the month, `y` the year. */
function waysToRead(run: readonly RunItem[], orders: readonly DateOrder[]): readonly string[] {
  const labels = run.map((item) => (item.kind === "month" ? "m" : (item.part?.charAt(0) ?? "")));
  if (labels.every((label) => label !== "")) return [labels.join("")];
  const isAsLabelled = (way: string) => labels.every((label, index) => label === "" || way[index] === label);
  // Where labels leave one way, it may be an unusual one: "bulan 8 tanggal 5 1980".
  const ways = (run.length === 3 ? waysOfThree : waysOfTwo).filter(isAsLabelled);
  return ways.length === 1 ? ways : usualWays(run, orders).filter(isAsLabelled);
}

const waysOfThree = ["dmy", "dym", "mdy", "myd", "ydm", "ymd"];
const waysOfTwo = ["dm", "md"];

function usualWays(run: readonly RunItem[], orders: readonly DateOrder[]): readonly string[] {
  switch (run.map(({ kind }) => (kind === "month" ? "m" : "n")).join("")) {
    case "nnn":
      return [...orders.map((order) => (order === "day-first" ? "dmy" : "mdy")), "ymd"];
    case "nn":
      return orders.map((order) => (order === "day-first" ? "dm" : "md"));
    case "nmn":
      return ["dmy", "ymd"];
    case "mnn":
      return ["mdy"];
    case "nm":
      return ["dm"];
    case "mn":
      return ["md"];
    default:
      return [];
  }
}

function writtenIn(way: string, run: readonly RunItem[]): readonly WrittenDay[] {
  const itemOf = (letter: string): RunItem | undefined => run[way.indexOf(letter)];
  const day = itemOf("d");
  const month = itemOf("m");
  const year = itemOf("y");
  if (day?.kind !== "number" || day.digits > 2 || month === undefined || year?.kind === "month") return [];
  if (month.kind === "number" && month.digits > 2) return [];
  const yearDigits = year?.digits ?? 0;
  if (yearDigits !== 0 && yearDigits !== 4 && (yearDigits !== 2 || way.startsWith("y"))) return [];
  return [
    {
      day: day.value,
      month: month.kind === "month" ? month.month : month.value,
      year: year?.value ?? 0,
      yearDigits,
    },
  ];
}

function onlyPossible(written: readonly WrittenDay[]): RunReading {
  const possible: WrittenDay[] = [];
  for (const each of written)
    if (isPossible(each) && !possible.some(({ day, month }) => day === each.day && month === each.month))
      possible.push(each);
  const [only, ...others] = possible;
  if (only === undefined)
    return { kind: "problem", code: written.length === 0 ? "not-a-date" : "no-such-day" };
  return others.length === 0 ? { kind: "day", written: only } : { kind: "several", written: possible };
}

/** Years before 1800 and after 2199 are wrong cuts of eight digits, or of another calendar. */
function isPossible({ day, month, year, yearDigits }: WrittenDay): boolean {
  if (yearDigits === 4) return year >= 1800 && year < 2200 && isRealDay({ day, month, year });
  return isRealDay({ day, month, year: 2000 + (yearDigits === 2 ? year : 0) });
}

function isYear(item: RunItem): boolean {
  return item.kind === "number" && item.digits === 4;
}
