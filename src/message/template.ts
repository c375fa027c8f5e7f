import { InvalidConfigError } from "../errors.js";

/** A template taken apart: `DAFTAR#name#birthDate#note?`. */
export interface Template {
  readonly delimiter: string;
  /** Whether a delimiter stands in front of the first value. */
  readonly begins: "delimiter" | "value";
  readonly keyword: string | undefined;
  readonly names: readonly string[];
  /** The fields up to here must be there; `?` behind a name marks the others. */
  readonly required: number;
}

/** Signs that no name, date or number has. */
export const allowedDelimiters: string = "#*|;+=~^@$%!";
/** What problems say in place of a field. */
const reserved = ["whole", "code", "media"];
const fieldName = /^[A-Za-z][A-Za-z0-9_]{0,63}$/;

/** @throws InvalidConfigError that says what in the template can't work. */
export function parseTemplate(template: string, known: readonly string[]): Template {
  const delimiter = [...template].find((sign) => allowedDelimiters.includes(sign));
  if (delimiter === undefined)
    throw wrong(`expected fields divided by one of ${allowedDelimiters}, found "${template}"`);
  const pieces = template.split(delimiter).map((piece) => piece.trim());
  const begins = pieces[0] === "" ? "delimiter" : "value";
  if (begins === "delimiter") pieces.shift();
  const [first = ""] = pieces;
  const hasKeyword = !known.includes(first.replace("?", "")) && pieces.length > 1;
  const fields = hasKeyword ? pieces.slice(1) : pieces;
  const names = fields.map((piece) => (piece.endsWith("?") ? piece.slice(0, -1) : piece));
  const firstOptional = fields.findIndex((piece) => piece.endsWith("?"));
  const required = firstOptional === -1 ? fields.length : firstOptional;
  checkNames(names, known);
  if (fields.some((piece, index) => index > required && !piece.endsWith("?")))
    throw wrong("expected optional fields, with ?, at the end only");
  if (required === 0) throw wrong("expected at least one field without ?");
  return { delimiter, begins, keyword: hasKeyword ? first : undefined, names, required };
}

function checkNames(names: readonly string[], known: readonly string[]): void {
  for (const [index, name] of names.entries()) {
    if (!known.includes(name)) throw wrong(`expected one of the fields ${known.join(", ")}, found "${name}"`);
    if (names.indexOf(name) < index) throw wrong(`expected each field once, found "${name}" again`);
  }
  for (const name of known) {
    if (!names.includes(name)) throw wrong(`expected the field "${name}", found it in no place`);
    if (reserved.includes(name))
      throw new InvalidConfigError(`fields.${name}`, `expected another name than ${reserved.join(", ")}`);
    if (!fieldName.test(name))
      throw new InvalidConfigError(`fields.${name}`, "expected a name of letters and digits");
  }
}

function wrong(problem: string): InvalidConfigError {
  return new InvalidConfigError("template", problem);
}
