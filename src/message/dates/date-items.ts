import type { DatePartName } from "../language.js";
import type { DatePhrase, Lexicon } from "../lexicon.js";
import { findPhrase, findPhraseFrom, type Phrase } from "../phrases.js";
import type { DateUnit } from "./date-units.js";
import { nearMonth } from "./near-month.js";
import { readTime } from "./read-time.js";

/** What a stretch of units means to a date. */
export type DateItem =
  | {
      readonly kind: "number";
      readonly value: number;
      readonly digits: number;
      readonly form: "digits" | "words";
      readonly part?: DatePartName;
    }
  | { readonly kind: "month"; readonly month: number; readonly spelling: "known" | "near" }
  | { readonly kind: "weekday"; readonly weekday: number }
  | {
      readonly kind: "phrase";
      readonly phrase: DatePhrase;
      readonly number: number;
      readonly weekday: number;
    }
  | { readonly kind: "mark"; readonly text: string }
  /** `name` may be a place's name; `unclear` must be asked about. */
  | { readonly kind: "filler" | "time" | "name" | "unclear" };

/** Looks at one place, and says what stands there and where the next item begins. */
type Recogniser = (
  units: readonly DateUnit[],
  index: number,
  lexicon: Lexicon,
) => { readonly item: DateItem; readonly next: number } | undefined;

/** What a longer reading claims is not left to a shorter one. */
const recognisers: readonly Recogniser[] = [
  recognisePhrase,
  recogniseTime,
  recogniseCourtesy,
  recogniseLabel,
  recogniseNumber,
  recogniseWord,
  recogniseMark,
];

const harmlessMarks = new Set("-/.,\\_:'+()[]\"!?;*#=|".split(""));

export function listDateItems(units: readonly DateUnit[], lexicon: Lexicon): readonly DateItem[] {
  const items: DateItem[] = [];
  let index = 0;
  while (index < units.length) {
    let next = index + 1;
    for (const recognise of recognisers) {
      const found = recognise(units, index, lexicon);
      if (found === undefined) continue;
      items.push(found.item);
      next = found.next;
      break;
    }
    index = next;
  }
  return items;
}

function recognisePhrase(
  units: readonly DateUnit[],
  index: number,
  lexicon: Lexicon,
): ReturnType<Recogniser> {
  const unit = units[index];
  if (unit === undefined || unit.kind === "mark") return undefined;
  const longest = longestPhrase(units, index, lexicon, [
    unit.text,
    ...(unit.kind === "number" ? ["#"] : []),
    ...(lexicon.weekdays.has(unit.text) ? ["@"] : []),
  ]);
  if (longest === undefined) return undefined;
  const { words, meaning } = longest;
  const next = index + words.length;
  const weekday = lexicon.weekdays.get(units[index + words.indexOf("@")]?.text ?? "") ?? 0;
  const number = units[index + words.indexOf("#")]?.value ?? 0;
  if (meaning.kind === "unclear") return { item: { kind: "unclear" }, next };
  if (meaning.kind === "weekday" && meaning.rule === "coming")
    return lexicon.dateFillers.has(unit.text) && words.length === 1
      ? undefined
      : { item: { kind: "weekday", weekday }, next };
  return { item: { kind: "phrase", phrase: meaning, number, weekday }, next };
}

/** Of phrases of the same length the unclear one counts: "minggu depan" is next week as well as next Sunday. */
function longestPhrase(
  units: readonly DateUnit[],
  index: number,
  lexicon: Lexicon,
  firsts: readonly string[],
): Phrase<DatePhrase> | undefined {
  let longest: Phrase<DatePhrase> | undefined;
  for (const first of firsts) {
    const found = findPhraseFrom(lexicon.datePhrases.get(first), units, index, (word, unit) =>
      matchesDateWord(word, unit, lexicon),
    );
    if (found === undefined) continue;
    const gain = found.words.length - (longest?.words.length ?? 0);
    if (gain > 0 || (gain === 0 && found.meaning.kind === "unclear")) longest = found;
  }
  return longest;
}

function matchesDateWord(word: string, unit: DateUnit, lexicon: Lexicon): boolean {
  if (word === "#") return unit.kind === "number";
  return word === "@" ? lexicon.weekdays.has(unit.text) : unit.text === word;
}

function recogniseTime(units: readonly DateUnit[], index: number, lexicon: Lexicon): ReturnType<Recogniser> {
  const next = readTime(units, index, lexicon);
  return next === undefined ? undefined : { item: { kind: "time" }, next };
}

function recogniseCourtesy(
  units: readonly DateUnit[],
  index: number,
  lexicon: Lexicon,
): ReturnType<Recogniser> {
  const found = findPhrase(lexicon.courtesies, units, index);
  return found === undefined ? undefined : { item: { kind: "filler" }, next: index + found.words.length };
}

/** A label joins the number behind it: `tgl 17`, `tahun: 1980`. */
function recogniseLabel(units: readonly DateUnit[], index: number, lexicon: Lexicon): ReturnType<Recogniser> {
  const part = lexicon.partLabels.get(units[index]?.text ?? "");
  if (part === undefined) return undefined;
  const at = units[index + 1]?.kind === "mark" ? index + 2 : index + 1;
  const unit = units[at];
  if (unit?.kind !== "number" || recognisePhrase(units, at, lexicon) !== undefined)
    return { item: { kind: "mark", text: "" }, next: index + 1 };
  return { item: { ...numberItem(unit), part }, next: at + 1 };
}

function recogniseNumber(units: readonly DateUnit[], index: number): ReturnType<Recogniser> {
  const unit = units[index];
  if (unit?.kind !== "number") return undefined;
  return { item: numberItem(unit), next: index + 1 };
}

function numberItem({ value, digits, text }: DateUnit): DateItem & { readonly kind: "number" } {
  return { kind: "number", value, digits, form: value === Number(text) ? "digits" : "words" };
}

function recogniseWord(units: readonly DateUnit[], index: number, lexicon: Lexicon): ReturnType<Recogniser> {
  const unit = units[index];
  if (unit?.kind !== "word") return undefined;
  return { item: wordItem(units, index, unit.text, lexicon), next: index + 1 };
}

function wordItem(units: readonly DateUnit[], index: number, word: string, lexicon: Lexicon): DateItem {
  const month = lexicon.months.get(word);
  if (month !== undefined) return { kind: "month", month, spelling: "known" };
  if (lexicon.multipliers.has(word) || lexicon.raisers.has(word)) return { kind: "unclear" };
  if (lexicon.dateFillers.has(word) || lexicon.afterTimes.has(word)) return { kind: "filler" };
  const near = isBesideNumber(units, index) ? nearMonth(word, lexicon.monthSpellings) : undefined;
  if (near !== undefined) return { kind: "month", month: near, spelling: "near" };
  const isGlued = units[index]?.before === "sign" && units[index - 1]?.kind === "number";
  const isGluedBehind = units[index + 1]?.before === "sign" && units[index + 1]?.kind === "number";
  return { kind: word.length < 3 || isGlued || isGluedBehind ? "unclear" : "name" };
}

function isBesideNumber(units: readonly DateUnit[], index: number): boolean {
  let before = index - 1;
  while (units[before]?.kind === "mark") before--;
  let behind = index + 1;
  while (units[behind]?.kind === "mark") behind++;
  return units[before]?.kind === "number" || units[behind]?.kind === "number";
}

function recogniseMark(units: readonly DateUnit[], index: number): ReturnType<Recogniser> {
  const text = units[index]?.text ?? "";
  return { item: harmlessMarks.has(text) ? { kind: "mark", text } : { kind: "unclear" }, next: index + 1 };
}
