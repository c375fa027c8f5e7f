import { behindDay, isOfDay } from "../dates/day-words.js";
import { type Explain, phrasesIn, questionMark, wordsIn } from "../doubt.js";
import type { CommandName } from "../language.js";
import type { Lexicon } from "../lexicon.js";
import { namesPerson } from "../named-person.js";
import { findPhrase } from "../phrases.js";
import { beginsClause, behindSubject, explainsPolite, limits, saysToCome, tellsNot } from "../telling.js";
import type { Token } from "../tokens.js";

/** These change nothing, so that it does no harm to obey them. */
export const looking: ReadonlySet<CommandName> = new Set(["status", "availability", "help"]);
/** Said without a mark, other commands are common words as well: "saya tunggu kabarnya", "perpanjang paspor". */
export const clear: ReadonlySet<CommandName> = new Set(["cancel", "reschedule"]);
const withDays: ReadonlySet<CommandName> = new Set(["reschedule", "availability", "wait", "status"]);

/** What may stand beside a command and change nothing, and what is doubted there. */
export interface BesideCommand {
  readonly explains: readonly Explain[];
  /** The tokens that tell why, or that are polite; to be asked when all is accounted for. */
  readonly told: ReadonlySet<Token>;
}

interface BesideSetting {
  /** Question marks of a plea doubt nothing: "could you cancel it?" */
  readonly marks: "of a plea" | "doubting";
  /** Whether a reason may tell what is not so: "suami ga dapet cuti", but not "saya tidak mau batal". */
  readonly nots: "told" | "doubted";
}

export function besideCommand(
  command: CommandName,
  text: string,
  lexicon: Lexicon,
  { marks, nots }: BesideSetting,
): BesideCommand {
  const isChanging = !looking.has(command);
  const hasDays = withDays.has(command);
  const reason = explainsReason(text, lexicon, hasDays ? "count" : "don't count", nots);
  const polite = explainsPolite(text, lexicon);
  const owner: Explain = (tokens, index) => {
    const { text: word } = tokens[index] as Token;
    return lexicon.telling.owners.has(word) && !lexicon.datePhraseWords.has(word) ? index + 1 : undefined;
  };
  const explains = [
    ...(isChanging && marks === "doubting" ? [questionMark] : []),
    ...(isChanging ? [reason.known] : []),
    (tokens: readonly Token[], index: number) => {
      const phrase = findPhrase(lexicon.commands, tokens, index);
      if (phrase === undefined) return undefined;
      if (phrase.meaning === command) return index + phrase.words.length;
      const isAside =
        lexicon.commandFillers.has(tokens[index]?.text ?? "") || (looking.has(phrase.meaning) && !isChanging);
      return isAside ? undefined : "second-act";
    },
    ...(isChanging ? [reason.not, reason.own] : []),
    (tokens: readonly Token[], index: number) =>
      lexicon.negations.has(tokens[index]?.text ?? "") ? "negated" : undefined,
    phrasesIn(lexicon.codeLabels),
    ...(isChanging && marks === "of a plea" ? [reason.note(plainMark)] : []),
    reason.note(polite),
    ...(command === "cancel" ? [otherDay(lexicon)] : []),
    ...(isChanging ? [namesPerson(text, lexicon), reason.more] : []),
    phrasesIn(lexicon.courtesies, lexicon.pleas),
    reason.note(owner),
    wordsIn(lexicon.commandFillers, lexicon.keywords, lexicon.wishes),
    ...(hasDays ? [dayOfClause(text, lexicon, nots), dayWordsOf(command, lexicon)] : []),
  ] as const;
  return { explains, told: reason.told };
}

interface Reason {
  readonly known: Explain;
  readonly own: Explain;
  readonly not: Explain;
  readonly more: Explain;
  readonly note: (explain: Explain) => Explain;
  readonly told: ReadonlySet<Token>;
}

/**
 * A reason that the language lists, or that tells of somebody's state, "anak saya lagi ujian"; one in own words, "karena
 * mobil saya dipakai"; and what stands behind either. Words that may change what is meant are none of these, and neither are
 * days where one is asked for, but in the clause that is "because" something.
 */
function explainsReason(
  text: string,
  lexicon: Lexicon,
  days: "count" | "don't count",
  nots: BesideSetting["nots"],
): Reason {
  const listed = phrasesIn(lexicon.reasons);
  const told = new Set<Token>();
  let own = Number.POSITIVE_INFINITY;
  let known = Number.POSITIVE_INFINITY;
  let clause: "of a reason" | "another" = "another";
  const note =
    (explain: Explain): Explain =>
    (tokens, index) => {
      const next = explain(tokens, index);
      if (typeof next === "number") for (const token of tokens.slice(index, next)) told.add(token);
      return next;
    };
  const goOn = (tokens: readonly Token[], index: number, from: number): number | undefined => {
    const { text: word } = tokens[index] as Token;
    const isSafe = word !== "?" && !limits(word, lexicon) && !saysToCome(text, tokens, index, lexicon);
    return index >= from && isSafe ? index + 1 : undefined;
  };
  const state = (tokens: readonly Token[], index: number): number | undefined => {
    const longer = [lexicon.courtesies, lexicon.telling.politely].some(
      (phrases) => (findPhrase(phrases, tokens, index)?.words.length ?? 1) > 1,
    );
    if (longer) return undefined;
    const isFirst =
      beginsClause(text, tokens, index) || lexicon.courtesies.has(tokens[index - 1]?.text ?? "");
    return isFirst && lexicon.telling.openingStates.has(tokens[index]?.text ?? "") ? index + 1 : undefined;
  };
  /** "Saya masih mau datang" is no reason for anything but to come. */
  const isContrary = (tokens: readonly Token[], index: number, next: number): boolean => {
    for (let at = index; at < tokens.length && (at < next || !beginsClause(text, tokens, at)); at++)
      if (saysToCome(text, tokens, at, lexicon)) return true;
    return false;
  };
  return {
    told,
    note,
    known: note((tokens, index) => {
      if (beginsClause(text, tokens, index)) clause = "another";
      const next =
        listed(tokens, index) ?? behindSubject(tokens, index, lexicon, nots) ?? state(tokens, index);
      if (typeof next !== "number" || isContrary(tokens, index, next)) return undefined;
      known = Math.min(known, index);
      clause = "of a reason";
      return next;
    }),
    own: note((tokens, index) => {
      if (lexicon.reasonWords.has(tokens[index]?.text ?? "")) own = index;
      else if (days === "count" && beginsClause(text, tokens, index)) {
        if (own < index) known = Math.min(known, own);
        own = Number.POSITIVE_INFINITY;
      }
      return goOn(tokens, index, own);
    }),
    not: note((tokens, index) =>
      nots === "told" && index > Math.min(own, known) && tellsNot(tokens, index, lexicon)
        ? index + 2
        : undefined,
    ),
    more: note((tokens, index) => {
      if (days === "don't count") return goOn(tokens, index, known);
      // "Saya ada ujian kamis": not the day that is wanted.
      if (clause === "of a reason")
        return isNamedDay(tokens, index, lexicon) ? "other-day" : goOn(tokens, index, known);
      const isOfDay = dayWordsOf("reschedule", lexicon)(tokens, index) !== undefined;
      return isOfDay ? undefined : goOn(tokens, index, known);
    }),
  };
}

function isNamedDay(tokens: readonly Token[], index: number, lexicon: Lexicon): boolean {
  return tokens[index]?.kind === "number" || behindDay(tokens, index, lexicon) !== undefined;
}

/** "Besok saya tidak bisa": it may be the day on which somebody can't, and not the one that is wanted. */
function dayOfClause(text: string, lexicon: Lexicon, nots: BesideSetting["nots"]): Explain {
  return (tokens, index) => {
    const next = behindDay(tokens, index, lexicon) ?? index + 1;
    if (!isNamedDay(tokens, index, lexicon) || next >= tokens.length || beginsClause(text, tokens, next))
      return undefined;
    const isTold = behindSubject(tokens, next, lexicon, nots) !== undefined;
    return isTold || tellsNot(tokens, next, lexicon) ? "other-day" : undefined;
  };
}

function plainMark(tokens: readonly Token[], index: number): number | undefined {
  return tokens[index]?.text === "?" ? index + 1 : undefined;
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
