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
  return text.length <= longestAnswer && saysOnly(text, lexicon.agreeing, lexicon);
}

/** Whether a text says no to what was asked, and nothing else: "tidak", "jangan dulu pak", "no thanks". */
export function saysNo(text: string, languages: readonly Language[]): boolean {
  const { refusing, givingUp } = lexiconOf(languages);
  return isMadeOf(text, [refusing, givingUp], languages);
}

/** Whether a text takes back what stands beside it, and says nothing else: "jangan dulu ya", "ga jadi". */
export function takesBack(text: string, languages: readonly Language[]): boolean {
  return isMadeOf(text, [lexiconOf(languages).givingUp], languages);
}

/**
 * Whether somebody wants nothing any more, in a text that speaks of no day: "ga jadi deh pak", "sudahlah, saya capek". A
 * "don't" alone says so only where nothing else is said.
 */
export function givesUp(text: string, languages: readonly Language[]): boolean {
  if (text.length > longestAnswer || text.includes("?")) return false;
  if (takesBack(text, languages)) return true;
  const lexicon = lexiconOf(languages);
  const tokens = tokenise(text);
  const isSaid = tokens.some((_, index) => {
    const phrase = findPhrase(lexicon.givingUp, tokens, index);
    return phrase !== undefined && !lexicon.negations.has(phrase.words.at(-1) ?? "");
  });
  return isSaid && !namesDay(text, lexicon);
}

function isMadeOf(text: string, lists: readonly Phrases<unknown>[], languages: readonly Language[]): boolean {
  if (text.length > longestAnswer || text.includes("?")) return false;
  const lexicon = lexiconOf(languages);
  const tokens = tokenise(text);
  let said = noSign.test(text) ? 1 : 0;
  for (let index = 0; index < tokens.length; ) {
    const phrase = lists.map((list) => findPhrase(list, tokens, index)).find((found) => found !== undefined);
    const polite = skipPolite(tokens, index, lexicon);
    if (phrase !== undefined) {
      index += phrase.words.length;
      said++;
    } else if (polite > index) index = polite;
    else if (isAside(tokens[index] as Token, lexicon)) index++;
    else return false;
  }
  return said > 0;
}

/** Whether a text is one of these phrases and nothing else, greetings aside: no question, no "but", no "not". */
export function saysOnly(text: string, phrases: Phrases<unknown>, lexicon: Lexicon): boolean {
  if (noSign.test(text)) return false;
  const tokens = tokenise(text);
  let said = yesSign.test(text) ? 1 : 0;
  let index = 0;
  while (index < tokens.length) {
    const phrase = findPhrase(phrases, tokens, index);
    const polite = skipPolite(tokens, index, lexicon);
    if (phrase !== undefined) {
      index += phrase.words.length;
      if (isTwice(tokens[index])) index++;
      said++;
    } else if (polite > index && !tokens.slice(index, polite).some(isQuestion)) index = polite;
    else if (isStop(tokens[index])) index++;
    else return false;
  }
  return said > 0;
}

/** "oke2": a word that is said twice. */
function isTwice(token: Token | undefined): boolean {
  return token?.kind === "number" && token.text === "2" && token.before === "sign";
}

function isAside(token: Token, { dateFillers, commandFillers }: Lexicon): boolean {
  return isStop(token) || dateFillers.has(token.text) || commandFillers.has(token.text);
}

function isStop(token: Token | undefined): boolean {
  return /^[.,!]$/u.test(token?.text ?? "");
}

function isQuestion({ text }: { readonly text: string }): boolean {
  return text === "?";
}
