import type { Lexicon } from "../lexicon.js";
import type { Token } from "../tokens.js";

/**
 * Reads the number words that begin at `index`: "dua puluh satu", "seribu sembilan ratus". A word adds to what is
 * smaller than the word before only, so that "nineteen eighty" stays two numbers.
 */
export function readNumberWords(
  tokens: readonly Token[],
  index: number,
  lexicon: Lexicon,
): { readonly value: number; readonly next: number } | undefined {
  let value: number | undefined;
  let last = 0;
  let room = Number.POSITIVE_INFINITY;
  let roomBefore = room;
  let next = index;
  for (; next < tokens.length; next++) {
    if (value !== undefined && isJoined(tokens, next, value, lexicon)) continue;
    const word = tokens[next]?.text ?? "";
    const added = lexicon.numbers.get(word);
    const factor = lexicon.multipliers.get(word);
    const raise = lexicon.raisers.get(word);
    if (added !== undefined && added < room) {
      value = (value ?? 0) + added;
      last = added;
      roomBefore = room;
      room = roundness(added);
    } else if (value !== undefined && factor !== undefined && last < factor && factor < roomBefore) {
      value += last * factor - last;
      last *= factor;
      room = factor;
    } else if (value !== undefined && raise !== undefined && last < 10 && raise < roomBefore) {
      value += raise;
      last += raise;
      room = 1;
    } else break;
  }
  return value === undefined ? undefined : { value, next };
}

/** What may still be added to a number: 20 takes up to 9, 100 up to 99, 10 and 19 nothing. */
function roundness(number: number): number {
  let room = 1;
  while (number >= 20 && number % (room * 10) === 0) room *= 10;
  return room;
}

/** The hyphen of "ninety-five", the "and" of "two thousand and five". */
function isJoined(tokens: readonly Token[], index: number, value: number, lexicon: Lexicon): boolean {
  const [joint, behind] = [tokens[index], tokens[index + 1]];
  const added = lexicon.numbers.get(behind?.text ?? "");
  if (joint === undefined || added === undefined) return false;
  if (joint.text === "-")
    return (
      joint.before === "sign" &&
      behind?.before === "sign" &&
      value % 10 === 0 &&
      added < 10 &&
      value % 100 >= 20
    );
  return lexicon.conjunctions.has(joint.text) && value % 100 === 0 && added < 100;
}
