import { namesDay } from "./asides.js";
import type { Language } from "./language.js";
import { type Lexicon, lexiconOf } from "./lexicon.js";
import { findPhrase, type Phrases } from "./phrases.js";
import { skipPolite } from "./polite.js";
import { type Token, tokenise } from "./tokens.js";

const yesSign = /[👍👌✅☑✔🆗]/u;
const noSign = /[👎❌✖🚫⛔🙅]/u;
const longestAnswer = 200;

/** Whether a text says yes to what was asked, and nothing else: "ya", "iya pak", "yes please", "👍". */
export function saysYes(text: string, languages: readonly Language[]): boolean {
  const lexicon = lexiconOf(languages);
  return saysOnly(text, lexicon.agreeing, lexicon);
}

/** Whether a text confirms a booking by itself, and says nothing else: "ya", "konfirmasi", but no bare "ok". */
export function confirms(text: string, languages: readonly Language[]): boolean {
  const lexicon = lexiconOf(languages);
  return saysOnly(text, lexicon.assents, lexicon) && !saysOnly(text, lexicon.acknowledging, lexicon);
}

/** Whether a text says no to what was asked, and nothing else: "tidak", "jangan dulu pak", "no thanks". */
export function saysNo(text: string, languages: readonly Language[]): boolean {
  const lexicon = lexiconOf(languages);
  return saysNoIn(text, [lexicon.refusing, lexicon.givingUp], lexicon);
}

/** Whether a text takes back what stands beside it, and says nothing else: "jangan dulu ya", "ga jadi". */
export function takesBack(text: string, languages: readonly Language[]): boolean {
  const lexicon = lexiconOf(languages);
  return saysNoIn(text, [lexicon.givingUp], lexicon);
}

/**
 * Whether somebody wants nothing any more, in a text that speaks of no day: "ga jadi deh pak", "sudahlah, saya capek". A
 * "don't" alone says so only where nothing else is said.
 */
export function givesUp(text: string, languages: readonly Language[]): boolean {
  if (text.length > longestAnswer) return false;
  const lexicon = lexiconOf(languages);
  if (saysNoIn(text, [lexicon.givingUp], lexicon)) return true;
  const tokens = tokenise(text);
  if (tokens.some(isQuestion)) return false;
  const isSaid = tokens.some((_, index) => {
    const phrase = findPhrase(lexicon.givingUp, tokens, index);
    return phrase !== undefined && !lexicon.negations.has(phrase.words.at(-1) ?? "");
  });
  return isSaid && !namesDay(text, lexicon);
}

/** A "no" may have fillers beside it, which would make a "yes" say more than that. */
function saysNoIn(text: string, lists: readonly Phrases<unknown>[], lexicon: Lexicon): boolean {
  return isMadeOf(text, lists, noSign, [lexicon.dateFillers, lexicon.commandFillers], lexicon);
}

/** Whether a text is one of these phrases and nothing else, greetings aside: no question, no "but", no "not". */
export function saysOnly(text: string, phrases: Phrases<unknown>, lexicon: Lexicon): boolean {
  return !noSign.test(text) && isMadeOf(text, [phrases], yesSign, [], lexicon);
}

/** Whether a text has such a phrase or sign, and beside it nothing but courtesies and fillers. */
function isMadeOf(
  text: string,
  lists: readonly Phrases<unknown>[],
  sign: RegExp,
  fillers: readonly ReadonlySet<string>[],
  lexicon: Lexicon,
): boolean {
  if (text.length > longestAnswer) return false;
  const tokens = tokenise(text);
  if (tokens.some(isQuestion)) return false;
  let said = sign.test(text) ? 1 : 0;
  for (let index = 0; index < tokens.length; ) {
    const phrase = lists.map((list) => findPhrase(list, tokens, index)).find((found) => found !== undefined);
    const polite = skipPolite(tokens, index, lexicon);
    const { text: word = "" } = tokens[index] ?? {};
    if (phrase !== undefined) {
      index += phrase.words.length;
      if (isTwice(tokens[index])) index++;
      said++;
    } else if (polite > index) index = polite;
    else if (/^[.,!]$/u.test(word) || fillers.some((words) => words.has(word))) index++;
    else return false;
  }
  return said > 0;
}

/** "oke2": a word that is said twice. */
function isTwice(token: Token | undefined): boolean {
  return token?.kind === "number" && token.text === "2" && token.before === "sign";
}

function isQuestion({ text }: Token): boolean {
  return text === "?";
}
