import { isAside } from "../asides.js";
import { cutPiece, isDelimiterAt, type Piece } from "../layout.js";
import type { Lexicon } from "../lexicon.js";
import type { MessageFormat } from "../message-format.js";
import { parseRequest } from "../parse-request.js";
import { withoutGreeting } from "../polite.js";
import { tokenise } from "../tokens.js";
import type { MessageReading, MessageText } from "./reader.js";
import { requestReading } from "./request-reading.js";

const longestSeparated = 200;
const mostSigns = 8;
const mostChunks = 9;
const mostLines = 12;
const dateKinds: ReadonlySet<string> = new Set(["birthDate", "arrivalDate", "date"]);
/** Where blanks divide, a comma or a dash behind the name would be one more sign. */
const nameAlone = /^[\p{L}\p{M}'’ ]+$/u;
const dividing = /[^\p{L}\p{M}\p{N}\s'’]/u;

/**
 * `Budi - 17-8-1980 - besok`, lines, tabs, blanks: all values of a request, divided by another sign than the format's.
 * Nothing but two dates shows that it is one, so every value must be right, and no word of a name may be another word.
 */
export function readSeparated({
  text,
  tokens,
  shape,
  setting,
  code,
}: MessageText): MessageReading | undefined {
  const { format, lexicon } = shape;
  if (text.length > longestSeparated || !mayBeSeparated(text, format)) return undefined;
  if (code().kind === "code" || tokens().some((token) => lexicon.exampleWords.has(token.text)))
    return undefined;
  for (const pieces of divisionsOf(text, format, lexicon)) {
    if (pieces.length < format.required || pieces.length > format.fields.length) continue;
    if (!pieces.every(({ text: value }, index) => isPlain(value, format, index, lexicon))) continue;
    const lead = { text: "", index: 0 };
    const parsed = parseRequest([{ kind: "record", lead, pieces }], shape, setting);
    if (parsed.kind === "request") return requestReading(parsed);
  }
  return undefined;
}

/** Two dates at least, no field that any words would do for, and fewer of the format's signs than values. */
function mayBeSeparated(text: string, format: MessageFormat): boolean {
  const { fields, required, keyword } = format;
  const needed = fields.slice(0, required);
  if (text.split(format.delimiters[0] ?? "\n", required + 1).length > required) return false;
  let signs = 0;
  for (let index = 0; index < text.length && signs < required; index++)
    if (text[index] !== "\n" && isMark(text, index, format)) signs++;
  return (
    signs < required &&
    keyword === undefined &&
    needed.filter(({ kind }) => dateKinds.has(kind)).length >= 2 &&
    needed.every(({ kind }) => kind !== "text") &&
    /\p{Nd}/u.test(text)
  );
}

/** The words of a name are in none of the language's lists, so that no sentence is one. */
function isPlain(value: string, { fields }: MessageFormat, index: number, lexicon: Lexicon): boolean {
  if (fields[index]?.kind !== "personName") return true;
  const words = tokenise(value).filter(({ kind }) => kind !== "mark");
  return words.every(({ text }) => !lexicon.knownWords.has(text) || lexicon.honorifics.has(text));
}

function* divisionsOf(text: string, format: MessageFormat, lexicon: Lexicon): Generator<readonly Piece[]> {
  const lines = withoutAsides(
    divide(text, (index) => isMark(text, index, format)),
    lexicon,
  );
  yield lines;
  const only = lines.length === 1 ? lines[0] : undefined;
  if (only !== undefined) {
    const signs = new Set([...only.text].filter((sign) => dividing.test(sign) || sign === "\t"));
    for (const sign of [...signs].slice(0, mostSigns)) {
      const isSign = (at: number): boolean => only.text[at] === sign;
      const isApart = (at: number): boolean => only.text[at - 1] === " " && only.text[at + 1] === " ";
      for (const isBetween of [(at: number) => isSign(at) && isApart(at), isSign]) {
        const pieces = divide(only.text, isBetween).map((piece) => ({
          ...piece,
          index: only.index + piece.index,
        }));
        if (pieces.length >= format.required) yield withoutAsides(pieces, lexicon);
      }
    }
  }
  yield* byBlanks(lines, format);
}

function isMark(text: string, index: number, { delimiters }: MessageFormat): boolean {
  return text[index] === "\n" || delimiters.some((delimiter) => isDelimiterAt(text, index, delimiter));
}

function divide(text: string, isBetween: (index: number) => boolean): readonly Piece[] {
  const pieces: Piece[] = [];
  let start = 0;
  for (let index = 0; index <= text.length && pieces.length < mostLines; index++) {
    if (index < text.length && !isBetween(index)) continue;
    const piece = cutPiece(text, start, index);
    if (piece.text !== "") pieces.push(piece);
    start = index + 1;
  }
  return pieces;
}

/** Without greetings and thanks before and behind the values, in pieces of their own or in front of the name. */
function withoutAsides(pieces: readonly Piece[], lexicon: Lexicon): readonly Piece[] {
  const isValue = ({ text }: Piece): boolean => !isAside(text, lexicon);
  const values = pieces.slice(pieces.findIndex(isValue), pieces.findLastIndex(isValue) + 1);
  const [first, ...others] = values;
  if (first === undefined) return [];
  const name = withoutGreeting(first.text, lexicon);
  return [{ text: name, index: first.index + first.text.length - name.length }, ...others];
}

/** `Budi 17081980 20112017`: the name ends where the digits begin, and one blank divides the dates. */
function* byBlanks(
  lines: readonly Piece[],
  { fields, required }: MessageFormat,
): Generator<readonly Piece[]> {
  const [first, ...others] = lines;
  const at = first?.text.search(/(?<=\s)\p{Nd}/u) ?? -1;
  if (first === undefined || at < 1 || fields[0]?.kind !== "personName") return;
  const name = cutPiece(first.text, 0, at);
  const rest = { text: first.text.slice(at), index: first.index + at };
  if (!nameAlone.test(name.text)) return;
  const named = { ...name, index: first.index + name.index };
  if (others.length > 0) {
    yield [named, rest, ...others];
    return;
  }
  if (required !== 3) return;
  const chunks = rest.text.split(" ");
  for (let next = 1; next < chunks.length && chunks.length <= mostChunks; next++) {
    const before = chunks.slice(0, next).join(" ");
    yield [
      named,
      { ...rest, text: before },
      { text: rest.text.slice(before.length + 1), index: rest.index + before.length + 1 },
    ];
  }
}
