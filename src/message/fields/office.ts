import { tokenise, wordsOf } from "../tokens.js";
import { choice } from "./choice.js";
import type { Field, FieldOptions } from "./field.js";

export interface OfficeFieldOptions extends FieldOptions {
  /** Other words for an office, by its id; the first is what replies and buttons call it: `{ jakpus: ["Jakpus"] }`. */
  readonly words?: Readonly<Record<string, readonly string[]>>;
}

/**
 * Which of the offices a message is for, by id, name or another word; a chat without a fixed office goes by it.
 * @throws InvalidConfigError where there is no office, or one word stands for two.
 */
export function office(
  offices: readonly { readonly id: string; readonly name: string }[],
  { words = {}, ...options }: OfficeFieldOptions = {},
): Field {
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

/** A label in front of a value is not read as a part of it, so that "Kantor Bali" arrives as "Bali". */
function withoutLabel(word: string, labels: readonly string[]): readonly string[] {
  const words = wordsOf(tokenise(word));
  return labels
    .filter((label) => words.startsWith(`${label} `))
    .map((label) => words.slice(label.length + 1));
}
