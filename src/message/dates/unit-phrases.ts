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

/** The longest phrase that begins at `index`; marks between its words (`3-hari lagi`, `s/d`) don't matter. */
export function findUnitPhrase<Meaning>(
  phrases: Phrases<Meaning>,
  units: readonly DateUnit[],
  index: number,
  lexicon: Lexicon,
  isBetter?: (one: Meaning, other: Meaning) => boolean,
): UnitPhrase<Meaning> | undefined {
  const unit = units[index];
  if (unit === undefined || unit.kind === "mark") return undefined;
  let longest: UnitPhrase<Meaning> | undefined;
  for (const candidates of listCandidates(phrases, units, index, lexicon)) {
    const found = candidates && firstMatch(candidates, units, index, lexicon);
    if (found === undefined) continue;
    const gain = found.words.length - (longest?.words.length ?? 0);
    const isEqual = gain === 0 && longest !== undefined;
    if (gain > 0 || (isEqual && isBetter?.(found.meaning, longest?.meaning as Meaning) === true))
      longest = found;
  }
  return longest;
}

/** Those that begin with the unit's word, and with what else it is. */
function listCandidates<Meaning>(
  phrases: Phrases<Meaning>,
  units: readonly DateUnit[],
  index: number,
  lexicon: Lexicon,
): readonly (readonly Phrase<Meaning>[] | undefined)[] {
  const { kind, text } = units[index] as DateUnit;
  const own = phrases.get(text);
  if (kind === "number") {
    const counted = withSecond(phrases.get("#"), units, index);
    return own === undefined && counted === undefined ? none : [own, counted];
  }
  const ofWeekday = lexicon.weekdays.has(text) ? withSecond(phrases.get("@"), units, index) : undefined;
  const ofPart = phrases.has("%") && isDayPart(text, lexicon) ? phrases.get("%") : undefined;
  return own === undefined && ofWeekday === undefined && ofPart === undefined
    ? none
    : [own, ofWeekday, ofPart];
}

function firstMatch<Meaning>(
  candidates: readonly Phrase<Meaning>[],
  units: readonly DateUnit[],
  index: number,
  lexicon: Lexicon,
): UnitPhrase<Meaning> | undefined {
  for (const phrase of candidates) {
    const found = matchAt(phrase, units, index, lexicon);
    if (found !== undefined) return found;
  }
  return undefined;
}

type BySecond<Meaning> = ReadonlyMap<string, readonly Phrase<Meaning>[]>;

const bySecondWord = new WeakMap<readonly Phrase<unknown>[], BySecond<unknown>>();

/** Of the many phrases that begin with a number, those that may go on with the next unit. */
function withSecond<Meaning>(
  all: readonly Phrase<Meaning>[] | undefined,
  units: readonly DateUnit[],
  index: number,
): readonly Phrase<Meaning>[] | undefined {
  if (all === undefined) return undefined;
  const known = (bySecondWord.get(all) as BySecond<Meaning> | undefined) ?? groupBySecond(all);
  bySecondWord.set(all, known);
  return known.get(units[behindJoint(units, index + 1)]?.text ?? "") ?? known.get("");
}

function groupBySecond<Meaning>(all: readonly Phrase<Meaning>[]): BySecond<Meaning> {
  const isOpen = ({ words }: Phrase<Meaning>): boolean => words[1] === undefined || slotNames.has(words[1]);
  const seconds = new Set(all.map(({ words }) => words[1] ?? ""));
  return new Map(
    ["", ...seconds].map((second) => [
      second,
      all.filter((each) => isOpen(each) || each.words[1] === second),
    ]),
  );
}

const slotNames: ReadonlySet<string> = new Set(["#", "@", "%"]);
const none: readonly never[] = [];

function matchAt<Meaning>(
  { words, meaning }: Phrase<Meaning>,
  units: readonly DateUnit[],
  index: number,
  lexicon: Lexicon,
): UnitPhrase<Meaning> | undefined {
  let slots: number[] | undefined;
  let at = index;
  for (let offset = 0; offset < words.length; offset++) {
    if (offset > 0) at = behindJoint(units, at);
    const unit = units[at];
    const word = words[offset] ?? "";
    if (unit === undefined || !isWord(word, unit, lexicon)) return undefined;
    if (unit.text !== word) {
      slots ??= [];
      slots.push(at);
    }
    at++;
  }
  return { meaning, words, slots: slots ?? none, next: at };
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
