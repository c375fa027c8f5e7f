/** Of the months as numerals most are words as well: "I", "v". */
const longestNumeral = 2;

/** Whether a word is a month wherever it stands. */
export function isMonthWord(word: string, months: ReadonlyMap<string, number>): boolean {
  return word.length > longestNumeral && months.has(word);
}

/** The one month whose spelling is a single slip away from `word`; `undefined` where none is, or several are. */
export function nearMonth(
  word: string,
  spellings: readonly (readonly [spelling: string, month: number])[],
): number | undefined {
  if (word.length < 4) return undefined;
  let near: number | undefined;
  for (const [spelling, month] of spellings) {
    if (month === near || !isOneSlipAway(word, spelling)) continue;
    if (near !== undefined) return undefined;
    near = month;
  }
  return near;
}

/** One letter wrong, missing or too many, or two neighbours swapped. */
export function isOneSlipAway(one: string, other: string): boolean {
  if (Math.abs(one.length - other.length) > 1) return false;
  // Most words differ in both of the first letters.
  if (one[0] !== other[0] && one[1] !== other[1] && one[1] !== other[0] && one[0] !== other[1]) return false;
  let same = 0;
  while (same < one.length && one[same] === other[same]) same++;
  const rest = (text: string, skipped: number): string => text.slice(same + skipped);
  return (
    rest(one, 1) === rest(other, 1) ||
    rest(one, 1) === rest(other, 0) ||
    rest(one, 0) === rest(other, 1) ||
    (one[same] === other[same + 1] && one[same + 1] === other[same] && rest(one, 2) === rest(other, 2))
  );
}

/** Adds each beginning of three letters and more that only one month has. */
export function withBeginnings(months: ReadonlyMap<string, number>): ReadonlyMap<string, number> {
  const beginnings = new Map<string, number | undefined>();
  for (const [spelling, month] of months)
    for (let length = 3; length < spelling.length; length++) {
      const beginning = spelling.slice(0, length);
      beginnings.set(beginning, (beginnings.get(beginning) ?? month) === month ? month : Number.NaN);
    }
  const unique = [...beginnings].filter((entry): entry is [string, number] => !Number.isNaN(entry[1]));
  return new Map([...unique, ...months]);
}
