import type { Explain } from "./doubt.js";
import type { Lexicon } from "./lexicon.js";
import { findPhrase } from "./phrases.js";
import type { Token } from "./tokens.js";

const capital = /^\p{Lu}/u;

/**
 * Who else is named beside a command or a code: "atas nama Siti", "pak Budi", "Siti". Words that the language lists for
 * something are no names.
 */
export function namesPerson(text: string, lexicon: Lexicon): Explain {
  const hasSmallLetters = text !== text.toUpperCase();
  return (tokens, index) => {
    const token = tokens[index] as Token;
    const introduction = findPhrase(lexicon.aboutPhrases, tokens, index);
    const next = index + (introduction?.words.length ?? (lexicon.honorifics.has(token.text) ? 1 : 0));
    if (next > index) {
      const titled = lexicon.honorifics.has(tokens[next]?.text ?? "") ? next + 1 : next;
      return mayBeName(tokens[titled], lexicon) ? next : undefined;
    }
    if (!mayBeName(token, lexicon)) return undefined;
    const isCapital = hasSmallLetters && capital.test(text.charAt(token.start));
    return isCapital || isIntroduced(tokens, index, lexicon) ? "other-name" : undefined;
  };
}

/** Words that nobody lists may be a name, though it is written in small letters. */
export function mayBeName(token: Token | undefined, { knownWords }: Lexicon): boolean {
  return token?.kind === "word" && token.text.length > 1 && !knownWords.has(token.text);
}

function isIntroduced(
  tokens: readonly Token[],
  index: number,
  { aboutPhrases, honorifics }: Lexicon,
): boolean {
  const before = tokens[index - 1]?.text ?? "";
  if (honorifics.has(before)) return true;
  return [1, 2].some((length) => findPhrase(aboutPhrases, tokens, index - length)?.words.length === length);
}
