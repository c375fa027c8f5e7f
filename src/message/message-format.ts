import type { CodeReader } from "./code-reader.js";
import type { Field, FieldKind, Value } from "./fields/field.js";
import type { Language } from "./language.js";
import type { StandardSchema } from "./standard-schema.js";

/** A message's values by field: dates are `YYYY-MM-DD`, integers are numbers. */
export type Values = Readonly<Record<string, Value>>;

export interface MessageFormatOptions {
  /** The first gives the order of numeric dates; default Indonesian, with English words beside it. */
  readonly languages?: readonly Language[];
  /** How booking codes look, so that they are found in messages and no name is one. */
  readonly codes?: CodeReader;
  /** All signs that may divide values; default the template's, and `*` beside `#`, for keypads without #. */
  readonly delimiters?: readonly string[];
  /** Whether a picture or a document must come with the message. */
  readonly media?: "required" | "optional";
  /** Several people in one message, a line each; what is `shared` must be the same for all, or be left out. */
  readonly party?: { readonly most: number; readonly shared: readonly string[] };
}

export interface FormatField {
  readonly name: string;
  readonly kind: FieldKind;
  readonly presence: "required" | "optional";
  /** Of a choice: the values that it can have. */
  readonly choices?: readonly string[];
}

/** What a request looks like, checked and frozen. A Standard Schema that takes `{ text, today }`. */
export interface MessageFormat
  extends StandardSchema<{ readonly text: string; readonly today: string }, Values> {
  readonly template: string;
  readonly fields: readonly FormatField[];
  /** How many of the fields, from the first on, must be there. */
  readonly required: number;
  readonly languages: readonly Language[];
  readonly codes: CodeReader | undefined;
  readonly delimiters: readonly string[];
  readonly keyword: string | undefined;
  readonly media: "required" | "optional";
  readonly party: { readonly most: number; readonly shared: readonly string[] } | undefined;
  /** The readers of the fields, in the template's order. */
  readonly readers: Readonly<Record<string, Field>>;
  /**
   * The message that says these values; parsed again it gives the same.
   * @throws TypeError where a required value is missing.
   */
  readonly print: (values: Values) => string;
  /** A message to copy and fill in. Sent as it is, it is recognised and books nothing. */
  readonly example: (reference: { readonly today: string }) => string;
}
