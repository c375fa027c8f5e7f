import { InvalidConfigError } from "../../errors.js";
import { found } from "../../input/found.js";
import { tokenise } from "../tokens.js";
import { type Field, type FieldOptions, fieldBase, refuse, refuseText, stated } from "./field.js";

/**
 * A number that is a name, kept as text with its zeros: an identity number of `length` digits, or of as many as
 * `[least, most]` says. Blanks, dots and hyphens between digits don't matter.
 * @throws InvalidConfigError where no such number can be written.
 * @example
 * field.digits({ length: 16 });
 */
export function digits(
  options: FieldOptions & { readonly length: number | readonly [least: number, most: number] },
): Field {
  const base = fieldBase(options, { length: ["required", "number", "list"] });
  const { length } = options;
  const [least, most] = typeof length === "number" ? [length, length] : length;
  if (!Number.isInteger(least) || !Number.isInteger(most) || least < 1 || most < least || most > 100)
    throw new InvalidConfigError(
      "length",
      `expected whole numbers from 1 to 100, found ${found(least)} and ${found(most)}`,
    );
  const expected = least === most ? `${least} digits` : `${least} to ${most} digits`;
  return Object.freeze({
    ...base,
    kind: "digits",
    limits: least === most ? String(least) : `${least}–${most}`,
    read(raw, { lexicon }) {
      const tokens = tokenise(raw);
      const value = tokens.map(({ kind, text }) => (kind === "number" ? text : "")).join("");
      const isOther = tokens.some(
        ({ kind, text }) => kind === "word" || (kind === "mark" && !"-.*_".includes(text)),
      );
      if (value === "" || isOther) return refuseText(raw, "not-a-number", expected, lexicon);
      return value.length < least || value.length > most ? refuse("wrong-length", expected) : stated(value);
    },
    example: () => "0".repeat(least),
  } satisfies Field);
}
