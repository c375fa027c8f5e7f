import { parseToday } from "../input/calendar-day.js";
import { behindDay, isOfDay } from "./dates/day-words.js";
import type { CommandName } from "./language.js";
import type { Lexicon } from "./lexicon.js";
import type { MessageFormat } from "./message-format.js";
import { findPhrase } from "./phrases.js";
import { skipPolite } from "./polite.js";
import { type Token, wordsOf } from "./tokens.js";

/** What stands at some tokens: `beside-day` belongs to a date where one stands near it. */
interface Stretch {
  readonly role: "room" | "asking" | "day" | "beside-day" | "aside" | "against" | "unknown";
  readonly from: number;
  readonly next: number;
}

/** Beside what may be one of these nobody only looks. */
const changing: ReadonlySet<CommandName> = new Set(["cancel", "reschedule", "wait"]);
const mostOfficeWords = 4;
/** Longer texts that speak of places are replies, of another machine for one. */
const longestQuestion = 200;
/** No office is read by the date. */
const someDay = /* @__PURE__ */ parseToday("2000-01-01");

/**
 * Finds a question for free places, "besok masih ada slot?", and gives what it says of the day, which may be nothing.
 * To look changes nothing, so with a day in it other words may stand there that nobody knows; but none of another
 * command, or of a person's data.
 */
export function findRoomQuestion(
  text: string,
  tokens: readonly Token[],
  format: MessageFormat,
  lexicon: Lexicon,
): string | undefined {
  if (text.length > longestQuestion || tokens.some((token) => token.text === format.delimiters[0]))
    return undefined;
  const stretches = divide(tokens, lexicon);
  const says = new Set(stretches.map(({ role }) => role));
  const isAsked = lexicon.negations.has(tokens.findLast(({ kind }) => kind !== "mark")?.text ?? "");
  const asks = says.has("asking") || isAsked || tokens.some((token) => token.text === "?");
  if (!asks || !says.has("room") || says.has("against")) return undefined;
  const isUnknown = ({ role, from }: Stretch) =>
    role === "unknown" && !isOfOffice(tokens, from, format, lexicon);
  if (!says.has("day")) return stretches.some(isUnknown) ? undefined : "";
  const day = dayOf(stretches);
  return day.some(({ role }) => role === "unknown")
    ? ""
    : day
        .filter(({ role }) => role !== "room" && role !== "asking")
        .map(({ from, next }) => text.slice(tokens[from]?.start, tokens[next]?.start))
        .join("")
        .trim();
}

/** From the first stretch of a date to the last. */
function dayOf(stretches: readonly Stretch[]): readonly Stretch[] {
  let from = stretches.findIndex(({ role }) => role === "day");
  let next = stretches.findLastIndex(({ role }) => role === "day") + 1;
  while (stretches[from - 1]?.role === "beside-day") from--;
  while (stretches[next]?.role === "beside-day") next++;
  return stretches.slice(from, next);
}

/** Whether a word stands in what the format calls an office. */
function isOfOffice(
  tokens: readonly Token[],
  index: number,
  { fields, readers }: MessageFormat,
  lexicon: Lexicon,
): boolean {
  const reader = readers[fields.find(({ kind }) => kind === "office")?.name ?? ""];
  if (reader === undefined) return false;
  for (let from = Math.max(0, index - mostOfficeWords + 1); from <= index; from++)
    for (let next = index + 1; next <= from + mostOfficeWords; next++) {
      const words = wordsOf(tokens.slice(from, next));
      if (reader.read(words, { today: someDay, lexicon, codes: undefined }).kind === "value") return true;
    }
  return false;
}

function divide(tokens: readonly Token[], lexicon: Lexicon): readonly Stretch[] {
  const stretches: Stretch[] = [];
  for (let index = 0; index < tokens.length; index = stretches.at(-1)?.next ?? tokens.length)
    stretches.push(stretchAt(tokens, index, lexicon));
  return stretches;
}

function stretchAt(tokens: readonly Token[], from: number, lexicon: Lexicon): Stretch {
  const stretch = (role: Stretch["role"], next: number): Stretch => ({ role, from, next });
  const command = findPhrase(lexicon.commands, tokens, from);
  if (command !== undefined) return stretch(roleOf(command.meaning), from + command.words.length);
  const label = findPhrase(lexicon.fieldLabels, tokens, from);
  if (label?.meaning === "personName" || label?.meaning === "birthDate") return stretch("against", from + 1);
  const isCount =
    tokens[from]?.kind === "number" && lexicon.questionWords.room.has(tokens[from + 1]?.text ?? "");
  if (isCount) return stretch("aside", from + 1);
  const polite = skipPolite(tokens, from, lexicon);
  const day = behindDay(tokens, from, lexicon);
  // "Malam ini" is a day, and "min" who is asked, not Sunday.
  if (day !== undefined && day > polite) return stretch("day", day);
  return polite > from
    ? stretch("aside", polite)
    : stretch(wordRole(tokens[from] as Token, lexicon), from + 1);
}

/** "Cek slot" asks for a slot, and "info" for anything. */
function roleOf(command: CommandName): Stretch["role"] {
  if (changing.has(command)) return "against";
  return command === "availability" ? "room" : "asking";
}

function wordRole({ kind, text }: Token, lexicon: Lexicon): Stretch["role"] {
  if (kind === "mark") return "aside";
  if (lexicon.questionWords.room.has(text)) return "room";
  if (lexicon.questionWords.asking.has(text)) return "asking";
  if (kind === "number") return "day";
  const { dateFillers, commandFillers, negations, timeWords, conditions, hedges } = lexicon;
  // "Kalau Selasa bisa?" only asks.
  if (conditions.has(text) || hedges.has(text)) return "aside";
  if (isOfDay(text, lexicon)) return "beside-day";
  const isAside = [dateFillers, commandFillers, negations, timeWords.before].some((words) => words.has(text));
  return isAside ? "aside" : "unknown";
}
