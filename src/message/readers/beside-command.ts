import { behindDay, isOfDay } from "../dates/day-words.js";
import { type Explain, phrasesIn, questionMark, wordsIn } from "../doubt.js";
import type { CommandName } from "../language.js";
import type { Lexicon } from "../lexicon.js";
import { namesPerson } from "../named-person.js";
import { findPhrase } from "../phrases.js";
import type { Token } from "../tokens.js";

/** These change nothing, so that it does no harm to obey them. */
export const looking: ReadonlySet<CommandName> = new Set(["status", "availability", "help"]);
/** Said without a mark, other commands are common words as well: "saya tunggu kabarnya", "perpanjang paspor". */
export const clear: ReadonlySet<CommandName> = new Set(["cancel", "reschedule"]);
const withDays: ReadonlySet<CommandName> = new Set(["reschedule", "availability", "wait", "status"]);

/** What may stand beside a command and change nothing, and what is doubted there. */
export function explainsBeside(command: CommandName, text: string, lexicon: Lexicon): readonly Explain[] {
  const isChanging = !looking.has(command);
  const hasDays = withDays.has(command);
  const reason = explainsReason(lexicon);
  return [
    ...(isChanging ? [questionMark] : []),
    ...(isChanging ? [reason.known] : []),
    (tokens, index) => {
      const phrase = findPhrase(lexicon.commands, tokens, index);
      if (phrase === undefined) return undefined;
      if (phrase.meaning === command) return index + phrase.words.length;
      const isAside =
        lexicon.commandFillers.has(tokens[index]?.text ?? "") || (looking.has(phrase.meaning) && !isChanging);
      return isAside ? undefined : "second-act";
    },
    ...(isChanging ? [reason.own] : []),
    (tokens, index) => (lexicon.negations.has(tokens[index]?.text ?? "") ? "negated" : undefined),
    phrasesIn(lexicon.codeLabels),
    ...(command === "cancel" ? [otherDay(lexicon)] : []),
    ...(isChanging ? [namesPerson(text, lexicon), reason.more] : []),
    phrasesIn(lexicon.courtesies),
    wordsIn(lexicon.commandFillers, lexicon.keywords, lexicon.wishes),
    ...(hasDays ? [dayWordsOf(command, lexicon)] : []),
  ];
}

/**
 * A reason that the language lists; one in own words, "karena mobil saya dipakai", to its end; and what stands behind a
 * listed one, "anak saya sakit keras". Words that may change what is meant are none of these.
 */
function explainsReason(lexicon: Lexicon): Readonly<Record<"known" | "own" | "more", Explain>> {
  const { reasonWords, negations, conditions, hedges } = lexicon;
  const changes = [negations, conditions, hedges];
  const listed = phrasesIn(lexicon.reasons);
  let own = Number.POSITIVE_INFINITY;
  let known = Number.POSITIVE_INFINITY;
  const goOn = (text: string, index: number, from: number): number | undefined =>
    index >= from && text !== "?" && !changes.some((words) => words.has(text)) ? index + 1 : undefined;
  return {
    known(tokens, index) {
      const next = listed(tokens, index);
      if (typeof next === "number") known = Math.min(known, next);
      return next;
    },
    own(tokens, index) {
      const { text } = tokens[index] as Token;
      if (reasonWords.has(text)) own = index;
      return goOn(text, index, own);
    },
    more: (tokens, index) => goOn((tokens[index] as Token).text, index, known),
  };
}

/** `#batal kamis`: the day may be the booking's, or another's. */
function otherDay(lexicon: Lexicon): Explain {
  const { months, datePhraseWords, aboutPhrases, partLabels } = lexicon;
  const isDay = (tokens: readonly Token[], index: number): boolean => {
    if (findPhrase(lexicon.courtesies, tokens, index) !== undefined) return false;
    if (tokens[index]?.kind !== "number") return behindDay(tokens, index, lexicon) !== undefined;
    const [before, behind] = [tokens[index - 1], tokens[index + 1]];
    return (
      [before, behind].some(
        (beside) => beside !== undefined && (beside.kind === "number" || months.has(beside.text)),
      ) || partLabels.get(before?.text ?? "") === "day"
    );
  };
  return (tokens, index) => {
    if (isDay(tokens, index)) return "other-day";
    const introduction = findPhrase(aboutPhrases, tokens, index);
    const isOfDay = datePhraseWords.has(tokens[index]?.text ?? "");
    const next = index + (introduction?.words.length ?? (isOfDay ? 1 : 0));
    return next > index && (isDay(tokens, next) || isDay(tokens, next + 1)) ? next : undefined;
  };
}

/** What may be part of a day. Whether it is one day is asked of the whole, and where it is none nothing is done. */
function dayWordsOf(command: CommandName, lexicon: Lexicon): Explain {
  const { months, weekdays, dateFillers, datePhrases, timeWords, hedges, conditions } = lexicon;
  return (tokens, index) => {
    const { kind, text } = tokens[index] as Token;
    // They may stand beside a day as well, but explain nothing.
    if (hedges.has(text) || conditions.has(text)) return undefined;
    if (kind === "number" || months.has(text) || weekdays.has(text))
      return command === "status" ? undefined : index + 1;
    const phrase = findPhrase(datePhrases, tokens, index);
    if (phrase !== undefined) return index + phrase.words.length;
    const isBeside = [dateFillers, timeWords.before, timeWords.after].some((words) => words.has(text));
    return isBeside || isOfDay(text, lexicon) ? index + 1 : undefined;
  };
}
