import { fromDayNumber, parseToday, printIso, toDayNumber, weekdayOf } from "../../input/calendar-day.js";
import type { Language } from "../language.js";
import { type Lexicon, lexiconOf } from "../lexicon.js";
import { skipPolite } from "../polite.js";
import { type Token, tokenise } from "../tokens.js";

/** What a reply to a list of days says: `position` counts in the list, `day` in the month, the others in either. */
type Said =
  | { readonly kind: "position" | "ordinal" | "day" | "number"; readonly value: number }
  | { readonly kind: "weekday"; readonly weekday: number };

const longestChoice = 60;
const daysAhead = 31;

/**
 * The day that somebody means who was told of some: "yang kedua", "the 14th", "10", "Monday then". `offered` are their
 * dates in the order of the list, empty where one can't be chosen so. `undefined` where it could be two of them, or the
 * text says anything else.
 */
export function readChosenDay(
  text: string,
  offered: readonly string[],
  { today, languages }: { readonly today: string; readonly languages: readonly Language[] },
): string | undefined {
  if (text.length > longestChoice) return undefined;
  const said = listSaid(tokenise(text), lexiconOf(languages));
  const [only] = said ?? [];
  return only === undefined || said?.length !== 1 ? undefined : choose(only, offered, today);
}

/** Which of a list of so many somebody means: "yang kedua", "nomor 2", "the last one"; from 0 on. */
export function readPosition(
  text: string,
  count: number,
  languages: readonly Language[],
): number | undefined {
  if (text.length > longestChoice) return undefined;
  const [only, ...others] = listSaid(tokenise(text), lexiconOf(languages)) ?? [];
  if (only === undefined || others.length > 0 || only.kind === "weekday" || only.kind === "day")
    return undefined;
  const position = only.value < 0 ? count + only.value : only.value - 1;
  return position >= 0 && position < count ? position : undefined;
}

/** `undefined` where a word or a mark may say something else. */
function listSaid(tokens: readonly Token[], lexicon: Lexicon): readonly Said[] | undefined {
  const said: Said[] = [];
  for (let index = 0; index < tokens.length; ) {
    const step = saidAt(tokens, index, lexicon) ?? skip(tokens, index, lexicon);
    if (step === undefined) return undefined;
    if (step.said !== undefined) said.push(step.said);
    index = step.next;
  }
  return said;
}

interface Step {
  readonly said?: Said;
  readonly next: number;
}

function saidAt(tokens: readonly Token[], index: number, lexicon: Lexicon): Step | undefined {
  const { text } = tokens[index] as Token;
  const { ordinals, before, beside } = lexicon.choosing;
  const position = ordinals.get(text);
  if (position !== undefined) return { said: { kind: "ordinal", value: position }, next: index + 1 };
  if (beside.has(text)) return { next: index + 1 };
  const isDivided = ["-", "."].includes(tokens[index + 1]?.text ?? "");
  const behind = numberAt(tokens, isDivided ? index + 2 : index + 1, lexicon);
  if (before.has(text) && behind !== undefined)
    return { said: { kind: "position", value: behind.value }, next: behind.next };
  if (lexicon.partLabels.get(text) === "day" && behind?.form === "cardinal")
    return { said: { kind: "day", value: behind.value }, next: behind.next };
  const number = numberAt(tokens, index, lexicon);
  if (number !== undefined && lexicon.countedWords.has(tokens[number.next]?.text ?? "")) return undefined;
  if (number !== undefined) return { said: { kind: "number", value: number.value }, next: number.next };
  const weekday = lexicon.weekdays.get(text);
  return weekday === undefined ? undefined : { said: { kind: "weekday", weekday }, next: index + 1 };
}

function numberAt(
  tokens: readonly Token[],
  index: number,
  { numbers, ordinalEndings, choosing }: Lexicon,
): { readonly value: number; readonly form: "cardinal" | "ordinal"; readonly next: number } | undefined {
  const token = tokens[index];
  if (token === undefined || token.kind === "mark") return undefined;
  if (token.kind === "word") {
    const value = numbers.get(token.text);
    const form = choosing.ordinals.has(token.text) ? "ordinal" : "cardinal";
    return value === undefined ? undefined : { value, form, next: index + 1 };
  }
  const ending = tokens[index + 1];
  const isOrdinal = ending?.before === "sign" && ordinalEndings.has(ending.text);
  if (token.text.length > 2) return undefined;
  return {
    value: Number(token.text),
    form: isOrdinal ? "ordinal" : "cardinal",
    next: isOrdinal ? index + 2 : index + 1,
  };
}

function skip(tokens: readonly Token[], index: number, lexicon: Lexicon): Step | undefined {
  const { kind, text } = tokens[index] as Token;
  if (kind === "number") return undefined;
  const polite = skipPolite(tokens, index, lexicon);
  if (polite > index) return { next: polite };
  const isAside =
    lexicon.choosing.before.has(text) ||
    lexicon.dateFillers.has(text) ||
    lexicon.partLabels.get(text) === "day" ||
    /^[-.,!]$/u.test(text);
  return isAside ? { next: index + 1 } : undefined;
}

function choose(said: Said, offered: readonly string[], today: string): string | undefined {
  const dates = offered.filter((date) => date !== "");
  const now = toDayNumber(parseToday(today));
  if (said.kind === "weekday") {
    const isThat = (date: string) => weekdayOf(toDayNumber(parseToday(date))) === said.weekday;
    const ahead = (said.weekday - weekdayOf(now) + 7) % 7;
    return onlyOf(dates.filter(isThat)) ?? (ahead > 0 ? printIso(fromDayNumber(now + ahead)) : undefined);
  }
  const { kind, value } = said;
  const atPosition = value === 0 || kind === "day" ? undefined : offered.at(value < 0 ? value : value - 1);
  const onDay = kind === "position" ? [] : dates.filter((date) => Number(date.slice(8)) === value);
  const found = new Set([...(atPosition === undefined ? [] : [atPosition]), ...onDay]);
  if (found.size > 0) return onlyOf([...found]) || undefined;
  return kind === "day" || kind === "number" ? nextWithDay(value, now) : undefined;
}

function onlyOf([first, ...others]: readonly string[]): string | undefined {
  return others.length === 0 ? first : undefined;
}

/** The 14th is this month's or, where that is over or not there, the next one's. */
function nextWithDay(day: number, now: number): string | undefined {
  for (let dayNumber = now; dayNumber < now + daysAhead; dayNumber++)
    if (fromDayNumber(dayNumber).day === day) return printIso(fromDayNumber(dayNumber));
  return undefined;
}
