import type { Lexicon } from "./lexicon.js";
import { findPhrase, type Phrases } from "./phrases.js";
import { isDoubling, type Token } from "./tokens.js";

/**
 * Why a part of a message was not understood: a word that nobody knows, one that takes back (`jangan`), that is not sure
 * (`mungkin`, a question mark) or sets a condition (`kalau`), that asks for something else as well, or that names a person or a
 * day, which may be another one than the booking's.
 */
export type DoubtReason =
  | "unexplained"
  | "negated"
  | "hedged"
  | "conditional"
  | "second-act"
  | "other-name"
  | "other-day";

/** A part of a message that was not understood. */
export interface Doubt {
  readonly text: string;
  /** Where in the message, in UTF-16 units. */
  readonly index: number;
  readonly why: DoubtReason;
}

/** Looks at one token and gives the index behind what it explains; `undefined` where it explains nothing. */
export type Explain = (tokens: readonly Token[], index: number) => number | DoubtReason | undefined;

/** What was left of a text, and of how many words and numbers it is. */
export interface Account {
  readonly doubts: readonly Doubt[];
  readonly left: number;
}

export const nothingLeft: Account = { doubts: [], left: 0 };

/** Of neighbours the first reason in this list counts. */
const bySeverity: readonly DoubtReason[] = [
  "second-act",
  "negated",
  "conditional",
  "hedged",
  "other-name",
  "other-day",
  "unexplained",
];

/**
 * Accounts for every token of a text: each is explained by the first of `explains` that knows it, or it is left. A mark
 * explains itself unless it is doubted. Neighbours that are left are one doubt.
 */
export function accountFor(
  text: string,
  tokens: readonly Token[],
  explains: readonly Explain[],
  lexicon: Lexicon,
  offset: number = 0,
): Account {
  const doubts: Doubt[] = [];
  let open: { from: number; to: number; why: DoubtReason } | undefined;
  let left = 0;
  const close = (): void => {
    if (open === undefined) return;
    doubts.push({ text: text.slice(open.from, open.to), index: offset + open.from, why: open.why });
    open = undefined;
  };
  let index = 0;
  while (index < tokens.length) {
    const token = tokens[index] as Token;
    const step = stepAt(tokens, index, explains, lexicon);
    if (typeof step === "number") {
      if (token.kind !== "mark") close();
      index = step;
      continue;
    }
    left++;
    const why = open === undefined ? step : moreSevere(open.why, step);
    open = { from: open?.from ?? token.start, to: token.end, why };
    index++;
  }
  close();
  return { doubts, left };
}

function stepAt(
  tokens: readonly Token[],
  index: number,
  explains: readonly Explain[],
  lexicon: Lexicon,
): number | DoubtReason {
  for (const explain of explains) {
    const step = explain(tokens, index);
    if (step !== undefined) return step;
  }
  const { kind, text } = tokens[index] as Token;
  if (kind === "mark" || isDoubling(tokens, index)) return index + 1;
  return reasonOf(text, lexicon);
}

/** What a word that is left says by itself. */
function reasonOf(text: string, { negations, conditions, hedges }: Lexicon): DoubtReason {
  if (negations.has(text)) return "negated";
  if (conditions.has(text)) return "conditional";
  return hedges.has(text) ? "hedged" : "unexplained";
}

function moreSevere(one: DoubtReason, other: DoubtReason): DoubtReason {
  return bySeverity.indexOf(other) < bySeverity.indexOf(one) ? other : one;
}

/** Phrases of some lists of the language, the longest that one of them has. */
export function phrasesIn(...lists: readonly Phrases<unknown>[]): Explain {
  return (tokens, index) => {
    let next = index;
    for (const phrases of lists)
      next = Math.max(next, index + (findPhrase(phrases, tokens, index)?.words.length ?? 0));
    return next > index ? next : undefined;
  };
}

/** Single words of a list of the language. */
export function wordsIn(...lists: readonly ReadonlySet<string>[]): Explain {
  return (tokens, index) =>
    lists.some((words) => words.has(tokens[index]?.text ?? "")) ? index + 1 : undefined;
}

/** A question mark puts an act in doubt. */
export function questionMark(tokens: readonly Token[], index: number): DoubtReason | undefined {
  return tokens[index]?.text === "?" ? "hedged" : undefined;
}

/** Marks stand between words and say nothing, but for a question mark. */
export function isSaid({ kind, text }: Token): boolean {
  return kind !== "mark" || text === "?";
}
