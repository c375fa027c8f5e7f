import {
  type CalendarDay,
  fromDayNumber,
  printIso,
  toDayNumber,
  weekdayOf,
} from "../../input/calendar-day.js";
import type { Lexicon } from "../lexicon.js";
import type { ProblemCode } from "../problem.js";
import { tokenise } from "../tokens.js";
import { type DateItem, listDateItems } from "./date-items.js";
import { checkRange, type DatePurpose, type DayReading, resolveYear } from "./date-range.js";
import { type RunItem, readDateRun } from "./date-run.js";
import { listDateUnits } from "./date-units.js";
import { resolvePhrase, resolveWeekday } from "./relative-day.js";

/** A date, `YYYY-MM-DD`, or why there is none that is certain. */
export type DateReading =
  | {
      readonly kind: "date";
      /** `YYYY-MM-DD`. */
      readonly date: string;
      /** `assumed` where a part was left out or misspelt: `17/8/80`, `20 November`. */
      readonly basis: "stated" | "assumed";
    }
  | { readonly kind: "problem"; readonly code: ProblemCode };

export interface DateSetting {
  readonly today: CalendarDay;
  readonly purpose: DatePurpose;
  readonly lexicon: Lexicon;
}

const eightDigits = /^[0-9]{8}$/u;
const longestDateText = 200;
const mostTownWords = 6;
/** What may stand between two parts of one date. */
const separators = new Set(["-", "/", ".", ",", "\\", "_", ":", "'", "|", ""]);

/** What a text says about one day, before it is resolved. */
interface Findings {
  readonly days: readonly DayReading[];
  readonly weekdays: readonly number[];
}

export function readDate(text: string, setting: DateSetting): DateReading {
  if (eightDigits.test(text)) return finish(readDigitsOnly(text, setting), setting);
  if (text.length > longestDateText) return refuse("not-a-date");
  const tokens = tokenise(text);
  if (tokens.length === 0) return refuse(text.trim() === "" ? "missing" : "not-a-date");
  const items = listDateItems(listDateUnits(tokens, setting.lexicon), setting.lexicon);
  const findings = gather(items, setting);
  if (items.some(({ kind }) => kind === "unclear"))
    return refuse(findings.days.length === 0 ? "not-a-date" : "ambiguous");
  const reading = resolveDay(findings, setting);
  if (reading.kind === "day" && !isNamingATown(items, setting.purpose)) return refuse("not-a-date");
  return finish(reading, setting);
}

/** The published form, without the detour by tokens. */
function readDigitsOnly(text: string, { today, purpose, lexicon }: DateSetting): DayReading {
  return readRun(
    [{ kind: "number", value: Number(text), digits: text.length, form: "digits" }],
    today,
    purpose,
    lexicon,
  );
}

function finish(reading: DayReading, setting: DateSetting): DateReading {
  if (reading.kind === "problem") return reading;
  const code = checkRange(reading.dayNumber, setting.today, setting.purpose);
  if (code !== undefined) return refuse(code);
  return { kind: "date", date: printIso(fromDayNumber(reading.dayNumber)), basis: reading.basis };
}

function gather(items: readonly DateItem[], { today, purpose, lexicon }: DateSetting): Findings {
  const days: DayReading[] = [];
  const weekdays: number[] = [];
  let run: RunItem[] = [];
  const endRun = (): void => {
    if (run.length > 0) days.push(readRun(run, today, purpose, lexicon));
    run = [];
  };
  for (const item of items) {
    if (item.kind === "number" || item.kind === "month") run.push(item);
    else if (item.kind !== "mark" || !separators.has(item.text)) endRun();
    if (item.kind === "weekday") weekdays.push(item.weekday);
    if (item.kind === "phrase") days.push(resolvePhrase(item.phrase, item.number, item.weekday, today));
  }
  endRun();
  return { days: isCutOff(items) ? [refuse("incomplete-date")] : days, weekdays };
}

function readRun(
  run: readonly RunItem[],
  today: CalendarDay,
  purpose: DatePurpose,
  lexicon: Lexicon,
): DayReading {
  const reading = readDateRun(run, lexicon.dateOrders);
  if (reading.kind === "problem") return reading;
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

function resolveDay({ days, weekdays }: Findings, { today, purpose }: DateSetting): DayReading {
  const [first, ...others] = days;
  if (first === undefined) return resolveByWeekday(weekdays, today, purpose);
  const problem = days.find((day) => day.kind === "problem");
  if (first.kind === "problem" || problem !== undefined) return problem ?? first;
  if (others.some((other) => other.kind === "day" && other.dayNumber !== first.dayNumber))
    return refuse("ambiguous");
  if (weekdays.some((weekday) => weekday !== weekdayOf(first.dayNumber))) return refuse("weekday-disagrees");
  return first;
}

function resolveByWeekday(weekdays: readonly number[], today: CalendarDay, purpose: DatePurpose): DayReading {
  const [weekday, ...others] = weekdays;
  if (weekday === undefined) return refuse("not-a-date");
  if (purpose !== "arrival") return refuse("incomplete-date");
  return others.length > 0 ? refuse("ambiguous") : resolveWeekday("coming", weekday, toDayNumber(today));
}

/**
 * Of an unknown word nobody knows whether it changes the date; but people write where they were born. Beside a number in
 * words it may be a misspelt part of the number.
 */
function isNamingATown(items: readonly DateItem[], purpose: DatePurpose): boolean {
  const names = items.filter(({ kind }) => kind === "name").length;
  if (names === 0) return true;
  if (items.some((item) => item.kind === "number" && item.form === "words")) return false;
  if (purpose === "birth") return names <= mostTownWords;
  const isHeading = items.slice(0, names).every(({ kind }) => kind === "name");
  const comma = items[names];
  return isHeading && names <= 3 && comma?.kind === "mark" && (comma.text === "," || comma.text === ":");
}

function refuse(code: ProblemCode): { readonly kind: "problem"; readonly code: ProblemCode } {
  return { kind: "problem", code };
}
