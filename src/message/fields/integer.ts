import { InvalidConfigError } from "../../errors.js";
import { aNumber } from "../../input/shape.js";
import { readNumberWords } from "../dates/number-words.js";
import { tokenise } from "../tokens.js";
import { type Field, type FieldOptions, fieldBase, refuse, refuseText, stated } from "./field.js";

/**
 * A whole number from `least` to `most`, in digits or in words: how many people come.
 * @throws InvalidConfigError where there is no such number.
 * @example
 * field.integer({ least: 1, most: 5 });
 */
export function integer(options: FieldOptions & { readonly least: number; readonly most: number }): Field {
  const base = fieldBase(options, { least: aNumber, most: aNumber });
  const { least, most } = options;
  if (!Number.isSafeInteger(least) || !Number.isSafeInteger(most) || least < 0 || most < least)
    throw new InvalidConfigError("least", `expected 0 or more and at most ${most}, found ${least}`);
  const expected = `a whole number from ${least} to ${most}`;
  return Object.freeze({
    ...base,
    kind: "integer",
    limits: `${least}–${most}`,
    read(raw, { lexicon }) {
      const tokens = tokenise(raw).filter(({ kind, text }) => kind !== "mark" || !"*_".includes(text));
      const [first] = tokens;
      const inWords = readNumberWords(tokens, 0, lexicon);
      const inDigits = first?.kind === "number" && first.text.length <= 15 && tokens.length === 1;
      const value = inDigits
        ? Number(first.text)
        : inWords?.next === tokens.length
          ? inWords.value
          : undefined;
      if (value === undefined) return refuseText(raw, "not-a-number", expected, lexicon);
      return value < least || value > most ? refuse("out-of-range", expected) : stated(value);
    },
    example: () => String(least),
  } satisfies Field);
}
