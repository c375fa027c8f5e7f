import { foldCharacter } from "./fold-character.js";

/** A run of letters or of digits, or one other sign. */
export interface Token {
  readonly kind: "word" | "number" | "mark";
  /** Folded; words without apostrophes, digits as 0–9. */
  readonly text: string;
  /** Where in the tokenised text, in UTF-16 units. */
  readonly start: number;
  readonly end: number;
  /** Whether a blank, or the text's beginning, stands before it. */
  readonly before: "blank" | "sign";
}

type Writable<T> = { -readonly [K in keyof T]: T[K] };
type SignKind = Token["kind"] | "blank";

const letter = /[\p{L}\p{M}]/u;
const asciiKinds: readonly SignKind[] = /* @__PURE__ */ Array.from({ length: 128 }, (_, code) =>
  asciiKind(String.fromCharCode(code)),
);

/** Cuts a text into words, numbers and marks; blanks, pictures and invisible signs are in none. */
export function tokenise(text: string): readonly Token[] {
  const tokens: Token[] = [];
  let open: Writable<Token> | undefined;
  let before: Token["before"] = "blank";
  let apostrophe: Token | undefined;
  const add = (kind: SignKind, signs: string, start: number, end: number): void => {
    if (apostrophe !== undefined && kind !== "word") {
      tokens.push(apostrophe);
      open = undefined;
    }
    const token: Writable<Token> = {
      kind: kind === "blank" ? "mark" : kind,
      text: signs,
      start,
      end,
      before,
    };
    if (signs === "'" && open?.kind === "word") apostrophe = token;
    else apostrophe = undefined;
    if (apostrophe !== undefined) return;
    if (open?.kind === kind) {
      open.text += signs;
      open.end = end;
      return;
    }
    open = kind === "mark" || kind === "blank" ? undefined : token;
    before = kind === "blank" ? "blank" : "sign";
    if (kind !== "blank") tokens.push(token);
  };
  let index = 0;
  while (index < text.length) {
    const start = index;
    const kind = asciiKinds[text.charCodeAt(start)];
    if (kind === undefined) {
      const character = String.fromCodePoint(text.codePointAt(start) ?? 0);
      index += character.length;
      for (const sign of foldCharacter(character)) add(kindOf(sign), sign, start, index);
      continue;
    }
    do index++;
    while (kind !== "mark" && asciiKinds[text.charCodeAt(index)] === kind);
    const signs = text.slice(start, index);
    add(kind, kind === "mark" ? foldCharacter(signs) : signs.toLowerCase(), start, index);
  }
  if (apostrophe !== undefined) tokens.push(apostrophe);
  return tokens;
}

const romanNumeral = /^[ivx]+$/u;

/** As people draw words out: "makasiiih", "halooo"; each letter once. Not for codes, which may have a letter three times. */
export function withoutLengthening(tokens: readonly Token[]): readonly Token[] {
  return tokens.some(isLengthened) ? tokens.map(shorten) : tokens;
}

function isLengthened({ kind, text }: Token): boolean {
  if (kind !== "word") return false;
  for (let index = 2; index < text.length; index++)
    if (text[index] === text[index - 1] && text[index] === text[index - 2]) return !romanNumeral.test(text);
  return false;
}

function shorten(token: Token): Token {
  if (!isLengthened(token)) return token;
  const { text } = token;
  const isThrice = (index: number): boolean =>
    (text[index] === text[index - 1] && text[index] === text[index - 2]) ||
    (text[index] === text[index + 1] && (text[index] === text[index + 2] || text[index] === text[index - 1]));
  const kept = [...text].filter((sign, index) => !isThrice(index) || sign !== text[index - 1]);
  return { ...token, text: kept.join("") };
}

/** Whether the token is the 2 of a word that is said twice: "anak2", "sebesar2nya". */
export function isDoubling(tokens: readonly Token[], index: number): boolean {
  const [before, token] = [tokens[index - 1], tokens[index]];
  return (
    token?.text === "2" &&
    token.before === "sign" &&
    before?.kind === "word" &&
    before.text.length >= shortestDoubled
  );
}

const shortestDoubled = 4;

/** A text's words and numbers with single blanks between: the form of the phrases in a language's lists. */
export function wordsOf(tokens: readonly Token[]): string {
  let words = "";
  for (const { kind, text } of tokens) if (kind !== "mark") words += words === "" ? text : ` ${text}`;
  return words;
}

/** The first word or number, as `tokenise` has it: enough to rule most phrases out. */
export function firstWordOf(text: string): string {
  let start = 0;
  while (asciiKinds[text.charCodeAt(start)] === "blank") start++;
  const kind = asciiKinds[text.charCodeAt(start)];
  let end = start;
  while (kind !== undefined && asciiKinds[text.charCodeAt(end)] === kind) end++;
  const isPlain = end > start && kind !== "mark" && (end === text.length || isPlainEnd(text.charCodeAt(end)));
  if (isPlain) return text.slice(start, end).toLowerCase();
  return tokenise(text.slice(0, longestWord)).find(({ kind }) => kind !== "mark")?.text ?? "";
}

/** No phrase begins with a longer word. */
const longestWord = 64;

function isPlainEnd(code: number): boolean {
  const kind = asciiKinds[code];
  return kind !== undefined && code !== 0x27 && code !== 0x60;
}

function kindOf(sign: string): SignKind {
  return asciiKinds[sign.charCodeAt(0)] ?? (letter.test(sign) ? "word" : "mark");
}

function asciiKind(sign: string): SignKind {
  if (sign <= " " || sign === "\u007f") return "blank";
  if (sign >= "0" && sign <= "9") return "number";
  return /[a-z]/iu.test(sign) ? "word" : "mark";
}
