import type { Lexicon } from "../lexicon.js";
import { findPhrase } from "../phrases.js";
import type { Token } from "../tokens.js";
import { isMonthWord } from "./near-month.js";

/** The index behind words that name a day or a month: "besok", "senin depan", "Agustus". */
export function behindDay(
  tokens: readonly Token[],
  index: number,
  { datePhrases, weekdays, months }: Lexicon,
): number | undefined {
  const phrase = findPhrase(datePhrases, tokens, index);
  if (phrase !== undefined && phrase.meaning.kind !== "unclear") return index + phrase.words.length;
  const { text = "" } = tokens[index] ?? {};
  return weekdays.has(text) || isMonthWord(text, months) ? index + 1 : undefined;
}

/** Whether a word may be part of a day: "depan" of "Senin depan", "belas", "th". */
export function isOfDay(word: string, lexicon: Lexicon): boolean {
  const { datePhraseWords, numbers, multipliers, raisers, partLabels, ordinalEndings } = lexicon;
  return [datePhraseWords, numbers, multipliers, raisers, partLabels, ordinalEndings].some((words) =>
    words.has(word),
  );
}
