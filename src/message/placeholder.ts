import type { Lexicon } from "./lexicon.js";
import { findPhrase } from "./phrases.js";
import { firstWordOf, type Token, tokenise } from "./tokens.js";

/** Whether a text is what a template has in a value's place: "Nama", "<tgl lahir>", "ddmmyyyy", "nama anda". */
export function isPlaceholder(text: string, lexicon: Lexicon): boolean {
  if (text.length > 100 || !mayBePlaceholder(firstWordOf(text), lexicon)) return false;
  const words = tokenise(text).filter(({ kind }) => kind !== "mark");
  let index = 0;
  while (index < words.length) {
    const length = placeholderAt(words, index, lexicon);
    if (length === 0) return false;
    index += length;
  }
  return words.length > 0;
}

function placeholderAt(words: readonly Token[], index: number, lexicon: Lexicon): number {
  const phrase =
    findPhrase(lexicon.fieldLabels, words, index) ?? findPhrase(lexicon.placeholders, words, index);
  if (phrase !== undefined) return phrase.words.length;
  return isTemplateWord(words[index]?.text ?? "", lexicon) ? 1 : 0;
}

function mayBePlaceholder(word: string, lexicon: Lexicon): boolean {
  return lexicon.fieldLabels.has(word) || lexicon.placeholders.has(word) || isTemplateWord(word, lexicon);
}

function isTemplateWord(word: string, lexicon: Lexicon): boolean {
  return lexicon.exampleWords.has(word) || isFormatWord(word, lexicon);
}

/** `ddmmyyyy`, `tttt`: a letter doubled at least, and none but those of day, month and year. */
export function isFormatWord(word: string, { formatLetters }: Lexicon): boolean {
  if (word.length < 2 || word[0] !== word[1]) return false;
  for (const letter of word) if (!formatLetters.includes(letter)) return false;
  return true;
}
