import type { CodeFinding } from "./find-code.js";
import { findRoomQuestion } from "./find-room-question.js";
import type { CommandName } from "./language.js";
import { findPhrase, type Lexicon } from "./lexicon.js";
import type { MessageFormat } from "./message-format.js";
import { skipPolite } from "./polite.js";
import { type Token, tokenise } from "./tokens.js";

export interface FoundCommand {
  readonly command: CommandName;
  readonly code?: string;
  /** What stands behind the command, without the code. */
  readonly rest: string;
}

/**
 * Finds a command: at the beginning, marked (`#batal`) or among words that change nothing ("mau batal ya pak"), or
 * anywhere beside a code. Where a word could turn it round ("jangan batalkan"), there is none, and of a marked one that is
 * told. A question for free places is one as well.
 */
export function findCommand(
  text: string,
  code: CodeFinding,
  format: MessageFormat,
  lexicon: Lexicon,
): FoundCommand | "turned-round" | undefined {
  const tokens = tokenise(text).filter((token) => !isOfCode(token, code));
  const start = skipFillers(tokens, 0, lexicon);
  const phrase = findPhrase(lexicon.commands, tokens, start);
  const next = start + (phrase?.words.length ?? 0);
  const mark = tokens[start - 1]?.text ?? "";
  const isMarked = format.delimiters.includes(mark) || mark === "/";
  if (isMarked && phrase?.meaning === "cancel" && isReversed(tokens, next, code, lexicon))
    return code.kind === "code" ? undefined : "turned-round";
  if (phrase !== undefined && (isMarked || isClear(tokens, next, phrase.meaning, lexicon)))
    return describe(
      phrase.meaning,
      text,
      restFrom(tokens, next, phrase.meaning, format) ?? text.length,
      code,
    );
  if (code.kind === "code") return findBesideCode(text, tokens, code, format, lexicon);
  const day = findRoomQuestion(text, tokens, format, lexicon);
  return day === undefined ? undefined : { command: "availability", rest: day };
}

function findBesideCode(
  text: string,
  tokens: readonly Token[],
  code: CodeFinding & { readonly kind: "code" },
  format: MessageFormat,
  lexicon: Lexicon,
): FoundCommand | undefined {
  const found = tokens.flatMap((_, index) => {
    const phrase = findPhrase(lexicon.commands, tokens, index);
    return phrase === undefined ? [] : [{ ...phrase, next: index + phrase.words.length }];
  });
  const [first, ...others] = found;
  if (first === undefined || others.some(({ meaning }) => meaning !== first.meaning)) return undefined;
  if (!isClear(tokens, 0, first.meaning, lexicon)) return undefined;
  return describe(
    first.meaning,
    text,
    restFrom(tokens, first.next, first.meaning, format) ?? text.length,
    code,
  );
}

/**
 * Whether a text may want something else than to confirm its code: it speaks of cancelling or changing, in whatever
 * sense, takes something back, names a date, or asks for free places.
 */
export function isMoreThanCode(
  text: string,
  code: CodeFinding,
  format: MessageFormat,
  lexicon: Lexicon,
): boolean {
  const tokens = tokenise(text).filter((token) => !isOfCode(token, code));
  if (findRoomQuestion(text, tokens, format, lexicon) !== undefined) return true;
  return tokens.some((token, index) => {
    const command = findPhrase(lexicon.commands, tokens, index)?.meaning;
    const isAgainst = command === "cancel" || command === "reschedule" || lexicon.negations.has(token.text);
    return isAgainst || namesDay(tokens, index, lexicon);
  });
}

/** `11-08-2017`, `11082017`, `11 Agustus`, `kamis`. */
function namesDay(tokens: readonly Token[], index: number, lexicon: Lexicon): boolean {
  const [first, second, third, fourth, fifth] = tokens.slice(index, index + 5);
  if (first?.kind !== "number") return lexicon.weekdays.has(first?.text ?? "");
  const isDivided = second?.kind === "mark" && third?.kind === "number" && fourth?.text === second.text;
  return (
    first.text.length > 5 || lexicon.months.has(second?.text ?? "") || (isDivided && fifth?.kind === "number")
  );
}

function isOfCode({ start, end }: Token, code: CodeFinding): boolean {
  return code.kind === "code" && start >= code.start && end <= code.end;
}

/** Where the next word or number begins, or the sign in front of it that begins a request to wait. */
function restFrom(
  tokens: readonly Token[],
  from: number,
  command: CommandName,
  { delimiters }: MessageFormat,
): number | undefined {
  const behind = tokens.slice(from);
  const first = behind.findIndex(({ kind }) => kind !== "mark");
  const sign = behind[first - 1];
  const isRequest =
    command === "wait" &&
    delimiters.includes(sign?.text ?? "") &&
    behind.slice(first).some(({ text }) => text === sign?.text);
  return (isRequest ? sign : behind[first])?.start;
}

function skipFillers(tokens: readonly Token[], from: number, lexicon: Lexicon): number {
  let index = from;
  for (;;) {
    if (findPhrase(lexicon.commands, tokens, index) !== undefined) return index;
    const next = skipPolite(tokens, index, lexicon);
    if (next > index) index = next;
    else if (isFiller(tokens[index], lexicon)) index++;
    else return index;
  }
}

function isFiller(token: Token | undefined, lexicon: Lexicon): boolean {
  if (token === undefined) return false;
  return token.kind === "mark" || lexicon.commandFillers.has(token.text) || lexicon.keywords.has(token.text);
}

/** Whether all that follows a command is polite, or a date where the command may have one. */
function isClear(tokens: readonly Token[], from: number, command: CommandName, lexicon: Lexicon): boolean {
  let index = from;
  while (index < tokens.length) {
    const token = tokens[index] as Token;
    const again = findPhrase(lexicon.commands, tokens, index);
    const next = Math.max(
      skipPolite(tokens, index, lexicon),
      index + labelLength(tokens, index, lexicon),
      again?.meaning === command ? index + again.words.length : index,
    );
    if (isUnclear(tokens, index, lexicon) || (command === "cancel" && token.text === "?")) return false;
    if (next > index) index = next;
    else if (isFiller(token, lexicon) || isDateWord(token, command, lexicon)) index++;
    else return false;
  }
  return true;
}

/** `#batal?` asks, and `#batal jangan` takes it back; "#batal, tidak bisa datang" gives a reason. */
function isReversed(tokens: readonly Token[], from: number, code: CodeFinding, lexicon: Lexicon): boolean {
  const behind = tokens.slice(from);
  if (behind.some(({ text }) => text === "?")) return true;
  const said = behind.filter(
    ({ kind }, index) => kind !== "mark" && skipPolite(behind, index, lexicon) === index,
  );
  return code.kind !== "code" && said.length > 0 && said.every(({ text }) => lexicon.negations.has(text));
}

function labelLength(tokens: readonly Token[], index: number, lexicon: Lexicon): number {
  return findPhrase(lexicon.codeLabels, tokens, index)?.words.length ?? 0;
}

function isUnclear(tokens: readonly Token[], index: number, lexicon: Lexicon): boolean {
  if (lexicon.negations.has(tokens[index]?.text ?? "")) return true;
  return (
    findPhrase(lexicon.commands, tokens, index) === undefined &&
    findPhrase(lexicon.datePhrases, tokens, index)?.meaning.kind === "unclear"
  );
}

function isDateWord({ kind, text }: Token, command: CommandName, lexicon: Lexicon): boolean {
  if (command === "cancel" || command === "help" || command === "extend") return false;
  if (kind === "number" || lexicon.months.has(text) || lexicon.weekdays.has(text))
    return command !== "status";
  return lexicon.dateFillers.has(text) || lexicon.partLabels.has(text) || lexicon.datePhrases.has(text);
}

function describe(command: CommandName, text: string, from: number, code: CodeFinding): FoundCommand {
  if (code.kind !== "code") return { command, rest: text.slice(from).trim() };
  const before = text.slice(from, Math.max(from, code.start)).trim();
  const behind = text.slice(Math.max(from, code.end)).trim();
  return { command, code: code.code, rest: [before, behind].filter((part) => part !== "").join(" ") };
}
