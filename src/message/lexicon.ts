import type { DatePhrase, TimeSpan } from "./dates/date-phrase.js";
import { withBeginnings } from "./dates/near-month.js";
import { checkLanguages } from "./default-languages.js";
import type { CommandName, DateOrder, DatePartName, Language } from "./language.js";
import {
  entries,
  listCommands,
  listCommonWords,
  listCounted,
  listDatePhrases,
  listDayParts,
  listFieldLabels,
  listFirstLabels,
  listMonthNumerals,
  listNumbers,
  listPartLabels,
  numberSpellings,
  split,
} from "./language-lists.js";
import { type Phrases, phrases } from "./phrases.js";

export type { DatePhrase, TimeSpan };

/** Several languages in the form in which they are looked up. Where two disagree on a word, the first one has it. */
export interface Lexicon {
  readonly dateOrders: readonly DateOrder[];
  readonly months: ReadonlyMap<string, number>;
  /** Without beginnings and numerals: what a slip is compared with. */
  readonly monthSpellings: readonly (readonly [spelling: string, month: number])[];
  readonly weekdays: ReadonlyMap<string, number>;
  readonly numbers: ReadonlyMap<string, number>;
  readonly multipliers: ReadonlyMap<string, number>;
  readonly raisers: ReadonlyMap<string, number>;
  readonly ordinalEndings: ReadonlySet<string>;
  readonly datePhrases: Phrases<DatePhrase>;
  /** All words of the phrases. */
  readonly datePhraseWords: ReadonlySet<string>;
  readonly partLabels: ReadonlyMap<string, DatePartName>;
  readonly beforeTimes: ReadonlySet<string>;
  readonly afterTimes: ReadonlySet<string>;
  readonly betweenTimes: ReadonlySet<string>;
  readonly untilTimes: ReadonlySet<string>;
  readonly sinceTimes: ReadonlySet<string>;
  readonly dayParts: Phrases<TimeSpan>;
  readonly hourPhrases: Phrases<number>;
  readonly timeAsides: Phrases<"aside">;
  readonly dateAsides: Phrases<"aside">;
  readonly beforeAges: ReadonlySet<string>;
  readonly afterAges: ReadonlySet<string>;
  readonly birthAsides: ReadonlySet<string>;
  readonly places: ReadonlySet<string>;
  readonly beforePlaces: ReadonlySet<string>;
  readonly dateFillers: ReadonlySet<string>;
  readonly formatLetters: string;
  readonly fieldLabels: Phrases<string>;
  /** By a field's kind, the label that is listed first. */
  readonly firstLabels: ReadonlyMap<string, string>;
  readonly placeholders: Phrases<"placeholder">;
  readonly conjunctions: ReadonlySet<string>;
  readonly companies: ReadonlySet<string>;
  readonly introductions: Phrases<"introduction">;
  readonly degrees: ReadonlySet<string>;
  /** Everyday words of the languages, with those of their other lists: no part of a name or of a place's. */
  readonly commonWords: ReadonlySet<string>;
  readonly commonEndings: readonly string[];
  readonly honorifics: ReadonlySet<string>;
  readonly courtesies: Phrases<"courtesy">;
  readonly exampleWords: ReadonlySet<string>;
  readonly keywords: ReadonlySet<string>;
  readonly codeLabels: Phrases<"code">;
  readonly codeAsides: Phrases<"aside">;
  readonly otherLabels: Phrases<"label">;
  readonly spokenSigns: ReadonlySet<string>;
  readonly aboutPhrases: Phrases<"introduction">;
  readonly asides: Phrases<"aside">;
  readonly signatures: Phrases<"signature">;
  readonly commands: Phrases<CommandName>;
  readonly commandFillers: ReadonlySet<string>;
  readonly wishes: ReadonlySet<string>;
  readonly reasons: Phrases<"reason">;
  readonly reasonWords: ReadonlySet<string>;
  readonly conditions: ReadonlySet<string>;
  readonly hedges: ReadonlySet<string>;
  readonly choosing: {
    readonly ordinals: ReadonlyMap<string, number>;
    readonly before: ReadonlySet<string>;
    readonly beside: ReadonlySet<string>;
    readonly either: ReadonlySet<string>;
    readonly from: ReadonlySet<string>;
    readonly to: ReadonlySet<string>;
    readonly picking: ReadonlySet<string>;
  };
  readonly roomWords: ReadonlySet<string>;
  readonly askingWords: ReadonlySet<string>;
  readonly assents: Phrases<"assent">;
  readonly agreeing: Phrases<"yes">;
  readonly refusing: Phrases<"no">;
  readonly givingUp: Phrases<"nothing">;
  /** What is counted in phrases such as "# hari lagi": `hari`. */
  readonly countedWords: ReadonlySet<string>;
  readonly negations: ReadonlySet<string>;
  /** Commands of one word, which a slip is compared with. */
  readonly commandSpellings: readonly (readonly [spelling: string, command: CommandName])[];
  readonly lookalikes: ReadonlySet<string>;
  /** All words of the lists but for the lookalikes: none of them is a slip, or a name beside a command. */
  readonly knownWords: ReadonlySet<string>;
  /** First words of all that is no value: labels, placeholders, commands, keywords, "contoh". */
  readonly signalWords: ReadonlySet<string>;
}

const compiled = new WeakMap<readonly Language[], Lexicon>();

/** Compiles each list of languages once. */
export function lexiconOf(languages: readonly Language[]): Lexicon {
  const known = compiled.get(languages);
  if (known !== undefined) return known;
  const lexicon = compile(languages);
  compiled.set(languages, lexicon);
  return lexicon;
}

function compile(languages: readonly Language[]): Lexicon {
  checkLanguages(languages);
  const wordsOf = (list: (language: Language) => string): ReadonlySet<string> =>
    new Set(languages.flatMap((each) => split(list(each))));
  const phrasesOf = <Meaning>(
    list: (language: Language) => readonly string[],
    meaning: Meaning,
  ): Phrases<Meaning> => phrases(languages.flatMap((each) => entries(list(each), meaning)));
  const meaningsOf = <Meaning>(
    list: (language: Language) => readonly (readonly [string, Meaning])[],
  ): ReadonlyMap<string, Meaning> => new Map(languages.map(list).reverse().flat());
  const months = meaningsOf(({ months }) => numberSpellings(months, 1));
  const fieldLabels = phrases(languages.flatMap(listFieldLabels));
  const placeholders = phrasesOf((each) => each.placeholders, "placeholder" as const);
  const commands = phrases(languages.flatMap(listCommands));
  const datePhrases = languages.flatMap(listDatePhrases);
  const dayParts = languages.flatMap(listDayParts);
  const hourPhrases = languages.flatMap((each) => Object.entries(each.hourPhrases));
  const timeAsides = languages.flatMap((each) => entries(each.timeAsides, "aside" as const));
  const exampleWords = wordsOf((each) => each.exampleWords);
  const keywords = wordsOf((each) => each.keywords);
  return {
    dateOrders: languages[0]?.dateOrders ?? ["day-first"],
    months: new Map([...meaningsOf(listMonthNumerals), ...withBeginnings(months)]),
    monthSpellings: [...months],
    weekdays: meaningsOf(({ weekdays }) => numberSpellings(weekdays, 0)),
    numbers: meaningsOf(listNumbers),
    multipliers: meaningsOf(({ multipliers }) => Object.entries(multipliers)),
    raisers: meaningsOf(({ raisers }) => Object.entries(raisers)),
    ordinalEndings: wordsOf((each) => each.ordinalEndings),
    datePhrases: phrases(datePhrases),
    datePhraseWords: new Set(
      [datePhrases, dayParts, hourPhrases, timeAsides].flat().flatMap(([text]) => split(text)),
    ),
    partLabels: meaningsOf(listPartLabels),
    beforeTimes: wordsOf(({ timeWords }) => timeWords.before),
    afterTimes: wordsOf(({ timeWords }) => timeWords.after),
    betweenTimes: wordsOf(({ timeWords }) => timeWords.between),
    untilTimes: wordsOf(({ timeWords }) => timeWords.until),
    sinceTimes: wordsOf(({ timeWords }) => timeWords.since),
    dayParts: phrases(dayParts),
    hourPhrases: phrases(hourPhrases),
    timeAsides: phrases(timeAsides),
    dateAsides: phrasesOf((each) => each.dateAsides, "aside" as const),
    beforeAges: wordsOf(({ ageWords }) => ageWords.before),
    afterAges: wordsOf(({ ageWords }) => ageWords.after),
    birthAsides: wordsOf((each) => each.birthAsides),
    places: wordsOf(({ places }) => places.names),
    beforePlaces: wordsOf(({ places }) => places.before),
    dateFillers: wordsOf((each) => each.dateFillers),
    formatLetters: languages.map(({ formatLetters }) => formatLetters).join(""),
    fieldLabels,
    firstLabels: meaningsOf(listFirstLabels),
    placeholders,
    conjunctions: wordsOf((each) => each.conjunctions),
    companies: wordsOf((each) => each.companies),
    introductions: phrasesOf((each) => each.introductions, "introduction" as const),
    degrees: wordsOf((each) => each.degrees),
    commonWords: new Set(languages.flatMap(listCommonWords)),
    commonEndings: languages.flatMap((each) => split(each.commonEndings)),
    honorifics: wordsOf((each) => each.honorifics),
    courtesies: phrasesOf((each) => each.courtesies, "courtesy" as const),
    exampleWords,
    keywords,
    codeLabels: phrasesOf((each) => each.codeLabels, "code" as const),
    codeAsides: phrasesOf((each) => each.codeAsides, "aside" as const),
    otherLabels: phrasesOf((each) => each.otherLabels, "label" as const),
    spokenSigns: wordsOf((each) => each.spokenSigns),
    aboutPhrases: phrasesOf((each) => each.aboutPhrases, "introduction" as const),
    asides: phrasesOf((each) => each.asides, "aside" as const),
    signatures: phrasesOf((each) => each.signatures, "signature" as const),
    commands,
    commandFillers: wordsOf((each) => each.commandFillers),
    wishes: wordsOf((each) => each.wishes),
    reasons: phrasesOf((each) => each.reasons, "reason" as const),
    reasonWords: wordsOf((each) => each.reasonWords),
    conditions: wordsOf((each) => each.conditions),
    hedges: wordsOf((each) => each.hedges),
    choosing: {
      ordinals: meaningsOf(({ choosing }) => Object.entries(choosing.ordinals)),
      before: wordsOf(({ choosing }) => choosing.before),
      beside: wordsOf(({ choosing }) => choosing.beside),
      either: wordsOf(({ choosing }) => choosing.either),
      from: wordsOf(({ choosing }) => choosing.from),
      to: wordsOf(({ choosing }) => choosing.to),
      picking: wordsOf(({ choosing }) => choosing.picking),
    },
    roomWords: wordsOf(({ questionWords }) => questionWords.room),
    askingWords: wordsOf(({ questionWords }) => questionWords.asking),
    assents: phrasesOf((each) => each.assents, "assent" as const),
    agreeing: phrasesOf((each) => each.agreeing, "yes" as const),
    refusing: phrasesOf((each) => each.refusing, "no" as const),
    givingUp: phrasesOf((each) => each.givingUp, "nothing" as const),
    countedWords: new Set(languages.flatMap(listCounted)),
    negations: wordsOf((each) => each.negations),
    commandSpellings: languages.flatMap(listCommands).filter(([spelling]) => !spelling.includes(" ")),
    lookalikes: wordsOf((each) => each.lookalikes),
    knownWords: new Set(languages.flatMap(({ lookalikes: _, ...lists }) => listWords(lists))),
    signalWords: new Set<string>([
      ...[fieldLabels, placeholders, commands].flatMap((each) => [...each.keys()]),
      ...exampleWords,
      ...keywords,
    ]),
  };
}

/** Every word of a language, whatever it is listed for. */
function listWords(language: Omit<Language, "lookalikes">): readonly string[] {
  const texts: string[] = [];
  const gather = (value: unknown): void => {
    if (typeof value === "string") texts.push(value);
    else if (Array.isArray(value)) value.forEach(gather);
    else if (typeof value === "object" && value !== null)
      for (const [key, each] of Object.entries(value)) {
        texts.push(key);
        gather(each);
      }
  };
  gather(language);
  return texts.flatMap((text) => split(text.toLowerCase()));
}
