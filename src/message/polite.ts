import { findPhrase, type Lexicon } from "./lexicon.js";
import { type Token, tokenise } from "./tokens.js";

const mostSenderWords = 8;

/** The index behind the greetings, thanks and pleas, and the marks among them, that begin at `from`. */
export function skipPolite(tokens: readonly Token[], from: number, lexicon: Lexicon): number {
  let index = from;
  for (;;) {
    const phrase = findPhrase(lexicon.courtesies, tokens, index);
    if (phrase !== undefined) index += phrase.words.length;
    else if (tokens[index]?.kind === "mark" && index > from) index++;
    else return index;
  }
}

/** A text without the greetings in front of it; a title right before a name stays. */
export function withoutGreeting(text: string, lexicon: Lexicon): string {
  const tokens = tokenise(text);
  let index = endOfStamp(tokens);
  for (;;) {
    const phrase = findPhrase(lexicon.courtesies, tokens, index);
    if (phrase === undefined) break;
    const next = index + phrase.words.length;
    const isTitle = lexicon.honorifics.has(phrase.words[0] ?? "") && tokens[next]?.kind === "word";
    if (isTitle && findPhrase(lexicon.courtesies, tokens, next) === undefined) break;
    index = next;
    while (tokens[index]?.kind === "mark") index++;
  }
  return index === 0 ? text : text.slice(tokens[index]?.start ?? text.length);
}

/** Whether a text around a request says nothing that could change it: no number, no day, no other person, no "not". */
export function isBesideThePoint(text: string, lexicon: Lexicon): boolean {
  const tokens = tokenise(text);
  let index = endOfStamp(tokens);
  if (isListMark(tokens.slice(index))) return true;
  while (index < tokens.length) {
    const next = skipPolite(tokens, index, lexicon);
    if (next > index) {
      index = next;
      continue;
    }
    if (changesSomething(tokens, index, lexicon)) return false;
    index++;
  }
  return true;
}

/** Behind what a chat puts in front of a copied message: `[12/11/17 08.30] Budi: `. */
function endOfStamp(tokens: readonly Token[]): number {
  if (tokens[0]?.text !== "[") return 0;
  const close = tokens.findIndex(({ text }) => text === "]") + 1;
  const sender = tokens.slice(close, close + mostSenderWords).findIndex(({ text }) => text === ":") + 1;
  return close === 0 ? 0 : close + sender;
}

/** `1.` or `2)` at the beginning of a line, other marks aside. */
function isListMark(tokens: readonly Token[]): boolean {
  const number = tokens.findIndex(({ kind }) => kind === "number");
  const mark = tokens[number + 1]?.text;
  return tokens.filter(({ kind }) => kind !== "mark").length === 1 && (mark === "." || mark === ")");
}

function changesSomething(tokens: readonly Token[], index: number, lexicon: Lexicon): boolean {
  const { kind, text } = tokens[index] as Token;
  if (kind === "mark") return false;
  const changing = [lexicon.weekdays, lexicon.conjunctions, lexicon.negations];
  if (kind === "number" || changing.some((words) => words.has(text))) return true;
  if (findPhrase(lexicon.datePhrases, tokens, index) !== undefined) return true;
  const command = findPhrase(lexicon.commands, tokens, index)?.meaning;
  return command === "cancel" || command === "reschedule";
}
