import type { Field } from "./fields/field.js";
import type { Piece } from "./layout.js";
import type { Lexicon } from "./lexicon.js";
import type { MessageFormat } from "./message-format.js";
import { findPhrase, type Phrases, phrases } from "./phrases.js";
import { isFormatWord } from "./placeholder.js";
import { firstWordOf, type Token, tokenise, wordsOf } from "./tokens.js";

/** By its words, the name of the field that a label stands for. */
export type Labels = Phrases<string>;

export interface Labelled {
  readonly name: string;
  readonly label: Piece;
  /** What stands behind the label, up to the piece's end. */
  readonly value: Piece;
  /** Whether it was `Nama: Budi`, `Nama - Budi` at the beginning of a line, or `Nama Budi`. */
  readonly sign: "colon" | "dash" | "none";
}

const longestLabel = 200;
const colon = /[:=\uFF1A]/u;
const dash = /\p{Pd}\s/u;
const between = /[\s:=\uFF1A()[\]*_\p{Pd}]/u;
/** What a label stands for that belongs to another form; no field is called so. */
export const otherForm = "";

/** A language's labels belong to the first field of their kind; a field's own name and labels come before them. */
export function listLabels(fields: Readonly<Record<string, Field>>, lexicon: Lexicon): Labels {
  const own = Object.entries(fields).flatMap(([name, { labels }]) =>
    [...labels, name, name.replace(/[A-Z]/g, " $&")].map(
      (label) => [wordsOf(tokenise(label)), name] as const,
    ),
  );
  const general = [...lexicon.fieldLabels.values()].flat().flatMap(({ words, meaning }) => {
    const first = Object.entries(fields).find(([, { kind }]) => kind === meaning);
    return first === undefined ? [] : [[words.join(" "), first[0]] as const];
  });
  return phrases([...new Map([...general, ...own])]);
}

/** With the labels of other forms, and with a day's, where only one field can be meant by "Tanggal". */
export function withOtherLabels(labels: Labels, { fields }: MessageFormat, lexicon: Lexicon): Labels {
  const dates = fields.filter(({ kind }) => kind === "arrivalDate" || kind === "date");
  const others = [...lexicon.otherLabels.values()]
    .flat()
    .map(({ words }) => [words.join(" "), otherForm] as const);
  const days = [...lexicon.fieldLabels.values()]
    .flat()
    .flatMap(({ words, meaning }) =>
      meaning === "date" && dates[0] !== undefined && dates.length === 1
        ? [[words.join(" "), dates[0].name] as const]
        : [],
    );
  const own = [...labels.values()].flat().map(({ words, meaning }) => [words.join(" "), meaning] as const);
  return phrases([...new Map([...others, ...days, ...own])]);
}

/** The label in front of a value, if there is one: "Nama: Budi", "Tgl lahir (ddmmyyyy) = 17081980". */
export function readLabel(piece: Piece, labels: Labels, lexicon: Lexicon): Labelled | undefined {
  if (!labels.has(firstWordOf(piece.text))) return undefined;
  const words = tokenise(piece.text.slice(0, longestLabel)).filter(({ kind }) => kind !== "mark");
  return labelAt(piece, words, 0, labels, lexicon);
}

/** All labels with a colon, and with a dash at the beginning of a line, in a text without delimiters; each value ends where the next label begins. */
export function listLabelled(piece: Piece, labels: Labels, lexicon: Lexicon): readonly Labelled[] {
  const words = tokenise(piece.text).filter(({ kind }) => kind !== "mark");
  const found: Labelled[] = [];
  for (const [index, { start }] of words.entries()) {
    if (piece.index + start < (found.at(-1)?.value.index ?? 0)) continue;
    const labelled = labelAt(piece, words, index, labels, lexicon);
    const isLabel =
      labelled?.sign === "colon" || (labelled?.sign === "dash" && beginsLine(piece.text, words, index));
    if (labelled !== undefined && isLabel) found.push(labelled);
  }
  return found.map((labelled, index) => {
    const end = found[index + 1]?.label.index ?? piece.index + piece.text.length;
    return {
      ...labelled,
      value: { ...labelled.value, text: labelled.value.text.slice(0, end - labelled.value.index) },
    };
  });
}

/** `1. Nama`, too. */
function beginsLine(text: string, words: readonly Token[], index: number): boolean {
  const before = words[index - 1];
  if (before === undefined || text.slice(before.end, words[index]?.start).includes("\n")) return true;
  const isNumbered = before.kind === "number" && before.text.length <= 2;
  return isNumbered && (index < 2 || text.slice(words[index - 2]?.end, before.start).includes("\n"));
}

function signOf(text: string): Labelled["sign"] {
  if (colon.test(text)) return "colon";
  return dash.test(text) ? "dash" : "none";
}

function labelAt(
  { text, index }: Piece,
  words: readonly Token[],
  at: number,
  labels: Labels,
  lexicon: Lexicon,
): Labelled | undefined {
  const phrase = findPhrase(labels, words, at);
  if (phrase === undefined) return undefined;
  let next = at + phrase.words.length;
  while (isHint(words[next], lexicon) && !colon.test(text.slice(words[next - 1]?.end, words[next]?.start)))
    next++;
  const start = words[at]?.start ?? 0;
  const labelEnd = words[next - 1]?.end ?? 0;
  let end = labelEnd;
  while (end < text.length && between.test(text.charAt(end))) end++;
  return {
    name: phrase.meaning,
    label: { text: text.slice(start, labelEnd), index: index + start },
    value: { text: text.slice(end), index: index + end },
    sign: signOf(text.slice(labelEnd, end)),
  };
}

/** "(ddmmyyyy)" behind a label, or "tgl/bln/thn". */
function isHint(word: Token | undefined, lexicon: Lexicon): boolean {
  return word !== undefined && (isFormatWord(word.text, lexicon) || lexicon.partLabels.has(word.text));
}
