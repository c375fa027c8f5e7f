import { isAside } from "./asides.js";
import { type Labels, readLabel } from "./label.js";
import type { Piece } from "./layout.js";
import type { Lexicon } from "./lexicon.js";
import type { MessageFormat } from "./message-format.js";
import { isPlaceholder } from "./placeholder.js";
import { withoutGreeting } from "./polite.js";
import { firstWordOf, tokenise, wordsOf } from "./tokens.js";

/** A value; `lines` where it was put together of several. */
export interface WrittenValue extends Piece {
  readonly lines?: readonly Piece[];
}

/** One request as it was written, its pieces given to the fields. */
export interface WrittenRecord {
  /** By field; a field is missing here that was left out or left empty. */
  readonly values: ReadonlyMap<string, WrittenValue>;
  /** Pieces that no field takes. */
  readonly extra: readonly Piece[];
  /** What stood in front of the first delimiter and is no value. */
  readonly lead: Piece;
  readonly index: number;
  readonly end: number;
}

/** A format with the words in which it is read. */
export interface RecordShape {
  readonly format: MessageFormat;
  readonly labels: Labels;
  readonly lexicon: Lexicon;
}

const nothing: Piece = { text: "", index: 0 };

/**
 * Gives the pieces of a block to the format's fields. As many filled pieces as fields are taken in order; with fewer,
 * an empty place is a missing value, so that nothing slides into it. A template in front is a record of its own.
 */
export function divideIntoRecords(
  lead: Piece,
  pieces: readonly Piece[],
  shape: RecordShape,
): readonly WrittenRecord[] {
  const { fields, keyword } = shape.format;
  const start = takeLead(lead, pieces, shape);
  const filled = start.pieces.filter(isFilled);
  const isSurplus = (piece: Piece | undefined): boolean =>
    filled.length > fields.length && piece !== undefined && isAside(piece.text, shape.lexicon);
  if (filled.length > fields.length && isKeyword(filled[0], keyword, shape.lexicon)) filled.shift();
  while (isSurplus(filled.at(-1))) filled.pop();
  while (isSurplus(filled[0])) filled.shift();
  if (filled.length < fields.length) return [assign(withoutTail(start.pieces), start.lead, shape)];
  const records: WrittenRecord[] = [];
  let from = 0;
  for (; from + fields.length < filled.length; from += fields.length) {
    const template = filled.slice(from, from + fields.length);
    if (!template.every(({ text }) => isPlaceholder(text, shape.lexicon))) break;
    if (records.length === 0) records.push(assign(template, start.lead, shape));
  }
  return [...records, assign(filled.slice(from), records.length === 0 ? start.lead : nothing, shape)];
}

/** The first value stands in front of the first delimiter where a value would be missing otherwise. */
function takeLead(
  lead: Piece,
  pieces: readonly Piece[],
  { format, lexicon }: RecordShape,
): { readonly lead: Piece; readonly pieces: readonly Piece[] } {
  if (isKeyword(lead, format.keyword, lexicon)) return { lead: nothing, pieces };
  const [first = nothing] = pieces;
  if (lead.text === "" && format.keyword !== undefined && wordsOfPiece(first) === wordsOfText(format.keyword))
    return { lead, pieces: pieces.slice(1) };
  if (pieces.filter(isFilled).length >= format.required) return { lead, pieces };
  const rest = withoutKeyword(withoutGreeting(lead.text, lexicon), format, lexicon);
  if (rest === "") return { lead, pieces };
  return {
    lead: nothing,
    pieces: [{ text: rest, index: lead.index + lead.text.length - rest.length }, ...pieces],
  };
}

function assign(
  pieces: readonly Piece[],
  lead: Piece,
  { format, labels, lexicon }: RecordShape,
): WrittenRecord {
  const names = format.fields.map(({ name }) => name);
  const values = new Map<string, Piece>();
  const extra: Piece[] = pieces.slice(names.length).filter(isFilled);
  const strays: (readonly [string | undefined, Piece])[] = [];
  for (const [index, piece] of pieces.slice(0, names.length).entries()) {
    const { name, value } = withoutLabels(piece, names[index] ?? "", { format, labels, lexicon });
    if (!isFilled(value)) continue;
    if (values.has(name)) strays.push([names[index], value]);
    else values.set(name, value);
  }
  for (const [name, piece] of strays)
    if (name !== undefined && !values.has(name)) values.set(name, piece);
    else extra.push(piece);
  const all = pieces.filter(isFilled);
  const last = all.at(-1);
  return {
    values,
    extra,
    lead,
    index: all[0]?.index ?? lead.index,
    end: last === undefined ? lead.index : last.index + last.text.length,
  };
}

/** A label with a colon says whose value it is; one without is taken off its own field's value only. */
function withoutLabels(
  piece: Piece,
  expected: string,
  { format, labels, lexicon }: RecordShape,
): { readonly name: string; readonly value: Piece } {
  let name = expected;
  let value = piece;
  for (;;) {
    const labelled = readLabel(value, labels, lexicon);
    if (labelled === undefined || !isFilled(labelled.value)) return { name, value };
    const isOwn = labelled.name === name && format.readers[name]?.kind !== "text";
    if (labelled.sign === "none" && !isOwn) return { name, value };
    name = labelled.name;
    value = labelled.value;
  }
}

function isKeyword(piece: Piece | undefined, keyword: string | undefined, lexicon: Lexicon): boolean {
  if (piece === undefined) return false;
  if (keyword === undefined && !lexicon.keywords.has(firstWordOf(piece.text))) return false;
  const words = wordsOfPiece(piece);
  return lexicon.keywords.has(words) || (keyword !== undefined && words === wordsOfText(keyword));
}

function withoutKeyword(text: string, { keyword }: MessageFormat, lexicon: Lexicon): string {
  const [first, second] = tokenise(text);
  if (first === undefined || second === undefined) return text;
  const isKnown = lexicon.keywords.has(first.text) || first.text === (keyword && wordsOfText(keyword));
  return isKnown ? text.slice(second.start) : text;
}

function withoutTail(pieces: readonly Piece[]): readonly Piece[] {
  return pieces.slice(0, pieces.findLastIndex(isFilled) + 1);
}

function isFilled({ text }: Piece): boolean {
  return text !== "";
}

function wordsOfPiece({ text }: Piece): string {
  return wordsOfText(text);
}

function wordsOfText(text: string): string {
  return text.length > 100 ? "" : wordsOf(tokenise(text));
}
