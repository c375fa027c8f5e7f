import { checkArguments } from "../input/check-arguments.js";
import { aNumber } from "../input/shape.js";
import { codeAlphabet } from "./booking-code.js";

/** How hard a code is to guess for somebody who knows the scheme. */
export interface CodeStrength {
  /** Of the characters that are drawn, 34.0 for the default scheme. */
  readonly bits: number;
  /** Chance that at least one of the guesses is a live code. */
  readonly guessProbability: number;
  /** Chance that a code just drawn is in use. The desk draws two for each hold; both are in use with its square. */
  readonly collisionProbability: number;
}

export interface CodeStrengthQuery {
  /** Default that of `bookingCodes`. */
  readonly alphabet?: string;
  /** Characters of a code, its prefix and its check character included; default 8. */
  readonly length?: number;
  /** Characters that are known beforehand; default 0. */
  readonly prefixLength?: number;
  /** Codes that a guess could hit. */
  readonly liveCodes: number;
  /** Different codes that are tried; default 1. */
  readonly guesses?: number;
}

/**
 * How hard codes of a scheme are to guess, while so many are live.
 * @throws RangeError where nothing is drawn, or where more codes are live than there are.
 * @example
 * const { bits } = codeStrength({ liveCodes: 5000 });
 */
export function codeStrength(query: CodeStrengthQuery): CodeStrength {
  const whole = ["number"] as const;
  checkArguments("query", query, {
    alphabet: ["string"],
    length: whole,
    prefixLength: whole,
    liveCodes: aNumber,
    guesses: whole,
  });
  const { alphabet = codeAlphabet, length = 8, prefixLength = 0, liveCodes, guesses = 1 } = query;
  const drawn = length - prefixLength - 1;
  const codes = alphabet.length ** drawn;
  const collisionProbability = liveCodes / codes;
  if (!(drawn >= 1 && collisionProbability >= 0 && collisionProbability <= 1 && guesses >= 0))
    throw new RangeError(
      `Expected a character that is drawn, 0 to ${codes} live codes and guesses from 0 up, found ${length}, ${prefixLength}, ${liveCodes} and ${guesses}.`,
    );
  // 1 - (1 - p) ** n would round to 0 where p is small.
  const guessProbability = -Math.expm1(guesses * Math.log1p(-collisionProbability));
  return { bits: Math.log2(codes), guessProbability, collisionProbability };
}
