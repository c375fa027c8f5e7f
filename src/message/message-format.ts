import { InvalidConfigError } from "../errors.js";
import { checkArguments } from "../input/check-arguments.js";
import { checkMethods, checkSettings } from "../input/check-settings.js";
import { found } from "../input/found.js";
import { aList, aNumber, anObject, aText, hasShapes, kindOf, type Shapes } from "../input/shape.js";
import type { CodeReader } from "./code-reader.js";
import { parseIso, parseToday } from "./dates/calendar-day.js";
import { defaultLanguages } from "./default-languages.js";
import type { Field, FieldKind, Value } from "./fields/field.js";
import type { Language } from "./language.js";
import { lexiconOf } from "./lexicon.js";
import { parseMessage } from "./parse-message.js";
import type { SchemaResult, StandardSchema } from "./standard-schema.js";
import { allowedDelimiters, parseTemplate } from "./template.js";

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

/**
 * Defines a format by its template: field names with a delimiter between them, a keyword in front where there is
 * one, `?` behind fields that may be left out: `#name#birthDate#arrivalDate`, `DAFTAR#name#birthDate#note?`.
 * @throws InvalidConfigError with the path of what can't work.
 */
export function defineMessageFormat(
  template: string,
  fields: Readonly<Record<string, Field>>,
  options: MessageFormatOptions = {},
): MessageFormat {
  checkSettings({ template, fields }, { template: aText, fields: anObject });
  checkSettings(options, optionShapes);
  for (const [name, reader] of Object.entries(fields))
    checkMethods(`fields.${name}`, reader, ["read", "print", "example"], "a field such as field.text()");
  const { delimiter, begins, keyword, names, required } = parseTemplate(template, Object.keys(fields));
  const { languages = defaultLanguages, codes, media = "optional", party } = options;
  const delimiters = options.delimiters ?? (delimiter === "#" ? ["#", "*"] : [delimiter]);
  if (!["required", "optional"].includes(media))
    throw new InvalidConfigError("media", `expected required or optional, found ${found(media)}`);
  if (codes !== undefined) checkMethods("codes", codes, ["read"], "a code scheme, made by defineCodeScheme");
  checkOptions(delimiters, languages, party, names);
  const readers = Object.fromEntries(names.flatMap((name) => (fields[name] ? [[name, fields[name]]] : [])));
  const lexicon = lexiconOf(languages);

  function join(texts: readonly string[]): string {
    const pieces = keyword === undefined ? texts : [keyword, ...texts];
    return (begins === "delimiter" ? delimiter : "") + pieces.join(delimiter);
  }

  const format: MessageFormat = Object.freeze({
    template,
    fields: Object.freeze(
      names.map((name, index) => describe(name, index < required ? "required" : "optional", readers[name])),
    ),
    required,
    languages,
    codes,
    delimiters: Object.freeze([...new Set([delimiter, ...delimiters])]),
    keyword,
    media,
    party,
    readers: Object.freeze(readers),
    print(values: Values): string {
      checkArguments("values", values, {});
      const texts = names.map((name, index) => {
        const value = values[name];
        if (value === undefined && index >= required) return "";
        if (typeof value !== "string" && typeof value !== "number")
          throw new TypeError(`Expected a value for ${name}, a text or a number, found ${kindOf(value)}.`);
        return readers[name]?.print(value, lexicon) ?? "";
      });
      while (texts.at(-1) === "") texts.pop();
      return join(texts);
    },
    example(reference: { readonly today: string }): string {
      checkArguments("reference", reference, { today: aText });
      const { today } = reference;
      const setting = { today: parseToday(today), lexicon, codes };
      return join(names.slice(0, required).map((name) => readers[name]?.example(setting) ?? ""));
    },
    "~standard": Object.freeze({
      version: 1,
      vendor: "giliran",
      validate: (value: unknown) => validate(value, format),
    } as const),
  });
  return format;
}

const optionShapes: Shapes<MessageFormatOptions> = {
  languages: ["list"],
  codes: ["object"],
  delimiters: ["list"],
  media: ["string"],
  party: ["object"],
};

function describe(name: string, presence: FormatField["presence"], reader: Field | undefined): FormatField {
  const { kind = "text", choices } = reader ?? {};
  return Object.freeze({ name, kind, presence, ...(choices === undefined ? {} : { choices }) });
}

function checkOptions(
  delimiters: readonly string[],
  languages: readonly Language[],
  party: MessageFormatOptions["party"],
  names: readonly string[],
): void {
  const unusable = delimiters.findIndex(
    (sign) => typeof sign !== "string" || !allowedDelimiters.includes(sign) || sign.length !== 1,
  );
  if (unusable !== -1)
    throw new InvalidConfigError(
      "delimiters",
      `expected signs of ${allowedDelimiters}, found ${found(delimiters[unusable])}`,
    );
  if (languages.length === 0) throw new InvalidConfigError("languages", "expected at least one language");
  if (party !== undefined && !hasShapes(party, { most: aNumber, shared: aList }))
    throw new InvalidConfigError("party", "expected { most: number, shared: list }");
  const unknown = party?.shared.findIndex((name) => !names.includes(name)) ?? -1;
  if (unknown !== -1)
    throw new InvalidConfigError("party.shared", `expected fields, found ${found(party?.shared[unknown])}`);
  if (party !== undefined && !(Number.isInteger(party.most) && party.most >= 2 && party.most <= 100))
    throw new InvalidConfigError("party.most", `expected a whole number from 2 to 100, found ${party.most}`);
}

function validate(value: unknown, format: MessageFormat): SchemaResult<Values> {
  const { text, today } = (typeof value === "object" && value !== null ? value : {}) as Record<
    string,
    unknown
  >;
  if (typeof text !== "string" || typeof today !== "string" || parseIso(today) === undefined)
    return { issues: [{ message: "expected { text, today: YYYY-MM-DD }" }] };
  const parsed = parseMessage(text, format, { today });
  if (parsed.kind === "request") return { value: parsed.values };
  if (parsed.kind !== "not-understood")
    return { issues: [{ message: `expected a request, found a ${parsed.kind}` }] };
  return {
    issues: parsed.problems.map(({ code, field, expected }) => ({
      message: `${code}: expected ${expected}`,
      path: [field],
    })),
  };
}
