import type { CommandName } from "../language.js";
import type { Lexicon } from "../lexicon.js";
import type { MessageFormat } from "../message-format.js";
import { findPhrase } from "../phrases.js";
import { findSlip } from "../slip.js";
import { explainsPolite } from "../telling.js";
import type { Token } from "../tokens.js";
import { clear } from "./beside-command.js";

/** A command where it stands. */
export interface SaidCommand {
  readonly command: CommandName;
  readonly from: number;
  readonly next: number;
  /** `#batal` is marked. */
  readonly form: "marked" | "unmarked";
  /** Whether it is the command itself, or a word that was probably meant as one. */
  readonly spelling: "right" | "slip";
}

/** The command of a message, or what was probably meant as one. */
export function findSaidCommand(
  text: string,
  tokens: readonly Token[],
  format: MessageFormat,
  lexicon: Lexicon,
): SaidCommand | undefined {
  return findSaid(text, tokens, format, lexicon) ?? findMisspelt(tokens, format, lexicon);
}

/** The first marked command; where there is none the first that changes something, or the first at all. */
function findSaid(
  text: string,
  tokens: readonly Token[],
  format: MessageFormat,
  lexicon: Lexicon,
): SaidCommand | undefined {
  // "Thanks for your help" asks for none.
  const polite = explainsPolite(text, lexicon);
  let changing: SaidCommand | undefined;
  let first: SaidCommand | undefined;
  for (let index = 0; index < tokens.length; ) {
    const phrase = findPhrase(lexicon.commands, tokens, index);
    if (phrase === undefined) {
      const next = polite(tokens, index);
      index = typeof next === "number" ? next : index + 1;
      continue;
    }
    const form = isMarked(tokens, index, format) ? "marked" : "unmarked";
    const next = index + phrase.words.length;
    const said: SaidCommand = { command: phrase.meaning, from: index, next, form, spelling: "right" };
    if (form === "marked") return said;
    first ??= said;
    if (clear.has(said.command)) changing ??= said;
    index = said.next;
  }
  return changing ?? first;
}

function isMarked(tokens: readonly Token[], index: number, { delimiters }: MessageFormat): boolean {
  const mark = tokens[index - 1]?.text ?? "";
  return delimiters.includes(mark) || mark === "/";
}

/** `#btal`: where no command is written, the first marked word that is a slip of one, or the first word at all. */
function findMisspelt(
  tokens: readonly Token[],
  format: MessageFormat,
  lexicon: Lexicon,
): SaidCommand | undefined {
  let form: SaidCommand["form"] = "unmarked";
  for (const [index, { kind, text }] of tokens.entries()) {
    if (kind !== "word") continue;
    if (isMarked(tokens, index, format)) form = "marked";
    else if (form === "marked") continue;
    const command = findSlip(text, lexicon);
    if (command !== undefined && (form === "marked" || clear.has(command)))
      return { command, from: index, next: index + 1, form, spelling: "slip" };
    if (!isBeforeCommand(text, lexicon)) form = "marked";
  }
  return undefined;
}

/** "mau btal" */
function isBeforeCommand(word: string, { wishes, commandFillers, courtesies }: Lexicon): boolean {
  return wishes.has(word) || commandFillers.has(word) || courtesies.has(word);
}
