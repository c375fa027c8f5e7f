import { InvalidConfigError } from "../../errors.js";
import { isBracketed } from "../layout.js";
import { isPlaceholder } from "../placeholder.js";
import { type Field, type FieldOptions, fieldBase, refuse, stated } from "./field.js";

const picture = /[\p{Extended_Pictographic}\p{Emoji_Modifier}\p{Regional_Indicator}\s\u3164\u115F\u1160]/gu;
const unseen = /\p{Cc}|\uFE0E|\uFE0F|\u20E3|(?![\u200C\u200D])\p{Cf}/gu;
const joiner = /[\u200C\u200D]/gu;
const joined = /[\p{L}\p{M}]/u;
const latin = /\p{Script=Latin}/u;
const plain = /^[ -~]*$/;
/** Those around a line or a value (see `layout.ts`), which a picture may have hidden, and more. */
const edgeMarks = /* @__PURE__ */ new Set(/* @__PURE__ */ '\\ <>*_`"“”•~«»,;:='.split(""));

/**
 * Any text of 1 to `most` characters, default 200, with single blanks: an address.
 * @throws InvalidConfigError where no such text can be written.
 * @example
 * field.text({ most: 80 });
 */
export function text(options: FieldOptions & { readonly most?: number } = {}): Field {
  const base = fieldBase(options, { most: ["number"] });
  const { most = 200 } = options;
  if (!Number.isInteger(most) || most < 1)
    throw new InvalidConfigError("most", `expected a whole number from 1 up, found ${most}`);
  const expected = `a text of at most ${most} characters`;
  return Object.freeze({
    ...base,
    kind: "text",
    limits: `1–${most}`,
    read(raw, { lexicon }) {
      const value = cleanText(raw);
      if (value === "") return refuse("missing", expected);
      if (isPlaceholder(value, lexicon)) return refuse("placeholder", expected);
      return value.length > most ? refuse("wrong-length", expected) : stated(value);
    },
    example: ({ lexicon }) => (base.labels[0] ?? lexicon.firstLabels.get("text") ?? "…").toUpperCase(),
  } satisfies Field);
}

/**
 * What of a value goes into the record: NFC with single blanks, without pictures, control and direction marks, and
 * without the bold marks and quotes around it. A zero-width joiner stays inside a word of a script that needs it.
 */
export function cleanText(text: string): string {
  return trimMarks(plain.test(text) && !text.includes("  ") ? text : removeUnseen(text));
}

function removeUnseen(text: string): string {
  return text
    .normalize("NFC")
    .replace(picture, " ")
    .replace(unseen, "")
    .replace(joiner, (sign, index: number, whole: string) => {
      const before = whole.charAt(index - 1);
      return joined.test(before) && joined.test(whole.charAt(index + 1)) && !latin.test(before) ? sign : "";
    })
    .split(" ")
    .filter((word) => word !== "")
    .join(" ");
}

function trimMarks(text: string): string {
  let start = 0;
  let end = text.length;
  for (;;) {
    while (start < end && edgeMarks.has(text.charAt(start))) start++;
    while (end > start && edgeMarks.has(text.charAt(end - 1))) end--;
    if (!isBracketed(text, start, end)) return text.slice(start, end);
    start++;
    end--;
  }
}
