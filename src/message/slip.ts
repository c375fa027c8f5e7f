import { isOneSlipAway } from "./dates/near-month.js";
import type { CommandName } from "./language.js";
import type { Lexicon } from "./lexicon.js";

/** Of shorter commands a slip may be any other word; of those with four letters two may have changed places. */
const shortest = 5;
const shortestSwapped = 4;
const longest = 20;

/**
 * The command that a word was probably meant as: one letter too many, too few or wrong, two that changed places, or
 * letters held down ("batalll"). `undefined` for every word that is one by itself.
 */
export function findSlip(word: string, lexicon: Lexicon): CommandName | undefined {
  const { commandSpellings, knownWords, lookalikes } = lexicon;
  if (word.length < shortestSwapped || word.length > longest) return undefined;
  if (knownWords.has(word) || lookalikes.has(word)) return undefined;
  const once = withoutRuns(word);
  return commandSpellings.find(
    ([spelling]) =>
      (Math.abs(word.length - spelling.length) <= 1 &&
        isOneSlipAway(word, spelling) &&
        (spelling.length >= shortest || lettersOf(word) === lettersOf(spelling))) ||
      (once !== word && once === withoutRuns(spelling)),
  )?.[1];
}

/** The same for words whose letters stand in another order. */
function lettersOf(word: string): string {
  return [...word].sort().join("");
}

function withoutRuns(word: string): string {
  let once = "";
  for (const letter of word) if (!once.endsWith(letter)) once += letter;
  return once;
}
