import type { DatePhrase, TimeSpan } from "./dates/date-phrase.js";
import type { DatePartName, Language } from "./language.js";

export function listDatePhrases(language: Language): readonly (readonly [string, DatePhrase])[] {
  return [
    ...entries(language.unclear, { kind: "unclear", why: "open" } as const),
    ...entries(language.spans, { kind: "unclear", why: "several" } as const),
    ...entries(split(language.alternatives), { kind: "unclear", why: "either" } as const),
    ...Object.entries(language.relativeDays).map(
      ([text, days]) => [text, { kind: "relative", days }] as const,
    ),
    ...Object.entries(language.countedDays).map(([text, days]) => [text, { kind: "counted", days }] as const),
    ...Object.entries(language.weekdayPhrases).map(
      ([text, rule]) => [text, { kind: "weekday", rule }] as const,
    ),
    ...Object.entries(language.monthPhrases).map(
      ([text, months]) => [text, { kind: "month", months }] as const,
    ),
  ];
}

/** `pagi: "05:00-11:00"` */
export function listDayParts({ dayParts }: Language): readonly (readonly [string, TimeSpan])[] {
  const minutes = (time = ""): number => Number(time.slice(0, 2)) * 60 + Number(time.slice(3, 5));
  return Object.entries(dayParts).map(([text, span]) => {
    const [from, to] = span.split("-");
    return [text, { from: minutes(from), ...(to !== undefined && { to: minutes(to) }) }] as const;
  });
}

/** Short words of other lists are names as well: "I Wayan", "To". */
const shortestCommon = 3;

export function listCommonWords(language: Language): readonly string[] {
  const { commonWords, commandFillers, wishes, hedges, conditions, negations, reasonWords, questionWords } =
    language;
  const others = [
    commandFillers,
    wishes,
    hedges,
    conditions,
    negations,
    reasonWords,
    questionWords.asking,
  ].flatMap(split);
  return [...split(commonWords), ...others.filter((word) => word.length >= shortestCommon)];
}

/** With those that are written as one word: "tujuhbelas", "delapanpuluh". */
export function listNumbers({
  numbers,
  multipliers,
  raisers,
}: Language): readonly (readonly [string, number])[] {
  const small = Object.entries(numbers).filter(([, value]) => value < 10);
  return [
    ...small.flatMap(([word, value]) => [
      ...Object.entries(multipliers).map(([factor, times]) => [word + factor, value * times] as const),
      ...Object.entries(raisers).map(([raiser, more]) => [word + raiser, value + more] as const),
    ]),
    ...Object.entries(numbers),
  ];
}

export function listPartLabels({ partLabels }: Language): readonly (readonly [string, DatePartName])[] {
  const parts: readonly DatePartName[] = ["day", "month", "year"];
  return parts.flatMap((part) => entries(split(partLabels[part]), part));
}

/** By what they are called, the texts of each. */
export function listNamed<Name extends string>(
  lists: Readonly<Partial<Record<Name, readonly string[]>>>,
): readonly (readonly [string, Name])[] {
  return (Object.keys(lists) as Name[]).flatMap((name) => entries(lists[name] ?? [], name));
}

export function entries<Meaning>(
  texts: readonly string[],
  meaning: Meaning,
): readonly (readonly [string, Meaning])[] {
  return texts.map((text) => [text, meaning] as const);
}

export function numberSpellings(
  lists: readonly string[],
  first: number,
): readonly (readonly [string, number])[] {
  return lists.flatMap((list, index) => split(list).map((spelling) => [spelling, index + first] as const));
}

export function split(list: string): readonly string[] {
  return list.split(" ").filter((word) => word !== "");
}

/** The word behind the number. */
export function listCounted({ countedDays }: Language): readonly string[] {
  return Object.keys(countedDays).flatMap((phrase) => {
    const words = phrase.split(" ");
    return words[words.indexOf("#") + 1] ?? [];
  });
}
