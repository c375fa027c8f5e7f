import { codeLengthOf } from "../code-reader.js";
import { readDate } from "../dates/read-date.js";
import type { CommandName } from "../language.js";
import type { Lexicon } from "../lexicon.js";
import { findPhrase } from "../phrases.js";
import { isPlaceholder } from "../placeholder.js";
import { skipPolite } from "../polite.js";
import { findSlip } from "../slip.js";
import { firstWordOf, type Token, tokenise } from "../tokens.js";
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

/** Nineteen words fit, as in the longest names that passports hold. */
const longestName = 150;
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
  const { lexicon } = setting;
  const cleaned = cleanText(text);
  if (isPlaceholder(cleaned, lexicon)) return refuse("placeholder", expected());
  if (cleaned.length > longestName) return refuse("not-a-name", expected());
  if (oneWord.test(cleaned)) return readOneWord(cleaned, setting);
  const name = withoutCourtesy(withoutIntroduction(cleaned, lexicon), lexicon);
  if (isNoName(name)) return refuse("not-a-name", expected());
  if (isSeveral(name, lexicon)) return refuse("several-people", "the name of one person");
  if (!nameSigns.test(name.replace(joiners, "")) || isOrdinary(name, lexicon) || isDateOrCode(name, setting))
    return refuse("not-a-name", expected());
  return stated(name);
}

function readOneWord(name: string, setting: FieldSetting): FieldReading {
  const { lexicon } = setting;
  const word = name.toLowerCase();
  if (lexicon.companies.has(word)) return refuse("several-people", "the name of one person");
  const isPlain = name === word || name === name.toUpperCase();
  const isSaid =
    isEveryday(word, lexicon) || isPolite(word, lexicon) || (isPlain && isNearCommand(word, lexicon));
  return isSaid || isNoName(name) || isDateOrCode(name, setting)
    ? refuse("not-a-name", expected())
    : stated(name);
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

function isSeveral(name: string, { conjunctions, companies, degrees }: Lexicon): boolean {
  if (name.includes("&") || name.includes("+")) return true;
  const words = tokenise(name).filter(({ kind }) => kind !== "mark");
  if (words.some(({ text }) => companies.has(text))) return true;
  const joins = ({ text, start }: Token): boolean =>
    conjunctions.has(text) && (text.length > longestInitial || name.startsWith(text, start));
  if (words.some((word, index) => index > 0 && joins(word))) return true;
  return (
    name.split("/").some((part, index, parts) => index > 0 && !isInitialPair(parts[index - 1] ?? "", part)) ||
    !hasTitlesOnly(name, degrees)
  );
}

/** `Budi n Siti` are two, `Budi N. Siti` is one. */
const longestInitial = 2;

/** `a/l`, `d/o`: son or daughter of. */
function isInitialPair(before: string, behind: string): boolean {
  return lastWord(before).length === 1 && firstWord(behind).length === 1;
}

/** Behind a comma stand titles, `S.H.` or `SE`; a longer word there is another person, or the surname first. */
function hasTitlesOnly(name: string, degrees: ReadonlySet<string>): boolean {
  const [, ...behind] = name.split(",");
  const words = behind.flatMap((part) => part.trim().split(" "));
  return words.every(
    (word) =>
      word.length <= 2 || word.includes(".") || shortTitle.test(word) || degrees.has(word.toLowerCase()),
  );
}

/** A name without what introduces it: `a.n. Budi`, `nama saya adalah Budi`, `Pak, saya Budi`. */
function withoutIntroduction(name: string, lexicon: Lexicon): string {
  const { introductions, courtesies } = lexicon;
  const first = firstWordOf(name);
  if (!introductions.has(first) && !courtesies.has(first)) return name;
  const tokens = tokenise(name);
  let from = 0;
  for (let index = skipPolite(tokens, 0, lexicon); index < tokens.length; ) {
    const words = tokens.slice(index).filter(({ kind }) => kind !== "mark");
    const phrase = findPhrase(introductions, words, 0);
    const last = words[(phrase?.words.length ?? 0) - 1];
    const next = words[phrase?.words.length ?? 0];
    if (last === undefined || next === undefined || isInitials(words, last, name)) break;
    index = tokens.indexOf(next);
    from = next.start;
  }
  return name.slice(from);
}

/** `Budi Santoso ya pak`: behind a name with capitals, courtesies without. */
function withoutCourtesy(name: string, lexicon: Lexicon): string {
  if (name === name.toLowerCase()) return name;
  const words = name.split(" ");
  const isCourtesy = (word: string): boolean =>
    word === word.toLowerCase() && (isPolite(word, lexicon) || lexicon.commandFillers.has(word));
  let end = words.length;
  while (end > 1 && isCourtesy(words[end - 1] ?? "")) end--;
  return words.slice(0, end).join(" ");
}

/** `An` is a name, `an` and `a.n.` announce one. */
function isInitials([first]: readonly Token[], last: Token, name: string): boolean {
  return first === last && last.text.length <= longestInitial && !name.startsWith(last.text, last.start);
}

/**
 * Whether what stands there was said and is no name: courtesies, everyday words, a command or nearly one. Capitals make
 * everyday words part of a name (`Will Change`), where others stand beside them that are none.
 */
function isOrdinary(name: string, lexicon: Lexicon): boolean {
  const tokens = tokenise(name);
  if (skipPolite(tokens, 0, lexicon) === tokens.length) return true;
  const words = tokens.filter(({ kind }) => kind === "word");
  const everyday = words.filter(({ text }) => isEveryday(text, lexicon));
  if (words.every((word) => everyday.includes(word) || isPolite(word.text, lexicon))) return true;
  return everyday.some(({ text, start }) => name.startsWith(text, start));
}

function isPolite(word: string, { courtesies }: Lexicon): boolean {
  return courtesies.get(word)?.some(isOneWord) === true;
}

function isOneWord({ words }: { readonly words: readonly string[] }): boolean {
  return words.length === 1;
}

function isEveryday(word: string, lexicon: Lexicon): boolean {
  const { commonWords, commands } = lexicon;
  const isCommand = commands.get(word)?.some((phrase) => isOneWord(phrase) && changing.has(phrase.meaning));
  return commonWords.has(word) || isCommand === true;
}

const changing: ReadonlySet<CommandName> = new Set(["cancel", "reschedule", "extend"]);

/** `btal`, `pndah`: a slip of a command that changes something. */
export function isNearCommand(word: string, lexicon: Lexicon): boolean {
  const command = findSlip(word, lexicon);
  return command !== undefined && changing.has(command);
}

function isDateOrCode(name: string, { today, lexicon, codes }: FieldSetting): boolean {
  if (codes !== undefined && name.length >= codeLengthOf(codes) && codes.read(name).kind === "code")
    return true;
  const first = firstWordOf(name);
  // "Kemis" is a name as well.
  if (lexicon.weekdays.has(name.toLowerCase())) return false;
  if (!lexicon.datePhrases.has(first) && !lexicon.weekdays.has(first)) return false;
  return readDate(name, { today, lexicon, purpose: "arrival" }).kind === "date";
}

function lastWord(text: string): string {
  return text.slice(text.lastIndexOf(" ") + 1);
}

function firstWord(text: string): string {
  return text.split(" ", 1)[0] ?? "";
}
