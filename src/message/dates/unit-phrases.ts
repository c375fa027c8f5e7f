import type { Lexicon } from "../lexicon.js";
import type { Phrase, Phrases } from "../phrases.js";
import type { DateUnit } from "./date-units.js";

/** A phrase as it was found among units. */
export interface UnitPhrase<Meaning> {
  readonly meaning: Meaning;
  readonly words: readonly string[];
  /** Where the number, the weekday or the part of a day stands. */
  readonly slots: readonly number[];
  readonly next: number;
}

/** Which words of phrases a unit can be, itself first. */
const slotNames = ["#", "@", "%"] as const;

/** The longest phrase that begins at `index`; marks between its words (`3-hari lagi`, `s/d`) don't matter. */
export function findUnitPhrase<Meaning>(
  phrases: Phrases<Meaning>,
  units: readonly DateUnit[],
  index: number,
  lexicon: Lexicon,
  isBetter: (one: Meaning, other: Meaning) => boolean = () => false,
): UnitPhrase<Meaning> | undefined {
  const unit = units[index];
  if (unit === undefined || unit.kind === "mark") return undefined;
  let longest: UnitPhrase<Meaning> | undefined;
  for (const first of [unit.text, ...slotNames]) {
    for (const phrase of phrases.get(first) ?? []) {
      if (longest !== undefined && phrase.words.length < longest.words.length) break;
      const found = matchAt(phrase, units, index, lexicon);
      if (found === undefined) continue;
      const gain = found.words.length - (longest?.words.length ?? 0);
      if (longest === undefined || gain > 0 || isBetter(found.meaning, longest.meaning)) longest = found;
      break;
    }
  }
  return longest;
}

function matchAt<Meaning>(
  { words, meaning }: Phrase<Meaning>,
  units: readonly DateUnit[],
  index: number,
  lexicon: Lexicon,
): UnitPhrase<Meaning> | undefined {
  const slots: number[] = [];
  let at = index;
  for (const [offset, word] of words.entries()) {
    if (offset > 0) at = behindJoint(units, at);
    const unit = units[at];
    if (unit === undefined || !isWord(word, unit, lexicon)) return undefined;
    if (unit.text !== word) slots.push(at);
    at++;
  }
  return { meaning, words, slots, next: at };
}

function behindJoint(units: readonly DateUnit[], at: number): number {
  const mark = units[at];
  if (mark?.kind !== "mark" || mark.before !== "sign") return at;
  const isJoint = mark.text === "." || (units[at + 1]?.before === "sign" && "-/'".includes(mark.text));
  return isJoint ? at + 1 : at;
}

function isWord(word: string, unit: DateUnit, lexicon: Lexicon): boolean {
  if (unit.kind === "mark") return false;
  switch (word) {
    case "#":
      return unit.kind === "number";
    case "@":
      return lexicon.weekdays.has(unit.text);
    case "%":
      return isDayPart(unit.text, lexicon);
    default:
      return unit.text === word;
  }
}

export function isDayPart(word: string, { dayParts }: Lexicon): boolean {
  return dayParts.get(word)?.some(({ words }) => words.length === 1) === true;
}
