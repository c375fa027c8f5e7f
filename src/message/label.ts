import type { Field } from "./fields/field.js";
import type { Piece } from "./layout.js";
import type { Lexicon } from "./lexicon.js";
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
  /** Whether it was `Nama: Budi` or `Nama Budi`. */
  readonly sign: "colon" | "none";
}

const longestLabel = 200;
const colon = /[:=\uFF1A]/u;
const between = /[\s:=\uFF1A()[\]*_-]/u;

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

/** The label in front of a value, if there is one: "Nama: Budi", "Tgl lahir (ddmmyyyy) = 17081980". */
export function readLabel(piece: Piece, labels: Labels, lexicon: Lexicon): Labelled | undefined {
  if (!labels.has(firstWordOf(piece.text))) return undefined;
  const words = tokenise(piece.text.slice(0, longestLabel)).filter(({ kind }) => kind !== "mark");
  return labelAt(piece, words, 0, labels, lexicon);
}

/** All labels with a colon in a text without delimiters; each value ends where the next label begins. */
export function listLabelled(piece: Piece, labels: Labels, lexicon: Lexicon): readonly Labelled[] {
  const words = tokenise(piece.text).filter(({ kind }) => kind !== "mark");
  const found: Labelled[] = [];
  for (const [index, { start }] of words.entries()) {
    if (piece.index + start < (found.at(-1)?.value.index ?? 0)) continue;
    const labelled = labelAt(piece, words, index, labels, lexicon);
    if (labelled?.sign === "colon") found.push(labelled);
  }
  return found.map((labelled, index) => {
    const end = found[index + 1]?.label.index ?? piece.index + piece.text.length;
    return {
      ...labelled,
      value: { ...labelled.value, text: labelled.value.text.slice(0, end - labelled.value.index) },
    };
  });
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
    sign: colon.test(text.slice(labelEnd, end)) ? "colon" : "none",
  };
}

/** "(ddmmyyyy)" behind a label, or "tgl/bln/thn". */
function isHint(word: Token | undefined, lexicon: Lexicon): boolean {
  return word !== undefined && (isFormatWord(word.text, lexicon) || lexicon.partLabels.has(word.text));
}
