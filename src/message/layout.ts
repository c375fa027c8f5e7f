/** A piece of a text, without the blanks and marks around it. */
export interface Piece {
  readonly text: string;
  /** Where in the message, in UTF-16 units. */
  readonly index: number;
}

/** A stretch of a message: lines with delimiters that belong together, or lines without any. */
export type Block =
  | {
      readonly kind: "record";
      /** What stands before the first delimiter; may be blank. */
      readonly lead: Piece;
      readonly pieces: readonly Piece[];
    }
  | ({ readonly kind: "aside" } & Piece);

interface Line {
  readonly pieces: readonly Piece[];
  readonly filled: number;
}

/** Blanks, invisible marks, and what people and apps put around a line or a value. */
const edge = /[\s\p{Cc}\p{Cf}<>*_`"“”•\\]|\uFE0E|\uFE0F|\u20E3/u;
const brackets: Readonly<Record<string, string>> = { "[": "]", "{": "}", "(": ")" };
const emojiMark = /\uFE0E|\uFE0F|\u20E3/u;

/**
 * Divides a message into records and what stands around them. A line that has `values` values is a record by itself,
 * and behind one so is a line with `later` of them, unless more of its values follow. Other lines with delimiters follow
 * one another in one record: `# Budi`, `# 17081980`, `# 20112017`.
 */
export function layOut(text: string, delimiter: string, values: number, later: number): readonly Block[] {
  const blocks: Block[] = [];
  let loose: Line[] = [];
  const lines = listLines(text, delimiter);
  const isWhole = ({ pieces, filled }: Line, index: number): boolean => {
    if (pieces.length === 1 || filled < later) return false;
    if (filled >= values) return true;
    const isBehindRecord = blocks.at(-1)?.kind === "record" && loose.every((line) => line.filled === 0);
    let next = index + 1;
    while (lines[next]?.pieces.length === 1) next++;
    return isBehindRecord && (lines[next]?.filled ?? later) >= later;
  };
  const endLoose = (): void => {
    blocks.push(...joinLines(loose));
    loose = [];
  };
  for (const [index, line] of lines.entries()) {
    if (isWhole(line, index)) {
      endLoose();
      blocks.push(...joinLines([line]));
    } else loose.push(line);
  }
  endLoose();
  return blocks;
}

/** Whether the sign at `index` is the delimiter, in its common or its full-width form, or as the sharp of music. */
export function isDelimiterAt(text: string, index: number, delimiter: string): boolean {
  const sign = text.charCodeAt(index);
  const code = delimiter.charCodeAt(0);
  return (
    sign === code || sign === code + 0xfee0 || ((sign === 0xfe5f || sign === 0x266f) && delimiter === "#")
  );
}

function listLines(text: string, delimiter: string): readonly Line[] {
  const lines: Line[] = [];
  let pieces: Piece[] = [];
  let filled = 0;
  let start = 0;
  for (let index = 0; index <= text.length; index++) {
    const isEnd = index === text.length || isLineBreak(text.charCodeAt(index));
    if (!isEnd && !isDelimiterAt(text, index, delimiter)) continue;
    pieces.push(cutPiece(text, start, index));
    start = index + 1;
    while (!isEnd && text.charCodeAt(start) > 0x20e2 && emojiMark.test(text.charAt(start))) start++;
    if (pieces.at(-1)?.text !== "") filled++;
    if (!isEnd) continue;
    lines.push({ pieces, filled });
    pieces = [];
    filled = 0;
  }
  return lines;
}

export function cutPiece(text: string, from: number, to: number): Piece {
  let start = from;
  let end = to;
  for (;;) {
    while (start < end && isEdgeAt(text, start)) start++;
    while (end > start && isEdgeAt(text, end - 1)) end--;
    if (!isBracketed(text, start, end)) return { text: text.slice(start, end), index: start };
    start++;
    end--;
  }
}

/** Whether a stretch of a text stands in brackets and something is between them: `[Budi]`. */
export function isBracketed(text: string, start: number, end: number): boolean {
  const closing = end - start > 2 ? brackets[text.charAt(start)] : undefined;
  return closing !== undefined && closing === text.charAt(end - 1);
}

function isLineBreak(code: number): boolean {
  return code === 0x0a || code === 0x0d || code === 0x85 || code === 0x2028 || code === 0x2029;
}

/** Most values begin and end with a letter or a digit, which needs no closer look. */
function isEdgeAt(text: string, index: number): boolean {
  const code = text.charCodeAt(index);
  const isPlain =
    (code >= 0x30 && code <= 0x39) || (code >= 0x61 && code <= 0x7a) || (code >= 0x41 && code <= 0x5a);
  return !isPlain && edge.test(text.charAt(index));
}

/** Lines before the first and behind the last delimiter are asides, but for a value that went to the next line. */
function joinLines(lines: readonly Line[]): readonly Block[] {
  const first = lines.findIndex(({ pieces }) => pieces.length > 1);
  if (first === -1) return lines.flatMap(asideOf);
  const last = lines.findLastIndex(({ pieces }) => pieces.length > 1);
  const joined: Piece[] = [];
  let behind = last + 1;
  for (const { pieces } of lines.slice(first, last + 1)) joined.push(...carryOn(joined, pieces));
  while (behind < lines.length && joined.at(-1)?.text === "")
    joined.push(...carryOn(joined, lines[behind++]?.pieces ?? []));
  const [lead = { text: "", index: 0 }, ...pieces] = joined;
  return [
    ...lines.slice(0, first).flatMap(asideOf),
    { kind: "record", lead, pieces },
    ...lines.slice(behind).flatMap(asideOf),
  ];
}

/** What a line has before its first delimiter goes on with the value of the line before. */
function carryOn(joined: Piece[], pieces: readonly Piece[]): readonly Piece[] {
  const [first, ...others] = pieces;
  const open = joined.at(-1);
  if (open === undefined || first === undefined) return pieces;
  if (first.text !== "") {
    joined.pop();
    joined.push(open.text === "" ? first : { ...open, text: `${open.text} ${first.text}` });
  }
  return others;
}

function asideOf({ pieces }: Line): readonly Block[] {
  const [piece] = pieces;
  return piece === undefined || piece.text === "" ? [] : [{ kind: "aside", ...piece }];
}
