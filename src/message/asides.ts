import { behindDay } from "./dates/day-words.js";
import { type Account, accountFor, type Explain, nothingLeft, phrasesIn, wordsIn } from "./doubt.js";
import type { Lexicon } from "./lexicon.js";
import { findPhrase } from "./phrases.js";
import { explainsIntroduction, explainsPolite, limits } from "./telling.js";
import { firstWordOf, type Token, tokenise, withoutLengthening } from "./tokens.js";

const labelSign = /^[:=-]$/u;
const yearDigits = 4;

/** Where a line stands: people introduce a request in front of it. */
type Place = "in front" | "elsewhere";

/**
 * Accounts for a line around a request: greetings, what it is for, a mail program's signature, another form's line, and the
 * names of the request, with which people sign.
 */
export function accountForAside(
  text: string,
  index: number,
  lexicon: Lexicon,
  names: ReadonlySet<string> = new Set(),
  place: Place = "elsewhere",
): Account {
  const tokens = withoutLengthening(tokenise(text));
  const isKnown = isListMark(tokens) || isSignature(tokens, lexicon) || isOtherLine(text, lexicon);
  if (isKnown) return nothingLeft;
  const accountWith = (known: ReadonlySet<string>): Account =>
    accountFor(text, tokens, explainsAside(text, lexicon, known, place), lexicon, index);
  const signed = accountWith(names);
  // Where more is said a name is shown with it: "namanya Budi Santoso".
  return signed.left === 0 || names.size === 0 ? signed : accountWith(new Set());
}

/** A heading in front of a request may have a year: "Formulir pendaftaran paspor 2017". */
export function accountForHeading(
  text: string,
  index: number,
  lexicon: Lexicon,
  names: ReadonlySet<string>,
): Account {
  const account = accountForAside(text, index, lexicon, names, "in front");
  const [doubt, ...others] = account.doubts;
  const isYear = doubt?.text.length === yearDigits && /^(?:19|20)\d\d$/u.test(doubt.text);
  const isBehindWords = doubt !== undefined && doubt.index > index && text.endsWith(doubt.text);
  return isYear && isBehindWords && others.length === 0 ? nothingLeft : account;
}

/** Whether a text says nothing but courtesies and what a request is for. */
export function isAside(text: string, lexicon: Lexicon): boolean {
  return text.length <= longestAside && accountForAside(text, 0, lexicon).left === 0;
}

const longestAside = 200;

function explainsAside(
  text: string,
  lexicon: Lexicon,
  names: ReadonlySet<string>,
  place: Place,
): readonly Explain[] {
  const { asides, courtesies, keywords, exampleWords } = lexicon;
  return [
    ...(place === "in front" ? [explainsIntroduction(text, lexicon, names)] : []),
    explainsPolite(text, lexicon),
    phrasesIn(asides, courtesies),
    wordsIn(keywords, exampleWords, names),
  ];
}

/** Whether a line behind a request speaks of a day, so that it belongs to the date: "atau 21-11-2017", "jam 9". */
export function namesDay(text: string, lexicon: Lexicon): boolean {
  const tokens = tokenise(text);
  if (isListMark(tokens) || isOtherLine(text, lexicon)) return false;
  return tokens.some((token, index) => {
    if (token.kind === "mark") return false;
    if (token.kind === "number" || behindDay(tokens, index, lexicon) !== undefined) return true;
    const part = findPhrase(lexicon.dayParts, tokens, index);
    // "Selamat siang" is no time.
    return part !== undefined && !isGreeting(tokens, index - 1, lexicon);
  });
}

function isGreeting(tokens: readonly Token[], index: number, { courtesies }: Lexicon): boolean {
  return (findPhrase(courtesies, tokens, index)?.words.length ?? 0) > 1;
}

/** `1.`, `2)` or `a.` at the beginning of a line, other marks aside. */
function isListMark(tokens: readonly Token[]): boolean {
  const said = tokens.findIndex(({ kind }) => kind !== "mark");
  const mark = tokens[said + 1]?.text;
  const isShort = (tokens[said]?.text.length ?? 0) <= (tokens[said]?.kind === "number" ? 3 : 1);
  return (
    isShort && tokens.filter(({ kind }) => kind !== "mark").length === 1 && (mark === "." || mark === ")")
  );
}

/**
 * A text with blanks in the place of what a mail program adds: "Sent from my iPhone", and below a line `--` lines that say
 * nothing of a day, a number, or what is done; below one that closes a letter ("Kind regards,") lines of nothing but names.
 */
export function withoutSignature(text: string, lexicon: Lexicon): string {
  if (!text.includes("\n")) return text;
  const lines = text.split("\n");
  const from = lines.findIndex((line, index) => index > 0 && (dashes.test(line) || isClosing(line, lexicon)));
  const block = lines.slice(from + 1);
  const isLeftOut = dashes.test(lines[from] ?? "")
    ? (line: string) => saysNothing(line, lexicon)
    : (line: string) => saysNothing(line, lexicon) && isOfNames(line, lexicon);
  const isBlock = from !== -1 && block.length <= mostSignatureLines && block.every(isLeftOut);
  const own = lines.map((line, index) => {
    const isAdded =
      (isBlock && index >= from) ||
      (lexicon.signatures.has(firstWordOf(line)) && isSignature(tokenise(line), lexicon));
    return isAdded ? " ".repeat(line.length) : line;
  });
  return own.join("\n");
}

const mostSignatureLines = 6;
const dashes = /^-- ?$/u;

/** "Kind regards,", a whole line. */
function isClosing(line: string, { closings }: Lexicon): boolean {
  if (!closings.has(firstWordOf(line))) return false;
  const tokens = tokenise(line);
  const behind = findPhrase(closings, tokens, 0)?.words.length ?? tokens.length + 1;
  return tokens.length <= behind + 1 && tokens.slice(behind).every(({ text }) => /^[.,!]$/u.test(text));
}

/** Names, of people and of whom they work for, are in none of the language's lists. */
function isOfNames(line: string, { knownWords }: Lexicon): boolean {
  return tokenise(line).every(
    ({ kind, text }) => kind === "mark" || text.length === 1 || !knownWords.has(text),
  );
}

/** Words alone, and none that may change what is said above. */
function saysNothing(line: string, lexicon: Lexicon): boolean {
  const { commands, weekdays, months, datePhrases } = lexicon;
  const lists = [commands, weekdays, months, datePhrases];
  return tokenise(line).every(
    ({ kind, text }) =>
      kind !== "number" && text !== "#" && !limits(text, lexicon) && !lists.some((words) => words.has(text)),
  );
}

/** `Sent from my iPhone`, to the end of the line. */
function isSignature(tokens: readonly Token[], lexicon: Lexicon): boolean {
  const said = tokens.filter(({ kind }) => kind !== "mark");
  return findPhrase(lexicon.signatures, said, 0) !== undefined;
}

/** `No HP: 0812…`, `NIK 3174…`: a line that another form has. */
function isOtherLine(text: string, lexicon: Lexicon): boolean {
  const tokens = tokenise(text.slice(0, 100));
  const said = tokens.filter(({ kind, text: sign }) => kind !== "mark" || labelSign.test(sign));
  const start = said[0]?.kind === "number" ? 1 : 0;
  const phrase = findPhrase(lexicon.otherLabels, said, start);
  const value = said.slice(start + (phrase?.words.length ?? 0));
  return (
    phrase !== undefined &&
    (labelSign.test(value[0]?.text ?? "") || (value.length > 0 && value.every(isNumeric)))
  );
}

function isNumeric({ kind, text }: Token): boolean {
  return kind === "number" || labelSign.test(text);
}
