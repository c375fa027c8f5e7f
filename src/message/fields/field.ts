import { InvalidConfigError } from "../../errors.js";
import type { CalendarDay } from "../../input/calendar-day.js";
import { checkMethods, checkSettings } from "../../input/check-settings.js";
import type { Shapes } from "../../input/shape.js";
import type { CodeReader } from "../code-reader.js";
import type { TimeOfDay } from "../dates/time-of-day.js";
import type { Lexicon } from "../lexicon.js";
import { isPlaceholder } from "../placeholder.js";
import type { ProblemCode } from "../problem.js";
import type { StandardSchema } from "../standard-schema.js";

export type FieldKind =
  | "personName"
  | "birthDate"
  | "arrivalDate"
  | "date"
  | "text"
  | "digits"
  | "choice"
  | "office"
  | "integer";

/** A field's value: dates are `YYYY-MM-DD`, an integer is a number. */
export type Value = string | number;

/** One kind of value: read, printed and shown as an example. Made by `field.personName()` and its like. */
export interface Field {
  readonly kind: FieldKind;
  /** What people call it, beside what their language has for its kind. */
  readonly labels: readonly string[];
  /** Of a choice: the values that it can have. */
  readonly choices?: readonly string[];
  /** Of digits, a text or an integer: how long or how large it may be, `16` or `1–60`. */
  readonly limits?: string;
  readonly schema?: StandardSchema | undefined;
  /** Reads the text between two delimiters, which is not blank. */
  readonly read: (text: string, setting: FieldSetting) => FieldReading;
  /** Prints what `read` gave, so that reading it again gives the same. */
  readonly print: (value: Value, lexicon: Lexicon) => string;
  /** A text for an example message: one that is refused, where the kind has any such. */
  readonly example: (setting: FieldSetting) => string;
}

export interface FieldOptions {
  /** What people call the field: a label that they may leave in front of the value. */
  readonly labels?: readonly string[];
  /** A further check, by a synchronous schema of any library; it may give another text or number. */
  readonly schema?: StandardSchema;
}

/**
 * What a field has by its options, whatever its kind.
 * @throws InvalidConfigError where the options of a kind of field, and what it has beside them, are others.
 */
export function fieldBase<Options extends FieldOptions>(
  options: Options,
  more: Shapes<Omit<Options, keyof FieldOptions>>,
): Pick<Field, "labels" | "schema" | "print"> {
  checkSettings<FieldOptions>(options, { labels: ["list"], schema: ["object", "function"], ...more });
  const { labels = [], schema } = options;
  if (!labels.every((label) => typeof label === "string"))
    throw new InvalidConfigError("labels", "expected a list of texts");
  if (schema !== undefined)
    checkMethods("schema", schema["~standard"], ["validate"], "a Standard Schema, such as z.string()");
  return { labels, schema, print: String };
}

export interface FieldSetting {
  readonly today: CalendarDay;
  readonly lexicon: Lexicon;
  readonly codes: CodeReader | undefined;
  /** Of the office, IANA. */
  readonly timeZone?: string | undefined;
}

export type FieldReading =
  | {
      readonly kind: "value";
      readonly value: Value;
      readonly basis: "stated" | "assumed";
      /** Of a date, the time of day that was said with it. */
      readonly time?: TimeOfDay;
    }
  | {
      readonly kind: "problem";
      readonly code: ProblemCode;
      readonly expected: string;
      readonly readings?: readonly string[];
    };

export function stated(value: Value): FieldReading {
  return { kind: "value", value, basis: "stated" };
}

export function refuse(code: ProblemCode, expected: string): FieldReading {
  return { kind: "problem", code, expected };
}

/** Refuses a text that is no such value; what stands for a value to be put there is told apart. */
export function refuseText(
  text: string,
  code: ProblemCode,
  expected: string,
  lexicon: Lexicon,
): FieldReading {
  return refuse(isPlaceholder(text, lexicon) ? "placeholder" : code, expected);
}
