import { InvalidConfigError } from "../errors.js";
import { checkSettings } from "../input/check-settings.js";
import { found } from "../input/found.js";
import { aNumber, aText, kindOf } from "../input/shape.js";
import { damm, pureSystem } from "./check-character.js";
import { foldLookAlikes, listLookAlikes } from "./look-alikes.js";

/**
 * A way to make and to read booking codes. A code is canonical (`7HXW9TB6`) in records and calls;
 * `format` gives the form for people (`7HXW-9TB6`).
 */
export interface CodeScheme {
  /** Draws one code for an office. `randomBytes(n)` must give `n` bytes of a cryptographic source. */
  readonly draw: (randomBytes: (length: number) => Uint8Array, officeId?: string) => string;
  /** Reads what a person typed or a scanner read; case, blanks, hyphens, dots and full-width forms don't matter. */
  readonly read: (text: string) => CodeReading;
  /** The form that people see: groups of four, joined by hyphens. */
  readonly format: (code: string) => string;
}

/** A code, or what is wrong with it; nothing is guessed. */
export type CodeReading =
  | { readonly kind: "code"; readonly code: string }
  | { readonly kind: "wrong-length"; readonly expected: number; readonly found: number }
  /** No code has this character; `lookAlikes` are those that may have been meant: for `O` it is `D` or `Q`. */
  | {
      readonly kind: "foreign-character";
      readonly character: string;
      readonly lookAlikes: readonly string[];
    }
  /** A character is wrong, or two have changed places. */
  | { readonly kind: "check-failed" };

export interface CodeSchemeSettings {
  /** Different upper-case characters: a prime number of them, so that every swap is caught, or the ten digits. */
  readonly alphabet: string;
  /** Characters of a code, its prefix and its check character included; fewer than the alphabet has, 32 at most. */
  readonly length: number;
  /** What codes begin with, by office: all of one length, each of the alphabet's characters. */
  readonly prefixes?: Readonly<Record<string, string>>;
  /** Words that no code may hold, look-alikes included; for alphabets with vowels. Reading ignores them. */
  readonly unwantedWords?: readonly string[];
}

type RandomBytes = (length: number) => Uint8Array;

const digits = "0123456789";
const longestCode = 32;
const maxTextLength = 64;
const mostDraws = 1000;
const separators = /[\s\-.\u2010-\u2015\u2212\u200B-\u200F\u2060\u202A-\u202E\u2066-\u2069\uFEFF]+/gu;

/**
 * Codes of random characters and one check character, which catches every single wrong character and every swap
 * of two; among digits alone, every swap of two neighbours.
 * @throws InvalidConfigError where the settings can't make such codes.
 * @example
 * const codes = defineCodeScheme({ alphabet: codeAlphabet, length: 10 });
 * codes.read("7hxw 9tb6"); // { kind: "wrong-length", expected: 10, found: 8 }
 */
export function defineCodeScheme(settings: CodeSchemeSettings): CodeScheme {
  checkSettings(settings, {
    alphabet: aText,
    length: aNumber,
    prefixes: ["object"],
    unwantedWords: ["list"],
  });
  const { alphabet, length } = settings;
  checkAlphabet(alphabet);
  const longest = Math.min(longestCode, alphabet === digits ? Infinity : alphabet.length - 1);
  const prefixes = checkPrefixes(settings);
  const prefixLength = Object.values(prefixes ?? {})[0]?.length ?? 0;
  const shortest = prefixLength + 2;
  if (!Number.isInteger(length) || length < shortest || length > longest)
    throw new InvalidConfigError(
      "length",
      `expected a whole number from ${shortest} to ${longest}, found ${length}`,
    );
  const holdsUnwanted = checkUnwantedWords(settings);
  const checkCharacter = alphabet === digits ? damm : pureSystem(alphabet);

  function prefixOf(officeId: string | undefined): string {
    if (prefixes === undefined) return "";
    const prefix = Object.hasOwn(prefixes, officeId ?? "") ? prefixes[officeId ?? ""] : undefined;
    if (prefix === undefined)
      throw new InvalidConfigError(`prefixes.${officeId}`, "expected a prefix for every office");
    return prefix;
  }

  return Object.freeze({
    draw(randomBytes: RandomBytes, officeId?: string): string {
      const prefix = prefixOf(officeId);
      for (let draws = 0; draws < mostDraws; draws++) {
        const body = prefix + drawCharacters(alphabet, length - 1 - prefix.length, randomBytes);
        const code = body + checkCharacter(body);
        if (!holdsUnwanted(code)) return code;
      }
      throw new InvalidConfigError(
        "unwantedWords",
        `expected words that codes can do without, found one in ${mostDraws} codes in a row`,
      );
    },
    read(text: string): CodeReading {
      if (typeof text !== "string") throw new RangeError(`Expected a code as a text, found ${kindOf(text)}.`);
      if (text.length > maxTextLength) return { kind: "wrong-length", expected: length, found: text.length };
      const code = text.normalize("NFKC").toUpperCase().replace(separators, "");
      for (const character of code)
        if (!alphabet.includes(character))
          return {
            kind: "foreign-character",
            character,
            lookAlikes: listLookAlikes(character, alphabet),
          };
      if (code.length !== length) return { kind: "wrong-length", expected: length, found: code.length };
      return checkCharacter(code.slice(0, -1)) === code.at(-1)
        ? { kind: "code", code }
        : { kind: "check-failed" };
    },
    format(code: string): string {
      if (typeof code !== "string") throw new RangeError(`Expected a code as a text, found ${kindOf(code)}.`);
      const groups = code.slice(prefixLength).match(/.{1,4}/gu) ?? [];
      return [code.slice(0, prefixLength), ...groups].filter((group) => group !== "").join("-");
    },
  });
}

/** Without vowels, 0, 1, O and I. */
export const codeAlphabet = "23456789BCDFGHJKLMNPQRSTVWXYZ";

/** The default: seven random characters of `codeAlphabet` and a check character; 34 bits. */
export const bookingCodes: CodeScheme = /* @__PURE__ */ defineCodeScheme({
  alphabet: codeAlphabet,
  length: 8,
});

/** For counters with a number pad: nine random digits and a check digit, `2017-0807-31`; 30 bits. */
export const numericCodes: CodeScheme = /* @__PURE__ */ defineCodeScheme({ alphabet: digits, length: 10 });

function checkAlphabet(alphabet: string): void {
  const size = alphabet.length;
  const isDistinct = new Set(alphabet).size === size && alphabet === alphabet.toUpperCase();
  if (isDistinct && (alphabet === digits || (isPrime(size) && size > 2 && size <= 256))) return;
  throw new InvalidConfigError(
    "alphabet",
    `expected a prime number of different upper-case characters or ${digits}, found ${found(alphabet)}`,
  );
}

function checkPrefixes({
  prefixes,
  alphabet,
}: CodeSchemeSettings): Readonly<Record<string, string>> | undefined {
  if (prefixes === undefined) return undefined;
  const known = new Set<string>();
  const [first = ""] = Object.values(prefixes);
  for (const [officeId, prefix] of Object.entries(prefixes)) {
    const isOfAlphabet =
      kindOf(prefix) === "string" &&
      prefix !== "" &&
      [...prefix].every((character) => alphabet.includes(character));
    if (!isOfAlphabet || prefix.length !== first.length || known.has(prefix))
      throw new InvalidConfigError(
        `prefixes.${officeId}`,
        `expected characters of the alphabet, as many for each office, another prefix for each, found ${found(prefix)}`,
      );
    known.add(prefix);
  }
  return { ...prefixes };
}

function checkUnwantedWords({ unwantedWords = [] }: CodeSchemeSettings): (code: string) => boolean {
  for (const [index, word] of unwantedWords.entries())
    if (kindOf(word) !== "string" || word.length < 2)
      throw new InvalidConfigError(
        `unwantedWords[${index}]`,
        `expected two characters or more, found ${found(word)}`,
      );
  const words = unwantedWords.map((word) => foldLookAlikes(word.toUpperCase()));
  return (code) => words.some((word) => foldLookAlikes(code).includes(word));
}

/**
 * Rejection sampling: 256 is 8 × 29 + 24, so a byte modulo 29 would give the first 24 characters 9 chances of
 * 256 and the last 5 only 8. Bytes from 232 up are thrown away instead.
 */
function drawCharacters(alphabet: string, count: number, randomBytes: RandomBytes): string {
  const fair = 256 - (256 % alphabet.length);
  let drawn = "";
  while (drawn.length < count)
    for (const byte of randomBytes(count - drawn.length))
      if (byte < fair) drawn += alphabet.charAt(byte % alphabet.length);
  return drawn;
}

function isPrime(number: number): boolean {
  for (let divisor = 2; divisor * divisor <= number; divisor++) if (number % divisor === 0) return false;
  return number > 1;
}
