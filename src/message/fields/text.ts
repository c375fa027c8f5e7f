import { InvalidConfigError } from "../../errors.js";
import { isPlaceholder } from "../placeholder.js";
import { cleanText } from "./clean-text.js";
import { checkFieldOptions, type Field, type FieldOptions, refuse, stated } from "./field.js";

/**
 * Any text of 1 to `most` characters, default 200, with single blanks: an address.
 * @throws InvalidConfigError where no such text can be written.
 */
export function text(options: FieldOptions & { readonly most?: number } = {}): Field {
  checkFieldOptions(options, { most: ["number"] });
  const { labels = [], schema, most = 200 } = options;
  if (!Number.isInteger(most) || most < 1)
    throw new InvalidConfigError("most", `expected a whole number from 1 up, found ${most}`);
  const expected = `a text of at most ${most} characters`;
  return Object.freeze({
    kind: "text",
    labels,
    schema,
    limits: `1–${most}`,
    read(raw, { lexicon }) {
      const value = cleanText(raw);
      if (value === "") return refuse("missing", expected);
      if (isPlaceholder(value, lexicon)) return refuse("placeholder", expected);
      return value.length > most ? refuse("wrong-length", expected) : stated(value);
    },
    print: (value) => String(value),
    example: ({ lexicon }) => (labels[0] ?? lexicon.firstLabels.get("text") ?? "…").toUpperCase(),
  } satisfies Field);
}
