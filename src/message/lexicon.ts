import type { DatePhrase, TimeSpan } from "./dates/date-phrase.js";
import { withBeginnings } from "./dates/near-month.js";
import { checkLanguages, defaultLanguages } from "./default-languages.js";
import type { CommandName, DateOrder, DatePartName, Language } from "./language.js";
import {
  entries,
  listCommonWords,
  listCounted,
  listDatePhrases,
  listDayParts,
  listNamed,
  listNumbers,
  listPartLabels,
  numberSpellings,
  split,
} from "./language-lists.js";
import { type Phrases, phrases } from "./phrases.js";

export type { DatePhrase, TimeSpan };

/** A list of a language as it is looked up: words in a set, phrases by their first word, numbers by their word. */
type LookedUp<List> = List extends string
  ? ReadonlySet<string>
  : List extends readonly string[]
    ? Phrases<unknown>
    : List extends Readonly<Record<string, number>>
      ? ReadonlyMap<string, number>
      : { readonly [Part in keyof List]: LookedUp<List[Part]> };

/** What is made of several lists, or of one in its own way. */
interface Composed {
  readonly dateOrders: readonly DateOrder[];
  readonly months: ReadonlyMap<string, number>;
  /** Without beginnings and numerals: what a slip is compared with. */
  readonly monthSpellings: readonly (readonly [spelling: string, month: number])[];
  readonly weekdays: ReadonlyMap<string, number>;
  readonly numbers: ReadonlyMap<string, number>;
  readonly datePhrases: Phrases<DatePhrase>;
  /** All words of the phrases of days and times. */
  readonly datePhraseWords: ReadonlySet<string>;
  readonly partLabels: ReadonlyMap<string, DatePartName>;
  readonly dayParts: Phrases<TimeSpan>;
  readonly hourPhrases: Phrases<number>;
  readonly formatLetters: string;
  readonly fieldLabels: Phrases<string>;
  /** By a field's kind, the label that is listed first. */
  readonly firstLabels: ReadonlyMap<string, string>;
  /** Everyday words of the languages, with those of their other lists: no part of a name or of a place's. */
  readonly commonWords: ReadonlySet<string>;
  readonly commands: Phrases<CommandName>;
  /** What is counted in phrases such as "# hari lagi": `hari`. */
  readonly countedWords: ReadonlySet<string>;
  /** Commands of one word, which a slip is compared with. */
  readonly commandSpellings: readonly (readonly [spelling: string, command: CommandName])[];
  /** All words of the lists but for the lookalikes: none of them is a slip, or a name beside a command. */
  readonly knownWords: ReadonlySet<string>;
  /** First words of all that is no value: labels, placeholders, commands, keywords, "contoh". */
  readonly signalWords: ReadonlySet<string>;
}

/** Several languages in the form in which they are looked up. Where two disagree on a word, the first one has it. */
export type Lexicon = LookedUp<Omit<Language, keyof Composed | "tag">> & Composed;

/** What was compiled for the languages up to here, and for those lists that go on. */
interface Known {
  lexicon?: Lexicon;
  readonly longer: WeakMap<Language, Known>;
}

const known: Known = { longer: /* @__PURE__ */ new WeakMap() };

/** Compiles the same languages once, in whatever list they stand. */
export function lexiconOf(languages: readonly Language[]): Lexicon {
  let node = known;
  for (const language of languages) {
    let next = node.longer.get(language);
    if (next === undefined) {
      checkLanguages(languages);
      next = { longer: new WeakMap() };
      node.longer.set(language, next);
    }
    node = next;
  }
  node.lexicon ??= compile(languages);
  return node.lexicon;
}

/** Looks the lists of several languages up as one; `like` shows of what kind they are. */
function lookUp(like: unknown, lists: readonly unknown[]): unknown {
  if (typeof like === "string") return new Set((lists as string[]).flatMap(split));
  if (Array.isArray(like)) return phrases(entries((lists as string[][]).flat(), undefined));
  const parts = lists as readonly Readonly<Record<string, unknown>>[];
  const named = Object.entries(like as Readonly<Record<string, unknown>>);
  if (typeof named[0]?.[1] === "number") return new Map(parts.map(Object.entries).reverse().flat());
  return Object.fromEntries(
    named.map(([name, part]) => [
      name,
      lookUp(
        part,
        parts.flatMap((each) => (name in each ? [each[name]] : [])),
      ),
    ]),
  );
}

function compile(languages: readonly Language[]): Lexicon {
  const listed = lookUp(defaultLanguages[0], languages) as LookedUp<Language>;
  const meaningsOf = <Meaning>(
    list: (language: Language) => readonly (readonly [string, Meaning])[],
  ): ReadonlyMap<string, Meaning> => new Map(languages.map(list).reverse().flat());
  const months = meaningsOf((each) => numberSpellings(each.months, 1));
  const fieldLabels = phrases(languages.flatMap((each) => listNamed(each.fieldLabels)));
  const spokenCommands = languages.flatMap((each) => listNamed(each.commands));
  const commands = phrases(spokenCommands);
  const datePhrases = languages.flatMap(listDatePhrases);
  const dayParts = languages.flatMap(listDayParts);
  const hourPhrases = languages.flatMap((each) => Object.entries(each.hourPhrases));
  return {
    ...listed,
    dateOrders: languages[0]?.dateOrders ?? ["day-first"],
    months: new Map([
      ...meaningsOf((each) => numberSpellings(split(each.monthNumerals), 1)),
      ...withBeginnings(months),
    ]),
    monthSpellings: [...months],
    weekdays: meaningsOf((each) => numberSpellings(each.weekdays, 0)),
    numbers: meaningsOf(listNumbers),
    datePhrases: phrases(datePhrases),
    datePhraseWords: new Set(
      [datePhrases, dayParts, hourPhrases, languages.flatMap((each) => entries(each.timeAsides, undefined))]
        .flat()
        .flatMap(([text]) => split(text)),
    ),
    partLabels: meaningsOf(listPartLabels),
    dayParts: phrases(dayParts),
    hourPhrases: phrases(hourPhrases),
    formatLetters: languages.map((each) => each.formatLetters).join(""),
    fieldLabels,
    firstLabels: meaningsOf((each) =>
      Object.entries(each.fieldLabels).flatMap(([kind, [label]]) =>
        label === undefined ? [] : [[kind, label] as const],
      ),
    ),
    commonWords: new Set(languages.flatMap(listCommonWords)),
    commands,
    countedWords: new Set(languages.flatMap(listCounted)),
    commandSpellings: spokenCommands.filter(([spelling]) => !spelling.includes(" ")),
    knownWords: new Set(languages.flatMap(({ lookalikes: _, ...lists }) => listWords(lists))),
    signalWords: new Set<string>(
      [fieldLabels, listed.placeholders, commands, listed.exampleWords, listed.keywords].flatMap((each) => [
        ...each.keys(),
      ]),
    ),
  };
}

/** Every word of a language, whatever it is listed for. */
function listWords(lists: unknown): readonly string[] {
  if (typeof lists === "string") return split(lists.toLowerCase());
  if (typeof lists !== "object" || lists === null) return [];
  return Object.entries(lists).flatMap(([name, each]) => [
    ...(Array.isArray(lists) ? [] : listWords(name)),
    ...listWords(each),
  ]);
}
