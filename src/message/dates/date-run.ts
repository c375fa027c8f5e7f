import { isRealDay } from "../../input/calendar-day.js";
import type { DateOrder } from "../language.js";
import type { DateItem } from "./date-items.js";

export type RunItem = Extract<DateItem, { readonly kind: "number" | "month" }>;

/** A day as it was written: the year may be missing, or have two digits. */
export interface WrittenDay {
  readonly day: number;
  readonly month: number;
  readonly year: number;
  readonly yearDigits: 0 | 2 | 4;
}

export type RunReading =
  | { readonly kind: "day"; readonly written: WrittenDay }
  | {
      readonly kind: "problem";
      readonly code: "not-a-date" | "incomplete-date" | "no-such-day" | "ambiguous";
    };

/** Reads numbers and months that stand together as one day, in the orders that the language allows. */
export function readDateRun(run: readonly RunItem[], orders: readonly DateOrder[]): RunReading {
  const [first] = run;
  if (run.length > 3) return { kind: "problem", code: "ambiguous" };
  if (run.length === 1 && first?.kind === "number" && first.digits > 4) return readDigits(first, orders);
  if (run.length < 2 || (run.length === 2 && run.some(isYear)))
    return { kind: "problem", code: "incomplete-date" };
  return onlyPossible(waysToRead(run, orders).flatMap((way) => writtenIn(way, run)));
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
  let only: WrittenDay | undefined;
  for (const each of written) {
    if (!isPossible(each)) continue;
    if (only !== undefined && (only.day !== each.day || only.month !== each.month))
      return { kind: "problem", code: "ambiguous" };
    only = each;
  }
  if (only !== undefined) return { kind: "day", written: only };
  return { kind: "problem", code: written.length === 0 ? "not-a-date" : "no-such-day" };
}

/** Years before 1800 and after 2199 are wrong cuts of eight digits, or of another calendar. */
function isPossible({ day, month, year, yearDigits }: WrittenDay): boolean {
  if (yearDigits === 4) return year >= 1800 && year < 2200 && isRealDay({ day, month, year });
  return isRealDay({ day, month, year: 2000 + (yearDigits === 2 ? year : 0) });
}

function isYear(item: RunItem): boolean {
  return item.kind === "number" && item.digits === 4;
}
