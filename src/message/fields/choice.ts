import { InvalidConfigError } from "../../errors.js";
import { found } from "../../input/found.js";
import { kindOf } from "../../input/shape.js";
import { tokenise, wordsOf } from "../tokens.js";
import { type Field, type FieldOptions, fieldBase, refuseText, stated } from "./field.js";

/**
 * One of a few values, whatever its case and marks. `{ new: ["baru", "paspor baru"] }` names the other words for a
 * value; a list has none.
 * @throws InvalidConfigError where there is no value, or one word stands for two.
 * @example
 * field.choice({ new: ["baru", "paspor baru"], renewal: ["ganti"] });
 */
export function choice(
  values: readonly string[] | Readonly<Record<string, readonly string[]>>,
  options: FieldOptions = {},
): Field {
  const base = fieldBase(options, {});
  const entries: readonly (readonly [string, readonly string[]])[] = Array.isArray(values)
    ? values.map((value: string) => [value, []] as const)
    : kindOf(values) === "object"
      ? Object.entries(values as Readonly<Record<string, readonly string[]>>)
      : [];
  const choices = entries.map(([value]) => value);
  const byWords = new Map<string, string>();
  for (const [value, others] of entries) {
    if (![[value], others].flat().every((word) => typeof word === "string"))
      throw new InvalidConfigError(`choices.${found(value)}`, "expected its words as texts in a list");
    for (const word of [value, ...others]) {
      const words = wordsOf(tokenise(word));
      if (words === "" || (byWords.get(words) ?? value) !== value)
        throw new InvalidConfigError(`choices.${value}`, `expected words of its own, found "${word}"`);
      byWords.set(words, value);
    }
  }
  if (choices.length === 0) throw new InvalidConfigError("choices", "expected at least one value");
  const expected = `one of ${choices.join(", ")}`;
  return Object.freeze({
    ...base,
    kind: "choice",
    choices,
    read(raw, { lexicon }) {
      const value = byWords.get(wordsOf(tokenise(raw)));
      return value === undefined ? refuseText(raw, "not-a-choice", expected, lexicon) : stated(value);
    },
    example: () => choices[0] ?? "",
  } satisfies Field);
}
