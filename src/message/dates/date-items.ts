import type { Lexicon } from "../lexicon.js";
import { findPhrase } from "../phrases.js";
import type { DateItem, TimeItem } from "./date-item.js";
import type { DateUnit } from "./date-units.js";
import { nearMonth } from "./near-month.js";
import { readTime } from "./read-time.js";
import { findUnitPhrase, isDayPart } from "./unit-phrases.js";

interface Recognised {
  readonly item: DateItem;
  /** A time that is said along with a day: `nanti sore`. */
  readonly time?: TimeItem;
  readonly next: number;
}

/** Looks at one place, and says what stands there and where the next item begins. */
type Recogniser = (units: readonly DateUnit[], index: number, lexicon: Lexicon) => Recognised | undefined;

/** What a longer reading claims is not left to a shorter one. */
const recognisers: readonly Recogniser[] = [
  recogniseAside,
  recogniseAge,
  recogniseTime,
  recognisePhrase,
  recogniseCourtesy,
  recogniseLabel,
  recogniseNumber,
  recogniseWord,
  recogniseMark,
];

const harmlessMarks = new Set("-/.,\\_:'+()[]\"!?;*#=|".split(""));
const mostYears = 130;

export function listDateItems(units: readonly DateUnit[], lexicon: Lexicon): readonly DateItem[] {
  const items: DateItem[] = [];
  let index = 0;
  while (index < units.length) {
    let next = index + 1;
    for (const recognise of recognisers) {
      const found = recognise(units, index, lexicon);
      if (found === undefined) continue;
      items.push(found.item);
      if (found.time !== undefined) items.push(found.time);
      next = found.next;
      break;
    }
    index = next;
  }
  return items;
}

/** "works for me", "kirim ke 0811 1000 333" */
function recogniseAside(units: readonly DateUnit[], index: number, lexicon: Lexicon): Recognised | undefined {
  const found = findUnitPhrase(lexicon.dateAsides, units, index, lexicon);
  if (found === undefined) return undefined;
  let { next } = found;
  if (found.slots.length > 0) while (units[next] !== undefined && units[next]?.kind !== "word") next++;
  return { item: { kind: "filler" }, next };
}

/** `37 tahun`, `umur 37`, `(37)`: no year of a date, which has more digits or its label in front. */
function recogniseAge(units: readonly DateUnit[], index: number, lexicon: Lexicon): Recognised | undefined {
  const isNamed = lexicon.ageWords.before.has(units[index]?.text ?? "");
  let at = isNamed ? index + 1 : index;
  if (isNamed && units[at]?.text === ":") at++;
  const age = units[at];
  if (age?.kind !== "number" || age.value > mostYears || age.digits > 3) return undefined;
  let next = at + 1;
  while (lexicon.ageWords.after.has(units[next]?.text ?? "")) next++;
  const isOfDate = units[index - 1] !== undefined && lexicon.partLabels.has(units[index - 1]?.text ?? "");
  const behind = units[units[next]?.kind === "mark" ? next + 1 : next];
  const isInBrackets = units[index - 1]?.text === "(" && units[next]?.text === ")";
  if (!isNamed && ((next === at + 1 && !isInBrackets) || isOfDate || behind?.kind === "number"))
    return undefined;
  return { item: { kind: "age", years: age.value }, next };
}

function recognisePhrase(
  units: readonly DateUnit[],
  index: number,
  lexicon: Lexicon,
): Recognised | undefined {
  const unit = units[index];
  const found = findUnitPhrase(
    lexicon.datePhrases,
    units,
    index,
    lexicon,
    // "minggu depan" is next week as well as next Sunday.
    (one, other) => one.kind === "unclear" && other.kind !== "unclear",
  );
  if (unit === undefined || found === undefined) return undefined;
  const { words, meaning, next, slots } = found;
  const slotOf = (name: string): DateUnit | undefined =>
    units[slots[words.filter((word) => "#@%".includes(word)).indexOf(name)] ?? -1];
  const weekday = lexicon.weekdays.get(slotOf("@")?.text ?? "") ?? 0;
  const number = slotOf("#")?.value ?? 0;
  const isSaidTwice = units
    .slice(index, next)
    .some(({ isDoubled, text }) => isDoubled && !isDayPart(text, lexicon));
  if (isSaidTwice)
    return { item: unclearItem(meaning.kind === "unclear" ? meaning.why : "several", "days"), next };
  if (meaning.kind === "unclear")
    return { item: unclearItem(meaning.why, words.length > 1 ? "days" : "nothing"), next };
  if (meaning.kind === "weekday" && meaning.rule === "coming")
    return lexicon.dateFillers.has(unit.text) && words.length === 1
      ? undefined
      : { item: { kind: "weekday", weekday }, next };
  const time = timeWithin(units, index, next, lexicon);
  return { item: { kind: "phrase", phrase: meaning, number, weekday }, next, ...(time && { time }) };
}

function unclearItem(why: "several" | "either" | "open", names: "days" | "nothing"): DateItem {
  return { kind: "unclear", why, names };
}

/** The `sore` of `nanti sore`. */
function timeWithin(
  units: readonly DateUnit[],
  from: number,
  next: number,
  lexicon: Lexicon,
): TimeItem | undefined {
  for (let index = from; index < next; index++) {
    const part = findUnitPhrase(lexicon.dayParts, units, index, lexicon);
    const { start = 0 } = units[index] ?? {};
    if (part !== undefined && part.next <= next)
      return { kind: "time", form: "part", start, end: units[part.next - 1]?.end ?? start, ...part.meaning };
  }
  return undefined;
}

function recogniseTime(units: readonly DateUnit[], index: number, lexicon: Lexicon): Recognised | undefined {
  const time = readTime(units, index, lexicon);
  if (time === undefined || isPhraseWithPart(units, index, lexicon)) return undefined;
  const { kind: form, from, to, next } = time;
  const { start = 0 } = units[index] ?? {};
  const end = units[next - 1]?.end ?? start;
  return {
    item: { kind: "time", form, from, start, end, ...(to !== undefined && { to }) },
    next,
  };
}

/** `pagi ini` and "tonight" are today, and `malam senin` is no evening. */
function isPhraseWithPart(units: readonly DateUnit[], index: number, lexicon: Lexicon): boolean {
  const phrase = findUnitPhrase(lexicon.datePhrases, units, index, lexicon);
  return phrase !== undefined && (phrase.words.length > 1 || phrase.meaning.kind === "relative");
}

function recogniseCourtesy(
  units: readonly DateUnit[],
  index: number,
  lexicon: Lexicon,
): Recognised | undefined {
  const found = findPhrase(lexicon.courtesies, units, index);
  return found === undefined ? undefined : { item: { kind: "filler" }, next: index + found.words.length };
}

/** A label joins the number behind it: `tgl 17`, `tahun: 1980`. */
function recogniseLabel(units: readonly DateUnit[], index: number, lexicon: Lexicon): Recognised | undefined {
  const part = lexicon.partLabels.get(units[index]?.text ?? "");
  if (part === undefined) return undefined;
  const at = units[index + 1]?.kind === "mark" ? index + 2 : index + 1;
  const unit = units[at];
  if (unit?.kind !== "number" || recognisePhrase(units, at, lexicon) !== undefined)
    return { item: { kind: "mark", text: "" }, next: index + 1 };
  return { item: { part, ...numberItem(unit) }, next: at + 1 };
}

function recogniseNumber(units: readonly DateUnit[], index: number): Recognised | undefined {
  const unit = units[index];
  if (unit?.kind !== "number") return undefined;
  return { item: numberItem(unit), next: index + 1 };
}

function numberItem({ value, digits, text }: DateUnit): DateItem & { readonly kind: "number" } {
  return { kind: "number", value, digits, form: value === Number(text) ? "digits" : "words" };
}

function recogniseWord(units: readonly DateUnit[], index: number, lexicon: Lexicon): Recognised | undefined {
  const unit = units[index];
  if (unit?.kind !== "word") return undefined;
  return { item: wordItem(units, index, unit, lexicon), next: index + 1 };
}

function wordItem(units: readonly DateUnit[], index: number, unit: DateUnit, lexicon: Lexicon): DateItem {
  const { text, start } = unit;
  const month = lexicon.months.get(text);
  if (month !== undefined) return { kind: "month", month, spelling: "known" };
  if (lexicon.multipliers.has(text) || lexicon.raisers.has(text)) return unclearItem("open", "nothing");
  const fillers = [lexicon.dateFillers, lexicon.timeWords.after, lexicon.places.before];
  if (fillers.some((words) => words.has(text))) return { kind: "filler" };
  // "20 bagus" is a date with a compliment, not one in August.
  const isWord = lexicon.commonWords.has(text) || lexicon.knownWords.has(text);
  const near = isBesideNumber(units, index) && !isWord ? nearMonth(text, lexicon.monthSpellings) : undefined;
  if (near !== undefined) return { kind: "month", month: near, spelling: "near" };
  const isGlued = unit.before === "sign" && units[index - 1]?.kind === "number";
  const isGluedBehind = units[index + 1]?.before === "sign" && units[index + 1]?.kind === "number";
  if (isGlued || isGluedBehind) return unclearItem("open", "nothing");
  const isAnnounced = lexicon.places.before.has(wordBefore(units, index));
  return { kind: "name", text, start, place: isAnnounced ? "announced" : "alone" };
}

function wordBefore(units: readonly DateUnit[], index: number): string {
  const before = units[index - 1]?.kind === "mark" ? units[index - 2] : units[index - 1];
  return before?.text ?? "";
}

function isBesideNumber(units: readonly DateUnit[], index: number): boolean {
  let before = index - 1;
  while (units[before]?.kind === "mark") before--;
  let behind = index + 1;
  while (units[behind]?.kind === "mark") behind++;
  return units[before]?.kind === "number" || units[behind]?.kind === "number";
}

function recogniseMark(units: readonly DateUnit[], index: number): Recognised | undefined {
  const text = units[index]?.text ?? "";
  if (text === "&") return { item: unclearItem("several", "nothing"), next: index + 1 };
  return {
    item: harmlessMarks.has(text) ? { kind: "mark", text } : unclearItem("open", "nothing"),
    next: index + 1,
  };
}
