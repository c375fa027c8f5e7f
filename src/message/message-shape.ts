import { parseToday } from "../input/calendar-day.js";
import { type Labels, listLabelled, listLabels, otherForm, withOtherLabels } from "./label.js";
import type { CommandName } from "./language.js";
import { type Block, cutPiece, isDelimiterAt, layOut, type Piece } from "./layout.js";
import { type Lexicon, lexiconOf } from "./lexicon.js";
import type { MessageFormat } from "./message-format.js";
import { findPhrase } from "./phrases.js";
import type { RecordShape } from "./record.js";
import { firstWordOf, tokenise, wordsOf } from "./tokens.js";

type Made<Key extends object, Content> = WeakMap<Key, Content>;

const own: Made<MessageFormat, Made<Lexicon, Labels>> = new WeakMap();
const all: Made<MessageFormat, Made<Lexicon, Labels>> = new WeakMap();

/** A format's labels in some languages, made once. */
export function labelsOf(format: MessageFormat, lexicon: Lexicon): Labels {
  return once(own, format, lexicon, () => listLabels(format.readers, lexicon));
}

/** With those of other forms, made once. */
function allLabelsOf({ format, labels, lexicon }: RecordShape): Labels {
  return once(all, format, lexicon, () => withOtherLabels(labels, format, lexicon));
}

function once(
  made: Made<MessageFormat, Made<Lexicon, Labels>>,
  format: MessageFormat,
  lexicon: Lexicon,
  make: () => Labels,
): Labels {
  const known: Made<Lexicon, Labels> = made.get(format) ?? new WeakMap();
  made.set(format, known);
  const labels = known.get(lexicon) ?? make();
  known.set(lexicon, labels);
  return labels;
}

/** Lays a text out by the template's delimiter, or by another one where that gives enough values. */
export function layOutValues(text: string, format: MessageFormat): readonly Block[] {
  const { required } = format;
  const later = required - sharedAtEnd(format);
  const layouts = format.delimiters
    .filter((delimiter) => hasDelimiter(text, delimiter))
    .map((delimiter) => ({ delimiter, blocks: layOut(text, delimiter, required, later) }));
  const best = layouts.find(({ blocks }) => mostValues(blocks) >= required);
  return best?.blocks ?? layouts.find(({ delimiter }) => delimiter === format.delimiters[0])?.blocks ?? [];
}

/** How many fields at the end are the same for all people, so that only the first has to have them. */
function sharedAtEnd({ fields, party }: MessageFormat): number {
  const last = fields.findLastIndex(({ name }) => party?.shared.includes(name) !== true);
  return last === -1 ? 0 : fields.length - 1 - last;
}

function hasDelimiter(text: string, delimiter: string): boolean {
  for (let index = 0; index < text.length; index++) if (isDelimiterAt(text, index, delimiter)) return true;
  return false;
}

/** The number of values, the one in front of the first delimiter included, in the fullest record. */
export function mostValues(blocks: readonly Block[]): number {
  let most = 0;
  for (const block of blocks)
    if (block.kind === "record")
      most = Math.max(
        most,
        (block.lead.text === "" ? 0 : 1) + block.pieces.filter(({ text }) => text !== "").length,
      );
  return most;
}

/** Whether the first value is nothing but a command, `#batal#7HXW9TB6`, or one and what begins a request. */
export function beginsWithCommand(
  blocks: readonly Block[],
  format: MessageFormat,
  lexicon: Lexicon,
): boolean {
  const found = commandAt(blocks, lexicon);
  if (found?.behind === undefined) return found !== undefined;
  return found.command === "wait" && beginsRequest(found.behind, format);
}

/** Whether the first value begins with a command, whatever stands behind it: `#batal Siti`. */
export function startsWithCommand(blocks: readonly Block[], lexicon: Lexicon): boolean {
  return commandAt(blocks, lexicon) !== undefined;
}

/** The command with which the first value begins, and what of the value stands behind it. */
function commandAt(
  blocks: readonly Block[],
  lexicon: Lexicon,
): { readonly command: CommandName; readonly behind: string | undefined } | undefined {
  const record = blocks.find((block) => block.kind === "record");
  if (record?.kind !== "record" || record.lead.text !== "") return undefined;
  const first = record.pieces.find(({ text }) => text !== "")?.text ?? "";
  if (!lexicon.commands.has(firstWordOf(first))) return undefined;
  const words = tokenise(first.slice(0, 100)).filter(({ kind }) => kind !== "mark");
  const phrase = findPhrase(lexicon.commands, words, 0);
  const next = words[phrase?.words.length ?? 0];
  return phrase && { command: phrase.meaning, behind: next && first.slice(next.start) };
}

/** A format's keyword, or an office where that is its first field: `VISA#Ahmad#…`, `BALI#Ahmad#…`. */
function beginsRequest(piece: string, format: MessageFormat): boolean {
  const { keyword } = format;
  const isKeyword = keyword !== undefined && wordsOf(tokenise(keyword)) === wordsOf(tokenise(piece));
  return isKeyword || isOfficeOf(piece, format);
}

/** Whether a text names an office, in a format whose first field that is. */
export function isOfficeOf(piece: string, { fields: [first], readers, languages }: MessageFormat): boolean {
  if (first?.kind !== "office") return false;
  const setting = { today: parseToday("2000-01-01"), lexicon: lexiconOf(languages), codes: undefined };
  return readers[first.name]?.read(piece, setting).kind === "value";
}

const labelSign = /[:=\uFF1A\p{Pd}]/u;

/** A text without the delimiter whose values stand behind labels, as if each of them were divided off. */
export function layOutLabelled(
  text: string,
  shape: RecordShape,
): { readonly blocks: readonly Block[]; readonly shape: RecordShape } | undefined {
  const { format, lexicon } = shape;
  if (!labelSign.test(text) || hasDelimiter(text, format.delimiters[0] ?? "")) return undefined;
  const labels = allLabelsOf(shape);
  const found = listLabelled({ text, index: 0 }, labels, lexicon);
  if (new Set(found.map(({ name }) => name).filter((name) => name !== otherForm)).size < 2) return undefined;
  const blocks: Block[] = [];
  const aside = (from: number, to: number): void => {
    let index = from;
    for (const line of text.slice(from, to).split("\n")) {
      const said = line.trim();
      if (said !== "") blocks.push({ kind: "aside", text: said, index: index + line.indexOf(said) });
      index += line.length + 1;
    }
  };
  aside(0, found[0]?.label.index ?? 0);
  const pieces = found.flatMap(({ name, label, value }): readonly Piece[] => {
    const [line = ""] = value.text.split("\n", 1);
    aside(value.index + line.length, value.index + value.text.length);
    const end = value.index + line.length;
    if (name !== otherForm) return [cutPiece(text, label.index, end)];
    blocks.push({ kind: "aside", ...cutPiece(text, label.index, end) });
    return [];
  });
  const lead = { text: "", index: 0 };
  return { blocks: [...blocks, { kind: "record", lead, pieces }], shape: { ...shape, labels } };
}
