import { parseToday } from "../input/calendar-day.js";
import { checkArguments } from "../input/check-arguments.js";
import { aList, anObject } from "../input/shape.js";
import { listDateItems } from "./dates/date-items.js";
import { listDateUnits } from "./dates/date-units.js";
import { isNearCommand } from "./fields/person-name.js";
import { readLabel } from "./label.js";
import type { Piece } from "./layout.js";
import { type Lexicon, lexiconOf } from "./lexicon.js";
import { labelsOf } from "./message-shape.js";
import type { MessageReference } from "./parse-message.js";
import { checkMessage } from "./parse-message.js";
import { type RequestSetting, readPeople } from "./parse-request.js";
import type { NearlyUnderstood, ParsedMessage } from "./parsed-message.js";
import { findPhrase } from "./phrases.js";
import { skipPolite } from "./polite.js";
import type { RecordShape, WrittenRecord } from "./record.js";
import { type Token, tokenise } from "./tokens.js";

/** A piece of the text, and whether a delimiter stood before it. */
interface MarkedPiece extends Piece {
  readonly mark: "delimiter" | "none";
}

const longestText = 500;
/** A longer text without capitals is no name that somebody typed in haste. */
const mostWordsInSmall = 4;
/** Shorter ones are particles: `bin`, `de`. */
const shortestNameWord = 4;
const shortestLaughter = 4;
const dateKinds: ReadonlySet<string> = new Set(["birthDate", "arrivalDate", "date"]);
const numberKinds: ReadonlySet<string> = new Set(["digits", "integer"]);
/** Where any words would do as a value, the field must be named or marked, or "halo" would be an address. */
const wordKinds: ReadonlySet<string> = new Set(["text"]);

/**
 * Reads a text that says again what was wrong in a request: "20-11-1967", "Nama: Budi", "#Budi". `undefined` where it is
 * anything else, or could be two of the fields.
 * @throws RangeError where `today` is no `YYYY-MM-DD`, or something is no text or format.
 * @example
 * const parsed = parseMessage("#Ahmad#30021967#besok", format, { today: "2017-08-07" });
 * if (parsed.kind === "not-understood" && parsed.nearly !== undefined)
 *   completeRequest("20-11-1967", parsed.nearly, { today: "2017-08-07" });
 */
export function completeRequest(
  text: string,
  nearly: NearlyUnderstood,
  reference: MessageReference,
): ParsedMessage | undefined {
  checkArguments("nearly", nearly, { format: anObject, people: aList, wrong: aList, time: ["object"] });
  const { format, people, wrong } = nearly;
  checkMessage(text, [format], reference);
  if (text.length > longestText || text.includes("?")) return undefined;
  const lexicon = lexiconOf(reference.languages ?? format.languages);
  const { media = [], codes = format.codes } = reference;
  const { timeZone } = reference;
  const setting: RequestSetting = { today: parseToday(reference.today), lexicon, codes, media, timeZone };
  const shape: RecordShape = { format, labels: labelsOf(format, lexicon), lexicon };
  const given = new Map<string, Piece>();
  for (const piece of divide(text, format.delimiters)) {
    const found = fieldOf(piece, wrong, shape, setting);
    if (found === undefined || given.has(found.name)) return undefined;
    given.set(found.name, found.value);
  }
  const bringsPicture = wrong.includes("media") && media.length > 0;
  if (given.size === 0 && !bringsPicture) return undefined;
  const records = people.map((values): WrittenRecord => {
    const known = Object.entries(values).flatMap(([name, value]) => {
      const printed = wrong.includes(name) ? undefined : format.readers[name]?.print(value, lexicon);
      return printed === undefined ? [] : [[name, { text: printed, index: 0 }] as const];
    });
    const lead = { text: "", index: 0 };
    return { values: new Map([...known, ...given]), extra: [], lead, index: 0, end: text.length };
  });
  return readPeople(records, [], [], format, setting);
}

function divide(text: string, delimiters: readonly string[]): readonly MarkedPiece[] {
  const signs = new Set(delimiters);
  const pieces: MarkedPiece[] = [];
  let start = 0;
  let mark: MarkedPiece["mark"] = "none";
  const end = (index: number): void => {
    const pieceText = text.slice(start, index).trim();
    if (pieceText !== "") pieces.push({ text: pieceText, index: start, mark });
    start = index + 1;
  };
  for (let index = 0; index < text.length; index++) {
    const sign = text.charAt(index);
    if (sign !== "\n" && !signs.has(sign)) continue;
    end(index);
    mark = sign === "\n" ? "none" : "delimiter";
  }
  end(text.length);
  return pieces;
}

/** Which of the wrong fields a piece is; its label says so, or it can be no other. */
function fieldOf(
  piece: MarkedPiece,
  wrong: readonly string[],
  shape: RecordShape,
  setting: RequestSetting,
): { readonly name: string; readonly value: Piece } | undefined {
  const labelled = readLabel(piece, shape.labels, shape.lexicon);
  if (labelled !== undefined && labelled.value.text !== "") {
    const { name, value, sign } = labelled;
    if (wrong.includes(name)) return { name, value };
    if (sign === "colon") return undefined;
  }
  const fields = shape.format.fields.filter(({ name }) => wrong.includes(name));
  const meant = fields.filter(({ name, kind }) =>
    kind === "personName" ? mayBeName(name, piece, wrong, shape, setting) : mayBe(kind, piece, shape.lexicon),
  );
  const readable = meant.filter(({ name }) => isReadable(name, piece, shape, setting));
  const [field, ...others] = readable.length > 0 ? readable : meant;
  return field === undefined || others.length > 0 ? undefined : { name: field.name, value: piece };
}

function isReadable(
  name: string,
  { text }: Piece,
  { format }: RecordShape,
  setting: RequestSetting,
): boolean {
  return format.readers[name]?.read(text, setting).kind === "value";
}

/** Behind the sign; or, where the name alone was asked for, a text that is nothing but a name. */
function mayBeName(
  name: string,
  piece: MarkedPiece,
  wrong: readonly string[],
  shape: RecordShape,
  setting: RequestSetting,
): boolean {
  const tokens = tokenise(piece.text);
  if (isCommandOrCourtesy(tokens, shape.lexicon)) return false;
  if (piece.mark === "delimiter") return !tokens.every(({ text }) => isNearCommand(text, shape.lexicon));
  if (wrong.length > 1 || tokens.some(isLaughter)) return false;
  const reading = shape.format.readers[name]?.read(piece.text, setting);
  if (reading?.kind !== "value") return false;
  return hasCapitals(String(reading.value)) || tokens.length <= mostWordsInSmall;
}

/** `wkwkwk`, `hahaha` */
function isLaughter({ text }: Token): boolean {
  return text.length >= shortestLaughter && new Set(text).size <= 2;
}

/** Each word but particles. */
function hasCapitals(name: string): boolean {
  const words = name.split(" ").filter((word) => word.length >= shortestNameWord);
  return words.every((word) => /^\P{Ll}/u.test(word));
}

/** Whether a piece that is not named can be meant for a kind of field, be it right or wrong. */
function mayBe(kind: string, { text, mark }: MarkedPiece, lexicon: Lexicon): boolean {
  const tokens = tokenise(text);
  if (dateKinds.has(kind)) {
    const items = listDateItems(listDateUnits(tokens, lexicon), lexicon);
    const says = new Set(items.map((item) => item.kind));
    const namesDay = says.has("number") || says.has("month") || says.has("phrase") || says.has("weekday");
    return namesDay && !says.has("name") && !says.has("unclear");
  }
  if (numberKinds.has(kind)) return tokens.some(isNumber) && !tokens.some((token) => token.kind === "word");
  return !wordKinds.has(kind) || (mark === "delimiter" && !isCommandOrCourtesy(tokens, lexicon));
}

/** A command, an assent or thanks are no name, though the sign stands before them. */
function isCommandOrCourtesy(tokens: readonly Token[], lexicon: Lexicon): boolean {
  let index = skipPolite(tokens, 0, lexicon);
  while (index < tokens.length) {
    const phrase = findPhrase(lexicon.commands, tokens, index) ?? findPhrase(lexicon.assents, tokens, index);
    const next = skipPolite(tokens, index + (phrase?.words.length ?? 0), lexicon);
    if (next === index) return false;
    index = next;
  }
  return true;
}

function isNumber({ kind }: { readonly kind: string }): boolean {
  return kind === "number";
}
