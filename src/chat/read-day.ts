import { readChosenDay } from "../message/dates/read-chosen-day.js";
import { lexiconOf } from "../message/lexicon.js";
import { type DateReading, parseDate } from "../message/parse-date.js";
import { type Token, tokenise } from "../message/tokens.js";
import type { ChatContext } from "./chat-settings.js";
import type { OfficeToday } from "./route.js";

type Read = Pick<ChatContext, "words">;
type Today = Pick<OfficeToday, "today" | "timeZone">;

const mostDays = 3;
const longestText = 200;

/** The date that a text behind a command is, or a day of the month alone: "tanggal 14". */
export function readDay({ words }: Read, text: string, { today, timeZone }: Today): DateReading {
  const { languages } = words;
  const reading = parseDate(text, { today, timeZone, expects: "arrival", languages });
  const isPart = reading.kind === "problem" && reading.code === "incomplete-date";
  const day = isPart ? readChosenDay(text, [], { today, languages }) : undefined;
  return day === undefined ? reading : { kind: "date", date: day, basis: "assumed" };
}

/** The days of which one is to be chosen, "kamis atau jumat", "10 or 11 August"; none where it is not several. */
export function readDays(context: Read, text: string, today: Today): readonly string[] {
  if (text.length > longestText) return [];
  const { either } = lexiconOf(context.words.languages).choosing;
  const parts = splitAt(text, ({ text: word }) => either.has(word));
  if (parts.length < 2 || parts.length > mostDays) return [];
  const days = parts.map((part) => dayWith(context, part, parts.at(-1) ?? "", today));
  const found = days.flatMap((day) => day ?? []);
  return found.length === parts.length && new Set(found).size === found.length ? found : [];
}

/** "Dari 8 ke 9 Agustus": the day that is left, which may be missing, and what says the one that is wanted. */
export function readMove(
  context: Read,
  text: string,
  today: Today,
): { readonly from?: string; readonly to: string } {
  if (text.length > longestText) return { to: text };
  const { from, to, picking } = lexiconOf(context.words.languages).choosing;
  const [left = "", wanted, ...others] = splitAt(text, ({ text: word }) => to.has(word));
  if (wanted === undefined || others.length > 0) return { to: text };
  const said = tokenise(left).filter(
    ({ kind, text: word }) => kind !== "mark" && !from.has(word) && !picking.has(word),
  );
  const [first] = said;
  const day = first && dayWith(context, left.slice(first.start), wanted, today);
  return day === undefined ? { to: text } : { from: day, to: wanted };
}

/** The day that a part says by itself, or with the month of the part that has one: "10" of "10 or 11 August". */
function dayWith(context: Read, part: string, whole: string, today: Today): string | undefined {
  const isNumber = /^\s*\d{1,2}\s*$/u.test(part);
  const month = whole.replace(/^\D*\d+/u, "");
  const reading = readDay(context, isNumber ? `${part.trim()}${month}` : part, today);
  return reading.kind === "date" ? reading.date : undefined;
}

function splitAt(text: string, isBorder: (token: Token) => boolean): readonly string[] {
  const parts: string[] = [];
  let start = 0;
  for (const token of tokenise(text)) {
    if (!isBorder(token)) continue;
    parts.push(text.slice(start, token.start));
    start = token.end;
  }
  return [...parts, text.slice(start)];
}
