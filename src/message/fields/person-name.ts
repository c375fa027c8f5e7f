import { codeLengthOf } from "../code-reader.js";
import { readDate } from "../dates/read-date.js";
import type { Lexicon } from "../lexicon.js";
import { isPlaceholder } from "../placeholder.js";
import { firstWordOf, tokenise } from "../tokens.js";
import {
  type Field,
  type FieldOptions,
  type FieldReading,
  type FieldSetting,
  fieldBase,
  refuse,
  stated,
} from "./field.js";
import { cleanText } from "./text.js";

const longestName = 100;
const nameSigns = /^[\p{L}\p{M}\p{Nl}\p{Pd}'’‘‛′´`ʹ＇.,/·・ ]+$/u;
const joiners = /[\u200C\u200D]/gu;
const oneLatinLetter = /^\p{Script=Latin}$/u;
const shortTitle = /^\p{Lu}\p{Lu}+\p{Ll}/u;
const oneWord = /^\p{L}+$/u;
const letter = /\p{L}/u;
const expected = () => `a person's name of at most ${longestName} letters`;

/**
 * The name of one person as typed: NFC, single blanks. Placeholders, dates, codes and several names are refused.
 * @example
 * field.personName();
 */
export function personName(options: FieldOptions = {}): Field {
  return Object.freeze({
    ...fieldBase(options, {}),
    kind: "personName",
    read: readPersonName,
    example: ({ lexicon }) => (lexicon.firstLabels.get("personName") ?? "").toUpperCase(),
  } satisfies Field);
}

function readPersonName(text: string, setting: FieldSetting): FieldReading {
  const name = cleanText(text);
  if (isPlaceholder(name, setting.lexicon)) return refuse("placeholder", expected());
  if (name.length > longestName || isNoName(name)) return refuse("not-a-name", expected());
  if (isSeveral(name, setting.lexicon)) return refuse("several-people", "the name of one person");
  if (!nameSigns.test(name.replace(joiners, "")) || isDateOrCode(name, setting))
    return refuse("not-a-name", expected());
  return stated(name);
}

/** A single Latin letter, or one letter again and again, stands for something that was not typed. */
function isNoName(name: string): boolean {
  let first = "";
  let letters = 0;
  for (const sign of name.toLowerCase()) {
    if (!letter.test(sign)) continue;
    if (letters > 0 && sign !== first) return false;
    first = sign;
    letters++;
  }
  return letters !== 2 && (letters === 0 || oneLatinLetter.test(first));
}

function isSeveral(name: string, { conjunctions }: Lexicon): boolean {
  if (oneWord.test(name)) return false;
  if (name.includes("&") || name.includes("+")) return true;
  const words = tokenise(name).filter(({ kind }) => kind !== "mark");
  if (words.some(({ text }, index) => index > 0 && index < words.length - 1 && conjunctions.has(text)))
    return true;
  return (
    name.split("/").some((part, index, parts) => index > 0 && !isInitialPair(parts[index - 1] ?? "", part)) ||
    !hasTitlesOnly(name)
  );
}

/** `a/l`, `d/o`: son or daughter of. */
function isInitialPair(before: string, behind: string): boolean {
  return lastWord(before).length === 1 && firstWord(behind).length === 1;
}

/** Behind a comma stand titles, `S.H.` or `SE`; a longer word there is another person, or the surname first. */
function hasTitlesOnly(name: string): boolean {
  const [, ...behind] = name.split(",");
  const words = behind.flatMap((part) => part.trim().split(" "));
  return words.every((word) => word.length <= 2 || word.includes(".") || shortTitle.test(word));
}

function isDateOrCode(name: string, { today, lexicon, codes }: FieldSetting): boolean {
  if (codes !== undefined && name.length >= codeLengthOf(codes) && codes.read(name).kind === "code")
    return true;
  const first = firstWordOf(name);
  if (!lexicon.datePhrases.has(first) && !lexicon.weekdays.has(first)) return false;
  return readDate(name, { today, lexicon, purpose: "arrival" }).kind === "date";
}

function lastWord(text: string): string {
  return text.slice(text.lastIndexOf(" ") + 1);
}

function firstWord(text: string): string {
  return text.split(" ", 1)[0] ?? "";
}
