import { InvalidConfigError } from "../errors.js";

/**
 * A way to make and to read booking codes. A code is canonical (`7HXW9TB6`) in records and calls;
 * `format` gives the form for people (`7HXW-9TB6`).
 */
export interface CodeScheme {
  /** Draws one code. `randomBytes(n)` must give `n` bytes of a cryptographic source. */
  readonly draw: (randomBytes: (length: number) => Uint8Array) => string;
  /** Reads what a person typed or a scanner read; case, blanks, hyphens, dots and full-width forms don't matter. */
  readonly read: (text: string) => CodeReading;
  /** The form that people see: groups of four, joined by hyphens. */
  readonly format: (code: string) => string;
}

export type CodeReading =
  | { readonly kind: "code"; readonly code: string }
  | { readonly kind: "wrong-length"; readonly expected: number; readonly found: number }
  | { readonly kind: "foreign-character"; readonly character: string }
  | { readonly kind: "check-failed" };

export interface CodeSchemeSettings {
  /** At least two different characters, a prime number of them, so that every swap is caught. Upper case. */
  readonly alphabet: string;
  /** Characters of a code, its check character included. */
  readonly length: number;
}

const maxTextLength = 64;
const separators = /[\s\-.\u2010-\u2015\u2212\u200B-\u200F\u2060\u202A-\u202E\u2066-\u2069\uFEFF]+/gu;

/**
 * Codes of random characters and one check character, a pure system in the manner of ISO 7064 with radix 2
 * and the alphabet's size as its modulus. It catches every single wrong character and every swap of two.
 * @throws InvalidConfigError where the alphabet or the length can't make such a code.
 */
export function defineCodeScheme({ alphabet, length }: CodeSchemeSettings): CodeScheme {
  const size = alphabet.length;
  const values = new Map([...alphabet].map((character, value) => [character, value]));
  if (!isPrime(size) || values.size !== size || size > 256 || alphabet !== alphabet.toUpperCase())
    throw new InvalidConfigError(
      "alphabet",
      `expected a prime number of different upper-case characters, found "${alphabet}"`,
    );
  const longest = orderOfTwo(size);
  if (!Number.isInteger(length) || length < 2 || length > longest)
    throw new InvalidConfigError("length", `expected a whole number from 2 to ${longest}, found ${length}`);

  const checkCharacter = (body: string): string => {
    let sum = 0;
    for (const character of body) sum = ((sum + (values.get(character) ?? 0)) * 2) % size;
    return alphabet.charAt((1 - sum + size) % size);
  };

  return Object.freeze({
    draw(randomBytes: (length: number) => Uint8Array): string {
      const body = drawCharacters(alphabet, length - 1, randomBytes);
      return body + checkCharacter(body);
    },
    read(text: string): CodeReading {
      if (text.length > maxTextLength) return { kind: "wrong-length", expected: length, found: text.length };
      const code = text.normalize("NFKC").toUpperCase().replace(separators, "");
      for (const character of code)
        if (!values.has(character)) return { kind: "foreign-character", character };
      if (code.length !== length) return { kind: "wrong-length", expected: length, found: code.length };
      return checkCharacter(code.slice(0, -1)) === code.at(-1)
        ? { kind: "code", code }
        : { kind: "check-failed" };
    },
    format: (code: string): string => code.match(/.{1,4}/gu)?.join("-") ?? code,
  });
}

/** The default: seven random characters without vowels, 0, 1, O or I, and a check character; 34 bits. */
export const bookingCodes: CodeScheme = defineCodeScheme({
  alphabet: "23456789BCDFGHJKLMNPQRSTVWXYZ",
  length: 8,
});

/**
 * Rejection sampling: 256 is 8 × 29 + 24, so a byte modulo 29 would give the first 24 characters 9 chances of
 * 256 and the last 5 only 8. Bytes from 232 up are thrown away instead.
 */
function drawCharacters(
  alphabet: string,
  count: number,
  randomBytes: (length: number) => Uint8Array,
): string {
  const fair = 256 - (256 % alphabet.length);
  let drawn = "";
  while (drawn.length < count)
    for (const byte of randomBytes(count - drawn.length))
      if (byte < fair) drawn += alphabet.charAt(byte % alphabet.length);
  return drawn;
}

/** Positions weigh 1, 2, 4, … modulo `size`; a swap is caught only while no weight comes again. */
function orderOfTwo(size: number): number {
  let order = 1;
  for (let power = 2 % size; power > 1; power = (power * 2) % size) order++;
  return order;
}

function isPrime(number: number): boolean {
  for (let divisor = 2; divisor * divisor <= number; divisor++) if (number % divisor === 0) return false;
  return number > 1;
}
