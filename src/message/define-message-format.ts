import { InvalidConfigError } from "../errors.js";
import { parseIso, parseToday } from "../input/calendar-day.js";
import { checkArguments } from "../input/check-arguments.js";
import { checkMethods, checkSettings } from "../input/check-settings.js";
import { found } from "../input/found.js";
import { aList, aNumber, anObject, aText, hasShapes, kindOf, type Shapes } from "../input/shape.js";
import { defaultLanguages } from "./default-languages.js";
import type { Field } from "./fields/field.js";
import type { Language } from "./language.js";
import { lexiconOf } from "./lexicon.js";
import type { FormatField, MessageFormat, MessageFormatOptions, Values } from "./message-format.js";
import { parseMessage } from "./parse-message.js";
import type { SchemaResult } from "./standard-schema.js";
import { allowedDelimiters, parseTemplate } from "./template.js";

/**
 * Defines a format by its template: field names with a delimiter between them, a keyword in front where there is
 * one, `?` behind fields that may be left out: `#name#birthDate#arrivalDate`, `DAFTAR#name#birthDate#note?`.
 * @throws InvalidConfigError with the path of what can't work.
 * @example
 * const format = defineMessageFormat("#name#birthDate#arrivalDate", {
 *   name: field.personName(),
 *   birthDate: field.birthDate(),
 *   arrivalDate: field.arrivalDate(),
 * });
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
