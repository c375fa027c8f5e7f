import { type CalendarDay, parseToday } from "../input/calendar-day.js";
import { checkArguments } from "../input/check-arguments.js";
import { anObject, aText, type Shapes } from "../input/shape.js";
import type { CodeReader } from "./code-reader.js";
import type { Language } from "./language.js";
import { lexiconOf } from "./lexicon.js";
import type { MessageFormat } from "./message-format.js";
import { isOfficeOf, labelsOf } from "./message-shape.js";
import { withoutMessenger } from "./messenger.js";
import type { RequestSetting } from "./parse-request.js";
import { type ParsedMessage, wholeProblem } from "./parsed-message.js";
import { withQuotedCode } from "./quoted-code.js";
import { prepareText } from "./readers/message-text.js";
import { chooseReading } from "./readers/reader.js";
import { readers } from "./readers/readers.js";
import type { RecordShape } from "./record.js";
import { tokenise, wordsOf } from "./tokens.js";

export type { ParsedMessage };

export interface MessageReference {
  /** `YYYY-MM-DD` at the office. */
  readonly today: string;
  /** How booking codes look; default the format's. */
  readonly codes?: CodeReader;
  /** Default the format's. */
  readonly languages?: readonly Language[];
  /** What came with the message, for formats that require it. */
  readonly media?: readonly unknown[];
  /** The text of the message that this one quotes; its code counts where the message itself names none. */
  readonly quoted?: string;
  /** Of the office, IANA: in which day an instant such as `2017-11-19T17:00:00Z` is. */
  readonly timeZone?: string;
}

const referenceShapes: Shapes<MessageReference> = {
  today: aText,
  codes: ["object"],
  languages: ["list"],
  media: ["list"],
  quoted: ["string"],
  timeZone: ["string"],
};

const longestText = 65_536;
const visible = /[\p{L}\p{N}]/u;

/**
 * Reads what a sensible clerk would read, and refuses with all problems at once what a clerk would ask about.
 * Texts of more than 65,536 UTF-16 units are refused by their length. Of several formats the one is taken whose
 * keyword or whose shape the message has.
 * @throws RangeError where `today` is no `YYYY-MM-DD`, or something is no text or format.
 * @example
 * const parsed = parseMessage("#Ahmad#20111967#besok", format, { today: "2017-08-07" });
 * if (parsed.kind === "request") console.log(parsed.values.arrivalDate); // "2017-08-08"
 * if (parsed.kind === "not-understood") console.log(parsed.problems);
 */
export function parseMessage(
  text: string,
  format: MessageFormat | readonly MessageFormat[],
  reference: MessageReference,
): ParsedMessage {
  const formats = [format].flat();
  checkMessage(text, formats, reference);
  const today = parseToday(reference.today);
  if (text.length > longestText) return wholeProblem("too-long", `at most ${longestText} characters`);
  const said = visible.test(text)
    ? parseSaid(text, formats, today, reference)
    : wholeProblem("empty", "a message");
  const codes = reference.codes ?? formats[0]?.codes;
  if (reference.quoted === undefined || codes === undefined) return said;
  const lexicon = lexiconOf(reference.languages ?? formats[0]?.languages ?? []);
  return withQuotedCode(said, text, reference.quoted, codes, lexicon);
}

/** @throws RangeError where a text, what is known beside it, or a format is nothing of the kind. */
export function checkMessage(
  text: string,
  formats: readonly MessageFormat[],
  reference: MessageReference,
): void {
  checkArguments("message", { text, reference }, { text: aText, reference: anObject });
  checkArguments("reference", reference, referenceShapes);
  for (const format of formats)
    if (typeof format?.print !== "function" || typeof format.readers !== "object")
      throw new RangeError("Expected a format made by defineMessageFormat.");
}

function parseSaid(
  text: string,
  formats: readonly MessageFormat[],
  today: CalendarDay,
  reference: MessageReference,
): ParsedMessage {
  const parse = (said: string) =>
    agree(choose(said, formats).map((each) => parseAs(said, each, today, reference)));
  const said = withoutMessenger(text);
  const own = withoutQuotation(said);
  const reading = own === undefined ? undefined : parse(own);
  return reading === undefined || reading.kind === "not-understood" ? parse(said) : reading;
}

/** What a person wrote under a quotation, at its place; `undefined` where nothing is quoted, or all is. */
function withoutQuotation(text: string): string | undefined {
  if (!text.includes(">")) return undefined;
  const lines = text.split("\n");
  const own = lines.map((line) => (/^\s*>/u.test(line) ? " ".repeat(line.length) : line)).join("\n");
  return own !== text && visible.test(own) ? own : undefined;
}

/** The formats whose keyword or office begins the message; where none does, those without a keyword. */
function choose(text: string, formats: readonly MessageFormat[]): readonly MessageFormat[] {
  if (formats.length === 1) return formats;
  const [first] = tokenise(text.slice(0, 200)).filter(({ kind }) => kind !== "mark");
  const named = formats.filter(
    (format) =>
      (format.keyword !== undefined && wordsOf(tokenise(format.keyword)) === first?.text) ||
      beginsWithOffice(text, format),
  );
  if (named.length > 0) return named;
  const unnamed = formats.filter(({ keyword }) => keyword === undefined);
  return unnamed.length > 0 ? unnamed : formats;
}

/** `BALI#Ahmad#…`, where an office is the first field. */
function beginsWithOffice(text: string, format: MessageFormat): boolean {
  const signs = new Set(format.delimiters);
  const begin = [...text.slice(0, 200).trimStart()];
  const from = signs.has(begin[0] ?? "") ? 1 : 0;
  const end = begin.findIndex((sign, index) => index >= from && signs.has(sign));
  return isOfficeOf(begin.slice(from, end === -1 ? from : end).join(""), format);
}

/** Exactly one format must read a request; where none does, the one with the fewest problems explains. */
function agree(parsed: readonly ParsedMessage[]): ParsedMessage {
  const requests = parsed.filter(({ kind }) => kind === "request");
  if (requests.length > 1) return wholeProblem("ambiguous", "a message that fits one format");
  const faults = (each: ParsedMessage): number =>
    each.kind === "not-understood" ? 1 + each.problems.length : each.kind === "unsure" ? 1 : 0;
  const [best] = [...parsed].sort((one, other) => faults(one) - faults(other));
  return requests[0] ?? best ?? wholeProblem("not-a-request", "a format");
}

function parseAs(
  text: string,
  format: MessageFormat,
  today: CalendarDay,
  reference: MessageReference,
): ParsedMessage {
  const lexicon = lexiconOf(reference.languages ?? format.languages);
  const { codes = format.codes, media = [] } = reference;
  const setting: RequestSetting = { today, lexicon, codes, media, timeZone: reference.timeZone };
  const shape: RecordShape = { format, labels: labelsOf(format, lexicon), lexicon };
  const reading = chooseReading(prepareText(text, shape, setting), readers);
  return reading?.parsed ?? wholeProblem("not-a-request", `a message like ${format.template}`);
}
