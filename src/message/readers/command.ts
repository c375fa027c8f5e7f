import {
  type Account,
  accountFor,
  type Doubt,
  type Explain,
  isSaid,
  nothingLeft,
  phrasesIn,
} from "../doubt.js";
import { isOfCode } from "../find-code.js";
import type { Lexicon } from "../lexicon.js";
import type { MessageFormat } from "../message-format.js";
import { mayBeName } from "../named-person.js";
import { sureOrNot, type UnderstoodMessage } from "../parsed-message.js";
import { findPhrase } from "../phrases.js";
import { beginsClause } from "../telling.js";
import { isDoubling, type Token, withoutLengthening } from "../tokens.js";
import { besideCommand, clear, looking } from "./beside-command.js";
import { codeProblem } from "./code.js";
import { longestSpoken, type MessageReading, type MessageText } from "./reader.js";
import { findSaidCommand, type SaidCommand } from "./said-command.js";

const leastCodeDigits = 4;
const mostNameWords = 3;

/** `#batal 7HXW-9TB6`, `mau pindah ke hari kamis ya pak`: one command and what belongs to it. */
export function readCommand(message: MessageText): MessageReading | undefined {
  const { text, shape } = message;
  const { format, lexicon } = shape;
  if (text.length > longestSpoken) return undefined;
  const found = message.code();
  if (found.kind === "problem" && found.code !== "code-missing") return undefined;
  const tokens = withoutLengthening(message.tokens().filter((token) => !isOfCode(token, found)));
  const said = findSaidCommand(text, tokens, format, lexicon);
  if (said === undefined || (found.kind === "code" && said.command === "wait")) return undefined;
  const account = accountOf(text, tokens, said, format, lexicon);
  const rest = restOf(without(text, account.told), tokens, said, format, found);
  const command: UnderstoodMessage = {
    kind: "command",
    command: said.command,
    rest,
    ...(found.kind === "code" && { code: found.code }),
  };
  if (account.left === 0) return { parsed: command, left: 0 };
  const lacksCode = said.command === "cancel" && said.spelling === "right" && found.kind !== "code";
  if (lacksCode && tokens.some((_, index) => isLikeCode(tokens, index))) return missingCode(rest);
  return isWorthAsking(said, account) ? unsureOf(command, said, account) : undefined;
}

function missingCode(rest: string): MessageReading {
  const found = rest.slice(0, 100);
  return { parsed: codeProblem({ kind: "problem", code: "code-missing", index: 0, found }), left: 1 };
}

/** Without a mark most commands are common words as well, and a slip is one only where nothing else is left. */
function isWorthAsking({ command, form, spelling }: SaidCommand, { left }: Account): boolean {
  if (form === "marked") return true;
  return clear.has(command) && (spelling === "right" || left === 1);
}

/** What only looks is obeyed, whatever stands beside it, but for another command. */
function unsureOf(command: UnderstoodMessage, said: SaidCommand, { doubts, left }: Account): MessageReading {
  const isObeyed =
    looking.has(said.command) && said.spelling === "right" && doubts.every(({ why }) => why !== "second-act");
  return { parsed: isObeyed ? command : sureOrNot(command, doubts), left };
}

/** A longer number, or digits glued to letters, was meant as a code. */
function isLikeCode(tokens: readonly Token[], index: number): boolean {
  const token = tokens[index];
  if (token?.kind !== "number") return false;
  const [before, behind] = [tokens[index - 1], tokens[index + 1]];
  if (isDividedNumber(tokens, index) || isDoubling(tokens, index)) return false;
  const isGlued =
    (token.before === "sign" && before?.kind === "word") ||
    (behind?.before === "sign" && behind.kind === "word");
  return token.text.length >= leastCodeDigits || isGlued;
}

/** `20-11-2017` is a day. */
function isDividedNumber(tokens: readonly Token[], index: number): boolean {
  return [-1, 1].some((way) => {
    const sign = tokens[index + way];
    return sign?.kind === "mark" && /^[-/.]$/u.test(sign.text) && tokens[index + 2 * way]?.kind === "number";
  });
}

interface CommandAccount extends Account {
  /** What is told beside the command: why, and thanks for it. */
  readonly told: readonly Token[];
}

function accountOf(
  text: string,
  tokens: readonly Token[],
  said: SaidCommand,
  format: MessageFormat,
  lexicon: Lexicon,
): CommandAccount {
  const isRequest = said.command === "wait" && hasRequest(tokens.slice(said.next), format);
  const before = tokens.slice(0, said.from).filter(isSaid);
  const behind = isRequest ? [] : tokens.slice(said.next).filter(isSaid);
  const isPlea = before.some((_, index) => findPhrase(lexicon.pleas, before, index) !== undefined);
  const marks = isPlea ? "of a plea" : "doubting";
  const told: Token[] = [];
  const account = (part: readonly Token[], nots: "told" | "doubted", by?: readonly Explain[]): Account => {
    if (part.length === 0) return nothingLeft;
    const beside = besideCommand(said.command, text, lexicon, { marks, nots });
    const accounted = accountFor(text, part, by ?? beside.explains, lexicon);
    told.push(...beside.told);
    return accounted;
  };
  const isTold = !isPlea && isStatement(text, tokens, said, lexicon);
  const nots = isApart(text, tokens, said, lexicon) ? "told" : "doubted";
  const beforeIt = account(before, nots, isTold ? [phrasesIn(lexicon.courtesies)] : undefined);
  const behindIt = account(behind, "told");
  const slips: readonly Doubt[] =
    said.spelling === "slip" ? [slipDoubt(text, tokens[said.from] as Token)] : [];
  const doubts = [...beforeIt.doubts, ...slips, ...behindIt.doubts];
  return {
    doubts: said.form === "marked" ? withLoneName(doubts, behind, lexicon) : doubts,
    left: beforeIt.left + slips.length + behindIt.left,
    told,
  };
}

/** A text with blanks in the place of some of its tokens. */
function without(text: string, tokens: readonly Token[]): string {
  let own = text;
  for (const { start, end } of tokens) own = own.slice(0, start) + " ".repeat(end - start) + own.slice(end);
  return own;
}

function slipDoubt(text: string, { start, end }: Token): Doubt {
  return { text: text.slice(start, end), index: start, why: "unexplained" };
}

/** `#batal siti`: nothing else is left, and it stands right behind the command. */
function withLoneName(
  doubts: readonly Doubt[],
  behind: readonly Token[],
  lexicon: Lexicon,
): readonly Doubt[] {
  const [doubt, ...others] = doubts;
  if (doubt?.why !== "unexplained" || others.length > 0 || behind[0]?.start !== doubt.index) return doubts;
  const words = behind.filter(({ end }) => end <= doubt.index + doubt.text.length);
  const isName = words.length <= mostNameWords && words.every((word) => mayBeName(word, lexicon));
  return isName ? [{ ...doubt, why: "other-name" }] : doubts;
}

/** "Antrian saya batal" tells something; "antrian saya mau dibatalkan" and "anak sakit, batalkan ya" want it. */
function isStatement(text: string, tokens: readonly Token[], said: SaidCommand, lexicon: Lexicon): boolean {
  return (
    said.form === "unmarked" &&
    !looking.has(said.command) &&
    !beginsClause(text, tokens, said.from) &&
    !tokens.slice(0, said.from).some((token) => lexicon.wishes.has(token.text))
  );
}

/** "Ga bisa datang, batalkan", "ga bisa datang mau batal": what is said before belongs to something else. */
function isApart(text: string, tokens: readonly Token[], { from }: SaidCommand, lexicon: Lexicon): boolean {
  const [one, other] = [tokens[from - 2]?.text ?? "", tokens[from - 1]?.text ?? ""];
  return (
    beginsClause(text, tokens, from) ||
    (lexicon.wishes.has(other) && !lexicon.negations.has(one) && !lexicon.telling.nots.has(one))
  );
}

/** The next word or number behind a command, or the sign in front of it that begins a request to wait. */
function restFrom(
  tokens: readonly Token[],
  { command, next }: SaidCommand,
  { delimiters }: MessageFormat,
): Token | undefined {
  const behind = tokens.slice(next);
  const first = behind.findIndex(({ kind }) => kind !== "mark");
  const sign = behind[first - 1];
  const isRequest =
    command === "wait" &&
    delimiters.includes(sign?.text ?? "") &&
    behind.slice(first).some(({ text }) => text === sign?.text);
  return isRequest ? sign : behind[first];
}

/** `#tunggu #Budi#17081980#besok`: what is waited for is read by itself. */
function hasRequest(behind: readonly Token[], { delimiters }: MessageFormat): boolean {
  return delimiters.some((sign) => behind.filter(({ text }) => text === sign).length > 1);
}

/** What stands behind the command, without the code. */
function restOf(
  text: string,
  tokens: readonly Token[],
  said: SaidCommand,
  format: MessageFormat,
  code: ReturnType<MessageText["code"]>,
): string {
  const from = restFrom(tokens, said, format)?.start ?? text.length;
  if (code.kind !== "code") return text.slice(from).trim();
  const before = text.slice(from, Math.max(from, code.start)).trim();
  const behind = text.slice(Math.max(from, code.end)).trim();
  return [before, behind].filter((part) => part !== "").join(" ");
}
