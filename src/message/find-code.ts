import { type CodeReader, codeLengthOf } from "./code-reader.js";
import type { Lexicon } from "./lexicon.js";
import { findPhrase } from "./phrases.js";
import type { ProblemCode } from "./problem.js";
import type { Token } from "./tokens.js";

export type CodeFinding =
  | {
      readonly kind: "code";
      readonly code: string;
      readonly start: number;
      readonly end: number;
      /** Where else it stands, or stood with a slip: "7HXW-9TB5 eh 7HXW-9TB6". */
      readonly also: readonly Span[];
    }
  | { readonly kind: "problem"; readonly code: ProblemCode; readonly index: number; readonly found: string }
  | { readonly kind: "none" };

interface Span {
  readonly start: number;
  readonly end: number;
}

/** Letters and digits of one candidate, and where they stand. */
interface Candidate {
  readonly text: string;
  /** `7HXW/9TB6`: such signs stand in other things as well, so that it is one only where it is right. */
  readonly form: "joined" | "divided";
  readonly start: number;
  readonly end: number;
}

const problemOf = {
  "wrong-length": "code-wrong-length",
  "foreign-character": "code-foreign-character",
  "check-failed": "code-check-failed",
} as const satisfies Record<string, ProblemCode>;

const invisible = /\p{Cf}|\p{Default_Ignorable_Code_Point}/gu;
const hasLetter = /\p{L}/u;
const hasDigit = /\p{Nd}/u;
/** How many signs too many or too few still look like a code. */
const tolerance = 2;

/**
 * Looks for a booking code in free text: "kode saya 7hxw-9tb6 pak". What only looks like one is a problem, and so
 * are two codes, and a question for a code that holds none.
 */
export function findCode(
  text: string,
  tokens: readonly Token[],
  codes: CodeReader,
  lexicon: Lexicon,
): CodeFinding {
  const length = codeLengthOf(codes);
  const isLabelled = tokens.some((_, index) => findPhrase(lexicon.codeLabels, tokens, index) !== undefined);
  const hasCommand = tokens.some((_, index) => findPhrase(lexicon.commands, tokens, index) !== undefined);
  const isExpected = isLabelled || hasCommand || Math.abs(countSigns(tokens) - length) <= tolerance;
  const { found, failed, also } = readCandidates(
    text,
    tokens,
    codes,
    length,
    isExpected ? "expected" : "unexpected",
  );
  const [first, second] = found;
  if (second !== undefined) return problem("ambiguous", second[1]);
  if (first !== undefined)
    return { kind: "code", code: first[0], start: first[1].start, end: first[1].end, also };
  if (failed !== undefined) return problem("code-check-failed", failed);
  const near = isExpected ? findNear(text, tokens, length) : undefined;
  const reading = near === undefined ? undefined : codes.read(near.text);
  if (near !== undefined && reading !== undefined && reading.kind !== "code")
    return problem(problemOf[reading.kind], near);
  return isLabelled
    ? problem("code-missing", { text: "", form: "joined", start: 0, end: 0 })
    : { kind: "none" };
}

/** Whether a token is of the code that was found, wherever it stands. */
export function isOfCode({ start, end }: Token, code: CodeFinding): boolean {
  return code.kind === "code" && [code, ...code.also].some((span) => start >= span.start && end <= span.end);
}

/** In a text that is about something else, a candidate must have letters, and a failed one digits too. */
function readCandidates(
  text: string,
  tokens: readonly Token[],
  codes: CodeReader,
  length: number,
  codeIs: "expected" | "unexpected",
): {
  readonly found: ReadonlyMap<string, Candidate>;
  readonly failed: Candidate | undefined;
  readonly also: readonly Span[];
} {
  const found = new Map<string, Candidate>();
  const also: Span[] = [];
  let failed: Candidate | undefined;
  for (const candidate of listCandidates(text, tokens, length)) {
    const letters = hasLetter.test(candidate.text);
    const digits = hasDigit.test(candidate.text);
    const isMixed = letters && digits;
    const isEnough = candidate.form === "divided" ? isMixed : letters || codeIs === "expected";
    const reading = isEnough ? codes.read(candidate.text) : undefined;
    if (reading?.kind === "code") found.set(reading.code, candidate);
    const hasFailed = reading?.kind === "check-failed" && candidate.form === "joined";
    if (reading?.kind === "code" || (hasFailed && isMixed)) also.push(candidate);
    if (hasFailed && (codeIs === "expected" || digits)) failed ??= candidate;
  }
  return { found, failed, also };
}

/** Each stretch of words and numbers that has as many signs as a code. */
function* listCandidates(text: string, tokens: readonly Token[], length: number): Generator<Candidate> {
  for (const [first, { kind }] of tokens.entries()) {
    if (kind === "mark" || isGlued(tokens, first)) continue;
    const candidate = candidateAt(text, tokens, first, length);
    if (candidate !== undefined) yield candidate;
  }
}

function candidateAt(
  text: string,
  tokens: readonly Token[],
  first: number,
  length: number,
): Candidate | undefined {
  let code = "";
  let form: Candidate["form"] = "joined";
  let next = first;
  for (; next < tokens.length && code.length < length; next++) {
    const { kind, text: sign } = tokens[next] as Token;
    if (kind !== "mark") code += sign;
    else if (sign === "_" || sign === "/") form = "divided";
    else if (sign !== "-" && sign !== ".") return undefined;
  }
  if (code.length !== length || isGlued(tokens, next)) return undefined;
  const start = tokens[first]?.start ?? 0;
  const end = tokens[next - 1]?.end ?? start;
  const written = text.slice(start, end).replace(invisible, "");
  return { text: form === "joined" ? written : code, form, start, end };
}

/** Letters with digits among them, of nearly a code's length and without a blank. */
function findNear(text: string, tokens: readonly Token[], length: number): Candidate | undefined {
  let start = 0;
  for (let next = 1; next <= tokens.length; next++) {
    const token = tokens[next];
    const isJoined =
      token !== undefined && token.before === "sign" && (token.kind !== "mark" || token.text === "-");
    if (isJoined) continue;
    const chunk = tokens.slice(start, next);
    const candidate: Candidate = {
      text: text.slice(chunk[0]?.start, chunk.at(-1)?.end),
      form: "joined",
      start: chunk[0]?.start ?? 0,
      end: 0,
    };
    const isNear = Math.abs(countSigns(chunk) - length) <= tolerance;
    if (isNear && hasLetter.test(candidate.text) && hasDigit.test(candidate.text)) return candidate;
    start = next;
  }
  return undefined;
}

function countSigns(tokens: readonly Token[]): number {
  return tokens.reduce((signs, { kind, text }) => signs + (kind === "mark" ? 0 : text.length), 0);
}

/** Whether the token at `index` goes on with the word or number before it. */
function isGlued(tokens: readonly Token[], index: number): boolean {
  const token = tokens[index];
  return (
    token !== undefined &&
    token.kind !== "mark" &&
    token.before === "sign" &&
    tokens[index - 1]?.kind !== "mark"
  );
}

function problem(code: ProblemCode, { text, start }: Candidate): CodeFinding {
  return { kind: "problem", code, index: start, found: text };
}
