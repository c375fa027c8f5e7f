import type { Lexicon } from "../lexicon.js";
import type { Token } from "../tokens.js";
import { readNumberWords } from "./number-words.js";

/** A token, or several that make one number: digits with an ordinal's ending, or number words. */
export interface DateUnit {
  readonly kind: "word" | "number" | "mark";
  readonly text: string;
  readonly value: number;
  /** How many digits were written; a number in words has those of its value, two at least. 0 for other units. */
  readonly digits: number;
  readonly start: number;
  readonly end: number;
  readonly before: Token["before"];
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
  if (kind === "number") {
    const ending = tokens[index + 1];
    const isOrdinal = ending?.before === "sign" && lexicon.ordinalEndings.has(ending.text);
    const value = Number(text);
    return { kind, text, value, digits: text.length, start, end: isOrdinal ? ending.end : end, before };
  }
  const inWords = kind === "word" ? readNumberWords(tokens, index, lexicon) : undefined;
  if (inWords === undefined) return { kind, text, value: 0, digits: 0, start, end, before };
  const { value, next } = inWords;
  const digits = Math.max(2, String(value).length);
  return { kind: "number", text, value, digits, start, end: tokens[next - 1]?.end ?? end, before };
}
