import { InvalidConfigError } from "../../errors.js";
import { aText, hasShapes, kindOf } from "../../input/shape.js";
import { tokenise, wordsOf } from "../tokens.js";
import { choice } from "./choice.js";
import { type Field, type FieldOptions, fieldBase } from "./field.js";

export interface OfficeFieldOptions extends FieldOptions {
  /** Other words for an office, by its id; the first is what replies and buttons call it: `{ jakpus: ["Jakpus"] }`. */
  readonly words?: Readonly<Record<string, readonly string[]>>;
}

/**
 * Which of the offices a message is for, by id, name or another word; a chat without a fixed office goes by it.
 * @throws InvalidConfigError where there is no office, or one word stands for two.
 * @example
 * field.office([office], { words: { bali: ["denpasar"] } });
 */
export function office(
  offices: readonly { readonly id: string; readonly name: string }[],
  given: OfficeFieldOptions = {},
): Field {
  fieldBase(given, { words: ["object"] });
  const { words = {}, ...options } = given;
  const isRight =
    kindOf(offices) === "list" && offices.every((one) => hasShapes(one, { id: aText, name: aText }));
  if (!isRight) throw new InvalidConfigError("offices", "expected offices, or a list of { id, name }");
  for (const [id, others] of Object.entries(words))
    if (kindOf(others) !== "list" || !others.every((word) => typeof word === "string"))
      throw new InvalidConfigError(`words.${id}`, "expected its words as texts in a list");
  const labels = (options.labels ?? []).map((label) => wordsOf(tokenise(label)));
  const named = Object.fromEntries(
    offices.map(({ id, name }) => {
      const all = [...(words[id] ?? []), name];
      return [id, [...all, ...all.flatMap((word) => withoutLabel(word, labels))]];
    }),
  );
  return Object.freeze({
    ...choice(named, options),
    kind: "office",
    print: (value) => words[value]?.[0] ?? String(value),
  } satisfies Field);
}

/** A label in front of a value is not read with it, so that "Kantor Bali" arrives as "Bali". */
function withoutLabel(word: string, labels: readonly string[]): readonly string[] {
  const words = wordsOf(tokenise(word));
  return labels
    .filter((label) => words.startsWith(`${label} `))
    .map((label) => words.slice(label.length + 1));
}
