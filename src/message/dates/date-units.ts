import type { Lexicon } from "../lexicon.js";
import type { Token } from "../tokens.js";
import { readNumberWords } from "./number-words.js";

/** A token, or several that make one number or one word: digits with an ordinal's ending, number words, `besok-besok`. */
export interface DateUnit {
  readonly kind: "word" | "number" | "mark";
  readonly text: string;
  readonly value: number;
  /** How many digits were written; a number in words has those of its value, two at least. 0 for other units. */
  readonly digits: number;
  readonly start: number;
  readonly end: number;
  readonly before: Token["before"];
  /** Said twice: `besok-besok`, `pagi2`. */
  readonly isDoubled: boolean;
}

export function listDateUnits(tokens: readonly Token[], lexicon: Lexicon): readonly DateUnit[] {
  const units: DateUnit[] = [];
  let index = 0;
  while (index < tokens.length) {
    const unit = unitAt(tokens, index, lexicon);
    units.push(unit);
    while (index < tokens.length && (tokens[index]?.end ?? 0) <= unit.end) index++;
  }
  return units;
}

function unitAt(tokens: readonly Token[], index: number, lexicon: Lexicon): DateUnit {
  const { kind, text, start, end, before } = tokens[index] as Token;
  const single = { kind, text, value: 0, digits: 0, start, end, before, isDoubled: false };
  if (kind === "number") {
    const ending = tokens[index + 1];
    const isOrdinal = ending?.before === "sign" && lexicon.ordinalEndings.has(ending.text);
    return { ...single, value: Number(text), digits: text.length, end: isOrdinal ? ending.end : end };
  }
  if (kind === "mark") return single;
  const inWords = readNumberWords(tokens, index, lexicon);
  if (inWords === undefined) {
    const again = secondOf(tokens, index, lexicon);
    return again === undefined ? single : { ...single, end: again.end, isDoubled: true };
  }
  const { value, next } = inWords;
  const digits = Math.max(2, String(value).length);
  return { ...single, kind: "number", value, digits, end: tokens[next - 1]?.end ?? end };
}

/** The second `besok` of `besok-besok`, or the 2 of `besok2`. */
function secondOf(tokens: readonly Token[], index: number, lexicon: Lexicon): Token | undefined {
  const text = tokens[index]?.text ?? "";
  const [joint, second] = [tokens[index + 1], tokens[index + 2]];
  if (joint?.before !== "sign") return undefined;
  if (joint.text === "-") return second?.before === "sign" && second.text === text ? second : undefined;
  const isFollowed = second?.before === "sign" && second.kind !== "mark";
  const isDay = [lexicon.datePhrases, lexicon.dayParts].some((phrases) =>
    phrases.get(text)?.some(({ words }) => words.length === 1),
  );
  return joint.text === "2" && !isFollowed && isDay ? joint : undefined;
}
