import { type Account, accountFor, courtesiesOf, type Explain, nothingLeft, wordsIn } from "./doubt.js";
import type { Lexicon } from "./lexicon.js";
import { findPhrase, type Phrases } from "./phrases.js";
import { type Token, tokenise } from "./tokens.js";

/** Of the months as numerals most are words as well: "I", "v". */
const longestNumeral = 2;
const colon = /^[:=]$/u;

/** Accounts for a line around a request: greetings, what it is for, a mail program's signature, another form's line. */
export function accountForAside(text: string, index: number, lexicon: Lexicon): Account {
  const tokens = tokenise(text);
  const isKnown = isListMark(tokens) || isSignature(tokens, lexicon) || isOtherLine(text, lexicon);
  return isKnown ? nothingLeft : accountFor(text, tokens, explainsAside(lexicon), lexicon, index);
}

function explainsAside(lexicon: Lexicon): readonly Explain[] {
  return [phrasesIn(lexicon.asides), courtesiesOf(lexicon), wordsIn(lexicon.keywords, lexicon.exampleWords)];
}

function phrasesIn(phrases: Phrases<unknown>): Explain {
  return (tokens, index) => {
    const phrase = findPhrase(phrases, tokens, index);
    return phrase === undefined ? undefined : index + phrase.words.length;
  };
}

/** Whether a line behind a request speaks of a day, so that it belongs to the date: "atau 21-11-2017", "jam 9". */
export function namesDay(text: string, lexicon: Lexicon): boolean {
  const tokens = tokenise(text);
  if (isListMark(tokens) || isOtherLine(text, lexicon)) return false;
  return tokens.some((token, index) => {
    if (token.kind === "mark") return false;
    if (token.kind === "number" || lexicon.weekdays.has(token.text)) return true;
    if (lexicon.months.has(token.text) && token.text.length > longestNumeral) return true;
    const phrase = findPhrase(lexicon.datePhrases, tokens, index);
    if (phrase !== undefined && phrase.meaning.kind !== "unclear") return true;
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

/** `Sent from my iPhone`, to the end of the line. */
function isSignature(tokens: readonly Token[], lexicon: Lexicon): boolean {
  const said = tokens.filter(({ kind }) => kind !== "mark");
  return findPhrase(lexicon.signatures, said, 0) !== undefined;
}

/** `No HP: 0812…`, a line that another form has. */
function isOtherLine(text: string, lexicon: Lexicon): boolean {
  const tokens = tokenise(text.slice(0, 100));
  const said = tokens.filter(({ kind, text: sign }) => kind !== "mark" || colon.test(sign));
  const phrase = findPhrase(lexicon.otherLabels, said, 0);
  return phrase !== undefined && colon.test(said[phrase.words.length]?.text ?? "");
}
