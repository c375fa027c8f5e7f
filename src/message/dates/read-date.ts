import {
  type CalendarDay,
  fromDayNumber,
  printIso,
  toDayNumber,
  weekdayOf,
} from "../../input/calendar-day.js";
import type { Lexicon } from "../lexicon.js";
import type { ProblemCode } from "../problem.js";
import { withoutPoliteEnd } from "../telling.js";
import { tokenise, withoutLengthening } from "../tokens.js";
import { listBareParts } from "./bare-parts.js";
import { isBesideDate } from "./beside-date.js";
import { printTime } from "./clock.js";
import type { DateItem } from "./date-item.js";
import { listDateItems } from "./date-items.js";
import { checkRange, type DatePurpose, type DayReading, onlyDay, resolveYear } from "./date-range.js";
import { type RunItem, readDateRun } from "./date-run.js";
import { listDateUnits } from "./date-units.js";
import { readInstant } from "./read-instant.js";
import { resolvePhrase, resolveWeekday } from "./relative-day.js";
import { type TimeOfDay, timeOfDay } from "./time-of-day.js";

/** A date, `YYYY-MM-DD`, or why there is none that is certain. */
export type DateReading =
  | {
      readonly kind: "date";
      /** `YYYY-MM-DD`. */
      readonly date: string;
      /** `assumed` where a part was left out or misspelt: `17/8/80`, `20 November`. */
      readonly basis: "stated" | "assumed";
      /** The time of day, where one was said: `besok jam 9`. */
      readonly time?: TimeOfDay;
    }
  | {
      readonly kind: "problem";
      readonly code: ProblemCode;
      /** Of what is `ambiguous`, the days that it may be, `YYYY-MM-DD`. */
      readonly readings?: readonly string[];
    };

export interface DateSetting {
  readonly today: CalendarDay;
  readonly purpose: DatePurpose;
  readonly lexicon: Lexicon;
  /** Of the office, IANA: in which day an instant such as `2017-11-19T17:00:00Z` is. */
  readonly timeZone?: string | undefined;
}

const eightDigits = /^[0-9]{8}$/u;
const longestDateText = 200;
/** What may stand between two parts of one date. */
const separators = new Set(["-", "/", ".", ",", "\\", "_", ":", "'", "|", ""]);

/** What a text says about one day, before it is resolved. */
interface Findings {
  readonly days: readonly DayReading[];
  readonly weekdays: readonly number[];
}

export function readDate(text: string, setting: DateSetting): DateReading {
  if (eightDigits.test(text)) return finish(readDigitsOnly(text, setting), setting, undefined);
  if (text.length > longestDateText) return refuse("not-a-date");
  const bare = listBareParts(text, setting.lexicon);
  if (bare !== undefined)
    return finish(readRun(bare, setting.today, setting.purpose, setting.lexicon), setting, undefined);
  const tokens = withoutPoliteEnd(withoutLengthening(tokenise(text)), text, setting.lexicon);
  if (tokens.length === 0) return refuse(text.trim() === "" ? "missing" : "not-a-date");
  const instant = readWrittenInstant(text, setting);
  if (instant !== undefined) return instant;
  const items = listDateItems(listDateUnits(tokens, setting.lexicon), setting.lexicon);
  const findings = gather(items, setting);
  const reading = doubtOf(items, findings, setting) ?? resolveDay(findings, setting);
  if (reading.kind === "day" && !isBesideDate(items, text, reading.dayNumber, setting))
    return refuse("unclear-date");
  const times = items.flatMap((item) => (item.kind === "time" ? [item] : []));
  return finish(reading, setting, timeOfDay(times, text));
}

/** The published form, without the detour by tokens. */
function readDigitsOnly(text: string, { today, purpose, lexicon }: DateSetting): DayReading {
  return readRun(
    [{ kind: "number", value: Number(text), digits: text.length, form: "digits", joint: "" }],
    today,
    purpose,
    lexicon,
  );
}

/** Without a zone of the office, nobody knows which day an instant in UTC is there. */
function readWrittenInstant(text: string, setting: DateSetting): DateReading | undefined {
  const trimmed = text.trim();
  const instant = readInstant(trimmed, setting.timeZone);
  if (instant === undefined) return undefined;
  const { day, minutes, zone } = instant;
  const index = text.indexOf(trimmed) + "2017-11-20T".length;
  const time = { from: printTime(minutes), text: text.slice(index).trim(), index };
  const dayNumber = toDayNumber(day);
  if (zone === "utc" && minutes >= earliestOtherDay)
    return finish(
      { kind: "problem", code: "ambiguous", dayNumbers: [dayNumber, dayNumber + 1] },
      setting,
      undefined,
    );
  const isLocal = zone === "local" && minutes > 0;
  return finish({ kind: "day", dayNumber, basis: "stated" }, setting, isLocal ? time : undefined);
}

/** From 10:00 in UTC on it is the next day somewhere. */
const earliestOtherDay = 10 * 60;

function finish(reading: DayReading, setting: DateSetting, time: TimeOfDay | undefined): DateReading {
  if (reading.kind === "problem") {
    const { code, dayNumbers } = reading;
    const readings = dayNumbers?.map((dayNumber) => printIso(fromDayNumber(dayNumber)));
    return { kind: "problem", code, ...(readings !== undefined && { readings }) };
  }
  const code = checkRange(reading.dayNumber, setting.today, setting.purpose);
  if (code !== undefined) return refuse(code);
  const date = printIso(fromDayNumber(reading.dayNumber));
  return { kind: "date", date, basis: reading.basis, ...(time !== undefined && { time }) };
}

function gather(items: readonly DateItem[], { today, purpose, lexicon }: DateSetting): Findings {
  const found: (DayReading | RunItem[])[] = [];
  const weekdays: number[] = [];
  let run: RunItem[] = [];
  let joint = "";
  const endRun = (): void => {
    if (run.length > 0) found.push(run);
    run = [];
    joint = "";
  };
  for (const item of items) {
    if (item.kind === "number" || item.kind === "month") {
      run.push({ joint, ...item });
      joint = "";
    } else if (item.kind === "mark" && separators.has(item.text)) joint = item.text;
    else endRun();
    if (item.kind === "weekday") weekdays.push(item.weekday);
    if (item.kind === "phrase") found.push(resolvePhrase(item.phrase, item.number, item.weekday, today));
  }
  endRun();
  const runs = found.filter((each) => Array.isArray(each));
  const isEither = items.some((item) => item.kind === "unclear" && item.why === "either");
  const days = found.map((each) => {
    if (!Array.isArray(each)) return each;
    return readRun(isEither ? withSharedMonth(each, runs) : each, today, purpose, lexicon);
  });
  return { days: isCutOff(items) ? [refuse("incomplete-date")] : days, weekdays };
}

/** In `20 atau 21 November` both days are in November. */
function withSharedMonth(run: readonly RunItem[], runs: readonly (readonly RunItem[])[]): readonly RunItem[] {
  const [only, ...others] = run;
  const whole = runs.find((other) => other.length > 1 && other.some(({ kind }) => kind === "month"));
  if (only?.kind !== "number" || others.length > 0 || whole === undefined) return run;
  const day = whole.findIndex(({ kind }) => kind === "number");
  return whole.map((item, index) => (index === day ? only : item));
}

function readRun(
  run: readonly RunItem[],
  today: CalendarDay,
  purpose: DatePurpose,
  lexicon: Lexicon,
): DayReading {
  const reading = readDateRun(run, lexicon.dateOrders);
  if (reading.kind === "problem") return reading;
  if (reading.kind === "several") {
    const days = reading.written.map((written) => resolveYear(written, today, purpose));
    const problem = days.find((day) => day.kind === "problem");
    return problem ?? onlyDay(days.filter((day) => day.kind === "day"));
  }
  const resolved = resolveYear(reading.written, today, purpose);
  const hasSlip = run.some((item) => item.kind === "month" && item.spelling === "near");
  return resolved.kind === "day" && hasSlip ? { ...resolved, basis: "assumed" } : resolved;
}

/** `17-08-`: the year was to come. */
function isCutOff(items: readonly DateItem[]): boolean {
  const last = items.at(-1);
  const numbers = items.filter(({ kind }) => kind === "number").length;
  return last?.kind === "mark" && ["-", "/", "\\"].includes(last.text) && numbers === 2;
}

/** Why a text names no one day for certain, whatever the days in it are. */
function doubtOf(
  items: readonly DateItem[],
  { days, weekdays }: Findings,
  { today }: DateSetting,
): DayReading | undefined {
  const doubts = items.filter((item) => item.kind === "unclear");
  const isWeekdaySpan = hasWeekdaySpan(items);
  if (doubts.length === 0 && !isWeekdaySpan) return undefined;
  const now = toDayNumber(today);
  const named = [...days, ...weekdays.map((weekday) => resolveWeekday("coming", weekday, now))];
  const namesDays = named.length > 0 || doubts.some(({ names }) => names === "days");
  const is = (wanted: string): boolean => doubts.some(({ why }) => why === wanted);
  if (!namesDays) return refuse("not-a-date");
  if (isWeekdaySpan || is("several")) return refuse("several-days");
  const certain = named.filter((day) => day.kind === "day");
  if (is("either") && !is("open") && certain.length === named.length && certain.length > 1)
    return onlyDay(certain);
  const [problem] = named.filter((day) => day.kind === "problem");
  return certain.length > 0 ? refuse("unclear-date") : (problem ?? refuse("unclear-date"));
}

/** `senin-rabu` */
function hasWeekdaySpan(items: readonly DateItem[]): boolean {
  return items.some(
    (item, index) =>
      item.kind === "mark" &&
      item.text === "-" &&
      items[index - 1]?.kind === "weekday" &&
      items[index + 1]?.kind === "weekday",
  );
}

function resolveDay({ days, weekdays }: Findings, { today, purpose }: DateSetting): DayReading {
  const [first, ...others] = days;
  if (first === undefined) return resolveByWeekday(weekdays, today, purpose);
  const problem = days.find((day) => day.kind === "problem");
  if (first.kind === "problem" || problem !== undefined) return problem ?? first;
  const only = onlyDay([first, ...others].filter((day) => day.kind === "day"));
  if (only.kind === "problem") return only;
  if (weekdays.some((weekday) => weekday !== weekdayOf(first.dayNumber))) return refuse("weekday-disagrees");
  return first;
}

function resolveByWeekday(weekdays: readonly number[], today: CalendarDay, purpose: DatePurpose): DayReading {
  const [weekday, ...others] = weekdays;
  if (weekday === undefined) return refuse("not-a-date");
  if (purpose !== "arrival") return refuse("incomplete-date");
  const days = [weekday, ...others].map((each) => resolveWeekday("coming", each, toDayNumber(today)));
  return days.find((day) => day.kind === "problem") ?? onlyDay(days.filter((day) => day.kind === "day"));
}

function refuse(code: ProblemCode): { readonly kind: "problem"; readonly code: ProblemCode } {
  return { kind: "problem", code };
}
