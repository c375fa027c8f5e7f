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

const letter = /[\p{L}\p{M}]/u;

/** Cuts a text into words, numbers and marks; blanks, pictures and invisible signs are in none. */
export function tokenise(text: string): readonly Token[] {
  const tokens: Token[] = [];
  let open: Writable<Token> | undefined;
  let before: Token["before"] = "blank";
  let index = 0;
  for (const character of text) {
    const start = index;
    index += character.length;
    for (const sign of foldCharacter(character)) {
      const kind = kindOf(sign);
      if (kind === "blank") {
        open = undefined;
        before = "blank";
      } else if (open?.kind === kind) {
        open.text += sign;
        open.end = index;
      } else if (sign !== "'" || open?.kind !== "word" || !letter.test(text.charAt(index))) {
        const token: Writable<Token> = { kind, text: sign, start, end: index, before };
        tokens.push(token);
        open = kind === "mark" ? undefined : token;
        before = "sign";
      }
    }
  }
  return tokens;
}

/** A text's words and numbers with single blanks between: the form of the phrases in a language's lists. */
export function wordsOf(tokens: readonly Token[]): string {
  let words = "";
  for (const { kind, text } of tokens) if (kind !== "mark") words += words === "" ? text : ` ${text}`;
  return words;
}

function kindOf(sign: string): Token["kind"] | "blank" {
  if (sign === " ") return "blank";
  if (sign >= "0" && sign <= "9") return "number";
  if (sign >= "a" && sign <= "z") return "word";
  return sign > "~" && letter.test(sign) ? "word" : "mark";
}
