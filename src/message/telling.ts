import { behindDay } from "./dates/day-words.js";
import type { Explain } from "./doubt.js";
import type { CommandName } from "./language.js";
import type { Lexicon } from "./lexicon.js";
import { mayBeName } from "./named-person.js";
import { findPhrase, type Phrases } from "./phrases.js";
import { isDoubling, type Token } from "./tokens.js";

const border = /[.,;:!?()\n\r]|\s\p{Pd}/u;
const capital = /^\p{Lu}/u;
const longestClause = 25;
const acts: ReadonlySet<CommandName> = new Set(["cancel", "reschedule", "extend", "wait"]);

/** Whether a clause begins with a token, by the marks and line breaks before it. */
export function beginsClause(text: string, tokens: readonly Token[], index: number): boolean {
  const before = tokens[index - 1];
  if (before === undefined) return true;
  return border.test(text.slice(before.kind === "mark" ? before.start : before.end, tokens[index]?.start));
}

/**
 * Explains a clause by its polite beginning, "semoga urusannya lancar", "thanks for your patience", if it holds no word that
 * may change what is done. Where somebody goes on about themselves ("thanks I ...") it ends.
 */
export function explainsPolite(text: string, lexicon: Lexicon): Explain {
  const { politely, subjects, owners } = lexicon.telling;
  return (tokens, index) =>
    behindClause(text, tokens, index, politely, lexicon, new Set(), (at) => {
      const { text: word = "" } = tokens[at] ?? {};
      return (subjects.has(word) || owners.has(word)) && !lexicon.courtesies.has(word);
    });
}

/** Explains a clause that introduces a request: "saya mau mengambil antrian paspor"; those who are named in it may be named here. */
export function explainsIntroduction(text: string, lexicon: Lexicon, names: ReadonlySet<string>): Explain {
  return (tokens, index) =>
    behindClause(text, tokens, index, lexicon.telling.introducing, lexicon, names, () => false);
}

function behindClause(
  text: string,
  tokens: readonly Token[],
  index: number,
  beginnings: Phrases<unknown>,
  lexicon: Lexicon,
  names: ReadonlySet<string>,
  isEnd: (index: number) => boolean,
): number | undefined {
  const beginning = findPhrase(beginnings, tokens, index);
  if (beginning === undefined || hopesToCome(text, tokens, index, beginning.words, lexicon)) return undefined;
  const first = index + beginning.words.length;
  let next = first;
  while (next < tokens.length && !(next > first && beginsClause(text, tokens, next)) && !isEnd(next)) {
    if (next - index > longestClause || mayChange(text, tokens, next, names, lexicon)) return undefined;
    next++;
  }
  return next;
}

/** "Semoga bisa datang", "hope I can come": who hopes it is not sure. */
function hopesToCome(
  text: string,
  tokens: readonly Token[],
  index: number,
  beginning: readonly string[],
  lexicon: Lexicon,
): boolean {
  if (!beginning.some((word) => lexicon.telling.hoping.has(word))) return false;
  for (let next = index + 1; next < tokens.length && !beginsClause(text, tokens, next); next++)
    if (saysToCome(text, tokens, next, lexicon)) return true;
  return false;
}

/** Whether a word says that somebody comes, or may: "saya masih mau datang", but not "saya tidak bisa datang". */
export function saysToCome(text: string, tokens: readonly Token[], index: number, lexicon: Lexicon): boolean {
  if (!lexicon.telling.attending.has(tokens[index]?.text ?? "")) return false;
  const isNot = ({ text: word }: Token) => lexicon.telling.nots.has(word) || lexicon.negations.has(word);
  for (let before = index; before > 0 && !beginsClause(text, tokens, before); before--)
    if (isNot(tokens[before - 1] as Token)) return false;
  return true;
}

/** The tokens of a value without the polite clauses behind it: "besok terima kasih atas bantuannya". */
export function withoutPoliteEnd(tokens: readonly Token[], text: string, lexicon: Lexicon): readonly Token[] {
  const clause = explainsPolite(text, lexicon);
  let end = tokens.length;
  for (let index = 1; index < tokens.length; ) {
    const next = clause(tokens, index);
    const isPart = findPhrase(lexicon.dayParts, tokens, index) !== undefined;
    const courtesy = isPart ? undefined : findPhrase(lexicon.courtesies, tokens, index);
    if (typeof next === "number") end = Math.min(end, index);
    else if (courtesy === undefined && tokens[index]?.kind !== "mark") end = tokens.length;
    index = typeof next === "number" ? next : index + (courtesy?.words.length ?? 1);
  }
  return end === tokens.length ? tokens : tokens.slice(0, end);
}

/** Whether a word in a clause takes back, sets a condition, asks, adds, puts off, or names a day or somebody. */
function mayChange(
  text: string,
  tokens: readonly Token[],
  index: number,
  names: ReadonlySet<string>,
  lexicon: Lexicon,
): boolean {
  const token = tokens[index] as Token;
  if (token.kind === "mark") return token.text === "?" || token.text === "#";
  if (token.kind === "number") return !isDoubling(tokens, index);
  if (limits(token.text, lexicon) || lexicon.companies.has(token.text)) return true;
  if (findPhrase(lexicon.dayParts, tokens, index) !== undefined) return true;
  // "Min" is Sunday as well as how an admin is called.
  const isPolite = findPhrase(lexicon.courtesies, tokens, index) !== undefined;
  if (!isPolite && behindDay(tokens, index, lexicon) !== undefined) return true;
  if (findPhrase(lexicon.givingUp, tokens, index) !== undefined) return true;
  if (lexicon.conjunctions.has(token.text) && beginsPerson(tokens[index + 1], lexicon)) return true;
  const command = findPhrase(lexicon.commands, tokens, index);
  if (command !== undefined && acts.has(command.meaning) && !lexicon.commandFillers.has(token.text))
    return true;
  return !names.has(token.text) && capital.test(text.charAt(token.start)) && mayBeName(token, lexicon);
}

/** "dan istri saya", "with my son" */
function beginsPerson(token: Token | undefined, { telling }: Lexicon): boolean {
  return telling.subjects.has(token?.text ?? "") || telling.owners.has(token?.text ?? "");
}

/** Whether a word by itself may limit what is said beside it. */
export function limits(word: string, lexicon: Lexicon): boolean {
  const { negations, conditions, hedges, telling } = lexicon;
  return [negations, conditions, hedges, telling.limits].some((words) => words.has(word));
}

/** The index behind "anak saya lagi", "my car has": whose state is told, and that one is; with `nots` what is not so, too. */
export function behindSubject(
  tokens: readonly Token[],
  index: number,
  lexicon: Lexicon,
  nots: "told" | "doubted",
): number | undefined {
  const { owners, subjects, subjectEndings } = lexicon.telling;
  const word = (at: number): string => (tokens[at]?.kind === "word" ? (tokens[at]?.text ?? "") : "");
  const hasState = (at: number): boolean => isState(word(at), lexicon);
  const first = word(index);
  let next = index;
  if (owners.has(first) && word(next + 1) !== "" && hasState(next + 2)) next += 2;
  else if (first !== "" && owners.has(word(next + 1)) && hasState(next + 2)) next += 2;
  else if (subjects.has(first) || endsWithOneOf(first, subjectEndings)) next++;
  if (next === index || limits(first, lexicon)) return undefined;
  if (isDoubling(tokens, next)) next++;
  if (owners.has(word(next)) && !hasState(next)) next++;
  if (lexicon.wishes.has(word(next)) && hasState(next + 1)) next++;
  return hasState(next) || (nots === "told" && tellsNot(tokens, next, lexicon)) ? next + 1 : undefined;
}

/** "Lagi", "is", and what verbs look like that tell what happened: "ditolak", "delayed". */
function isState(word: string, lexicon: Lexicon): boolean {
  const { states, stateBeginnings, stateEndings } = lexicon.telling;
  if (states.has(word)) return true;
  if (word.length < shortestVerb || limits(word, lexicon) || lexicon.commands.has(word)) return false;
  const begins = [...stateBeginnings].some((beginning) => word.startsWith(beginning));
  return begins || endsWithOneOf(word, stateEndings);
}

function endsWithOneOf(word: string, endings: ReadonlySet<string>): boolean {
  return word.length >= shortestOwned && [...endings].some((ending) => word.endsWith(ending));
}

const shortestVerb = 6;
const shortestOwned = 5;

/** "suami ga dapet cuti": what is not so, as far as something follows that is not; "jangan" and "don't" want something. */
export function tellsNot(tokens: readonly Token[], index: number, lexicon: Lexicon): boolean {
  const [token, next] = [tokens[index], tokens[index + 1]];
  return (
    token !== undefined &&
    next?.kind === "word" &&
    lexicon.telling.nots.has(token.text) &&
    !limits(next.text, lexicon) &&
    !lexicon.wishes.has(next.text) &&
    findPhrase(lexicon.givingUp, tokens, index) === undefined &&
    findPhrase(lexicon.commands, tokens, index + 1) === undefined
  );
}
