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
      (spelling.length >= shortest && isOneEditAway(word, spelling)) ||
      (spelling.length >= shortestSwapped && isSwapped(word, spelling)) ||
      (once !== word && once === withoutRuns(spelling)),
  )?.[1];
}

function isOneEditAway(one: string, other: string): boolean {
  if (Math.abs(one.length - other.length) > 1) return false;
  if (one[0] !== other[0] && one[1] !== other[1] && one[1] !== other[0] && one[0] !== other[1]) return false;
  let same = 0;
  while (same < one.length && one[same] === other[same]) same++;
  const behind = (text: string, more: number): string => text.slice(same + more);
  return (
    behind(one, 1) === behind(other, 1) ||
    behind(one, 1) === behind(other, 0) ||
    behind(one, 0) === behind(other, 1)
  );
}

function isSwapped(one: string, other: string): boolean {
  if (one.length !== other.length) return false;
  let same = 0;
  while (same < one.length && one[same] === other[same]) same++;
  return (
    one[same] === other[same + 1] &&
    one[same + 1] === other[same] &&
    one.slice(same + 2) === other.slice(same + 2)
  );
}

function withoutRuns(word: string): string {
  let once = "";
  for (const letter of word) if (!once.endsWith(letter)) once += letter;
  return once;
}
