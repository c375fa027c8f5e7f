import type { Piece } from "./layout.js";
import type { RecordShape, WrittenRecord } from "./record.js";
import { firstWordOf } from "./tokens.js";

/** A name of plain letters, or what begins with digits: `20111967`, `20-11-1967`, `20 November 1967`. */
const plainValue = /^(?:[A-Za-z]{1,40}(?: [A-Za-z]{1,40}){0,5}|[0-9]{1,8}(?:[-/ ][A-Za-z0-9]{1,12}){0,4})$/u;
const blanksAround = /^ | $/gu;
const longestPlain = 300;

/**
 * The form as it was published and nothing around it, `#Ahmad#20111967#18 Juli 2017`: most messages are so, and for them
 * there is no need to look for labels, templates, greetings or commands.
 */
export function readPlainMessage(
  text: string,
  { format, labels, lexicon }: RecordShape,
): WrittenRecord | undefined {
  const [delimiter = ""] = format.delimiters;
  if (text.length > longestPlain || !text.startsWith(delimiter) || format.keyword !== undefined)
    return undefined;
  const pieces = text.split(delimiter);
  if (pieces.length !== format.fields.length + 1) return undefined;
  const values = new Map<string, Piece>();
  let index = 1;
  for (const [position, { name }] of format.fields.entries()) {
    const written = pieces[position + 1] ?? "";
    const piece = written.replace(blanksAround, "");
    if (!plainValue.test(piece)) return undefined;
    const word = firstWordOf(piece);
    if (lexicon.signalWords.has(word) || labels.has(word)) return undefined;
    values.set(name, { text: piece, index: index + written.indexOf(piece) });
    index += written.length + 1;
  }
  return { values, extra: [], lead: { text: "", index: 0 }, index: 1, end: text.length };
}
