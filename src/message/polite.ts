import type { Lexicon } from "./lexicon.js";
import { findPhrase } from "./phrases.js";
import { type Token, tokenise } from "./tokens.js";

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

/** A text without the greetings, and what the request is for, in front of it; a title right before a name stays. */
export function withoutGreeting(text: string, lexicon: Lexicon): string {
  const tokens = tokenise(text);
  const phraseAt = (index: number) =>
    findPhrase(lexicon.asides, tokens, index) ?? findPhrase(lexicon.courtesies, tokens, index);
  let index = 0;
  for (;;) {
    const phrase = phraseAt(index);
    if (phrase === undefined) break;
    const next = index + phrase.words.length;
    const isTitle = lexicon.honorifics.has(phrase.words[0] ?? "") && tokens[next]?.kind === "word";
    if (isTitle && phraseAt(next) === undefined) break;
    index = next;
    while (tokens[index]?.kind === "mark") index++;
  }
  return index === 0 ? text : text.slice(tokens[index]?.start ?? text.length);
}
