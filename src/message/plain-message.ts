import type { Piece } from "./layout.js";
import type { RecordShape, WrittenRecord } from "./record.js";
import { firstWordOf } from "./tokens.js";

const plainValue = /^(?:[A-Za-z]{1,40}(?: [A-Za-z]{1,40}){0,5}|[0-9]{8})$/u;
const longestPlain = 300;

/**
 * The form as it was published and nothing around it, `#Ahmad#20111967#18072017`: most messages are so, and for them
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
    const piece = pieces[position + 1] ?? "";
    if (!plainValue.test(piece)) return undefined;
    const word = firstWordOf(piece);
    if (lexicon.signalWords.has(word) || labels.has(word)) return undefined;
    values.set(name, { text: piece, index });
    index += piece.length + 1;
  }
  return { values, extra: [], lead: { text: "", index: 0 }, index: 1, end: text.length };
}
