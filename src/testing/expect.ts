import fc from "fast-check";

/** What was observed is wrong. */
class AssertionError extends Error {
  override readonly name = "AssertionError";
}

export interface Expectation<T> {
  /** Equal in all that JSON has. */
  readonly toEqual: (expected: T) => void;
  readonly toBe: (expected: T) => void;
  readonly toHaveLength: (expected: number) => void;
  readonly toBeAtMost: (expected: number) => void;
  readonly toBeMoreThan: (expected: number) => void;
}

/** The few comparisons that the rules make, by ourselves: whoever runs them has a test runner of their own. */
export function expect<T>(actual: T, about = ""): Expectation<T> {
  const check = (isRight: boolean, expected: unknown, relation: string) => {
    if (isRight) return;
    const [found, wanted] = [actual, expected].map((value) => fc.stringify(value));
    throw new AssertionError(`${about && `${about}: `}expected ${relation}${wanted}, found ${found}`);
  };
  return {
    toEqual: (expected) => check(isEqual(actual, expected), expected, ""),
    toBe: (expected) => check(Object.is(actual, expected), expected, ""),
    toHaveLength: (expected) => check(lengthOf(actual) === expected, expected, "a length of "),
    toBeAtMost: (expected) => check(Number(actual) <= expected, expected, "at most "),
    toBeMoreThan: (expected) => check(Number(actual) > expected, expected, "more than "),
  };
}

function lengthOf(value: unknown): number | undefined {
  return Array.isArray(value) ? value.length : undefined;
}

function isEqual(a: unknown, b: unknown): boolean {
  if (Object.is(a, b)) return true;
  if (typeof a !== "object" || typeof b !== "object" || a === null || b === null) return false;
  if (a instanceof Map && b instanceof Map) return isEqual(Object.fromEntries(a), Object.fromEntries(b));
  if (Array.isArray(a) !== Array.isArray(b)) return false;
  const [inA, inB] = [new Map(Object.entries(a)), new Map(Object.entries(b))];
  return [...new Set([...inA.keys(), ...inB.keys()])].every((name) => isEqual(inA.get(name), inB.get(name)));
}
