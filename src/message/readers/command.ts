import {
  type Account,
  accountFor,
  courtesiesOf,
  type Explain,
  nothingLeft,
  questionMark,
  wordsIn,
} from "../doubt.js";
import { isOfCode } from "../find-code.js";
import type { CommandName } from "../language.js";
import type { Lexicon } from "../lexicon.js";
import type { MessageFormat } from "../message-format.js";
import { type ParsedMessage, sureOrNot } from "../parsed-message.js";
import { findPhrase } from "../phrases.js";
import type { Token } from "../tokens.js";
import { codeProblem } from "./code.js";
import { longestSpoken, type MessageReading, type MessageText } from "./reader.js";

/** A command where it stands. */
interface SaidCommand {
  readonly command: CommandName;
  readonly from: number;
  readonly next: number;
  /** `#batal` is marked. */
  readonly form: "marked" | "unmarked";
}

/** These change nothing, so that it does no harm to obey them. */
const looking: ReadonlySet<CommandName> = new Set(["status", "availability", "help"]);
/** Said without a mark, other commands are common words as well: "saya tunggu kabarnya", "perpanjang paspor". */
const clear: ReadonlySet<CommandName> = new Set(["cancel", "reschedule"]);
const leastCodeDigits = 4;
const withDays: ReadonlySet<CommandName> = new Set(["reschedule", "availability", "wait", "status"]);

/** `#batal 7HXW-9TB6`, `mau pindah ke hari kamis ya pak`: one command and what belongs to it. */
export function readCommand(message: MessageText): MessageReading | undefined {
  const { text, shape } = message;
  const { format, lexicon } = shape;
  if (text.length > longestSpoken) return undefined;
  const found = message.code();
  if (found.kind === "problem" && found.code !== "code-missing") return undefined;
  const tokens = message.tokens().filter((token) => !isOfCode(token, found));
  const said = findSaid(tokens, format, lexicon);
  if (said === undefined || (found.kind === "code" && said.command === "wait")) return undefined;
  const rest = restOf(text, tokens, said, format, found);
  const account = accountOf(text, tokens, said, format, lexicon);
  const command: ParsedMessage & { readonly kind: "command" } = {
    kind: "command",
    command: said.command,
    ...(found.kind === "code" && { code: found.code }),
    rest,
  };
  if (
    said.command === "cancel" &&
    found.kind !== "code" &&
    account.left > 0 &&
    tokens.some((_, index) => isLikeCode(tokens, index))
  )
    return {
      parsed: codeProblem({ kind: "problem", code: "code-missing", index: 0, found: rest.slice(0, 100) }),
      left: 1,
    };
  if (account.left === 0) return { parsed: command, left: 0 };
  if (looking.has(said.command)) {
    const isOther = account.doubts.some(({ why }) => why === "second-act");
    if (said.form === "unmarked") return undefined;
    return { parsed: isOther ? sureOrNot(command, account.doubts) : command, left: account.left };
  }
  if (said.form === "unmarked" && !clear.has(said.command)) return undefined;
  return { parsed: sureOrNot(command, account.doubts), left: account.left };
}

/** A longer number, or digits glued to letters, was meant as a code. */
function isLikeCode(tokens: readonly Token[], index: number): boolean {
  const token = tokens[index];
  if (token?.kind !== "number") return false;
  const [before, behind] = [tokens[index - 1], tokens[index + 1]];
  const isGlued =
    (token.before === "sign" && before?.kind === "word") ||
    (behind?.before === "sign" && behind.kind === "word");
  return token.text.length >= leastCodeDigits || isGlued;
}

/** The first marked command; where there is none the first that changes something, or the first at all. */
function findSaid(
  tokens: readonly Token[],
  { delimiters }: MessageFormat,
  lexicon: Lexicon,
): SaidCommand | undefined {
  let changing: SaidCommand | undefined;
  let first: SaidCommand | undefined;
  for (let index = 0; index < tokens.length; ) {
    const phrase = findPhrase(lexicon.commands, tokens, index);
    if (phrase === undefined) {
      index++;
      continue;
    }
    const mark = tokens[index - 1]?.text ?? "";
    const form = delimiters.includes(mark) || mark === "/" ? "marked" : "unmarked";
    const said: SaidCommand = {
      command: phrase.meaning,
      from: index,
      next: index + phrase.words.length,
      form,
    };
    if (form === "marked") return said;
    first ??= said;
    if (clear.has(said.command)) changing ??= said;
    index = said.next;
  }
  return changing ?? first;
}

function accountOf(
  text: string,
  tokens: readonly Token[],
  said: SaidCommand,
  format: MessageFormat,
  lexicon: Lexicon,
): Account {
  const isRequest = said.command === "wait" && hasRequest(tokens.slice(said.next), format);
  const before = tokens.slice(0, said.from);
  const behind = isRequest ? [] : tokens.slice(said.next);
  const explains = explainsBeside(said, lexicon);
  const beforeIt = isStatement(before, said, lexicon)
    ? accountFor(text, before, [courtesiesOf(lexicon)], lexicon)
    : accountFor(text, before, explains, lexicon);
  const behindIt = behind.length === 0 ? nothingLeft : accountFor(text, behind, explains, lexicon);
  return { doubts: [...beforeIt.doubts, ...behindIt.doubts], left: beforeIt.left + behindIt.left };
}

/** "Antrian saya batal" tells something, "antrian saya mau dibatalkan" wants it. */
function isStatement(before: readonly Token[], said: SaidCommand, lexicon: Lexicon): boolean {
  return (
    said.form === "unmarked" &&
    !looking.has(said.command) &&
    !before.some(({ text }) => lexicon.wishes.has(text))
  );
}

function explainsBeside({ command }: SaidCommand, lexicon: Lexicon): readonly Explain[] {
  const isChanging = !looking.has(command);
  const hasReasons = clear.has(command);
  const hasDays = withDays.has(command);
  return [
    ...(isChanging ? [questionMark] : []),
    (tokens, index) => {
      const reason = hasReasons ? findPhrase(lexicon.reasons, tokens, index) : undefined;
      return reason === undefined ? undefined : index + reason.words.length;
    },
    (tokens, index) => {
      const phrase = findPhrase(lexicon.commands, tokens, index);
      if (phrase === undefined) return undefined;
      if (phrase.meaning === command) return index + phrase.words.length;
      const isAside =
        lexicon.commandFillers.has(tokens[index]?.text ?? "") || (looking.has(phrase.meaning) && !isChanging);
      return isAside ? undefined : "second-act";
    },
    (tokens, index) => (lexicon.negations.has(tokens[index]?.text ?? "") ? "negated" : undefined),
    (tokens, index) => {
      const label = findPhrase(lexicon.codeLabels, tokens, index);
      return label === undefined ? undefined : index + label.words.length;
    },
    courtesiesOf(lexicon),
    wordsIn(lexicon.commandFillers, lexicon.keywords, lexicon.wishes),
    ...(hasDays ? [dayWordsOf(command, lexicon)] : []),
  ];
}

/** What may be part of a day. Whether it is one day is asked of the whole, and where it is none nothing is done. */
function dayWordsOf(command: CommandName, lexicon: Lexicon): Explain {
  const { months, weekdays, dateFillers, partLabels, datePhraseWords, datePhrases, beforeTimes, afterTimes } =
    lexicon;
  const numbers = [lexicon.numbers, lexicon.multipliers, lexicon.raisers, lexicon.ordinalEndings];
  return (tokens, index) => {
    const { kind, text } = tokens[index] as Token;
    if (kind === "number" || months.has(text) || weekdays.has(text))
      return command === "status" ? undefined : index + 1;
    const phrase = findPhrase(datePhrases, tokens, index);
    if (phrase !== undefined) return index + phrase.words.length;
    const isPart =
      [dateFillers, datePhraseWords, beforeTimes, afterTimes].some((words) => words.has(text)) ||
      partLabels.has(text) ||
      numbers.some((words) => words.has(text));
    return isPart ? index + 1 : undefined;
  };
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
