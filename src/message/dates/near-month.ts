import type { Lexicon } from "../lexicon.js";

/** The one month whose spelling is a single slip away from `word`; `undefined` where none is, or several are. */
export function nearMonth(word: string, { monthSpellings }: Lexicon): number | undefined {
  if (word.length < 4) return undefined;
  let near: number | undefined;
  for (const [spelling, month] of monthSpellings) {
    if (month === near || !isOneSlipAway(word, spelling)) continue;
    if (near !== undefined) return undefined;
    near = month;
  }
  return near;
}

/** One letter wrong, missing or too many, or two neighbours swapped. */
function isOneSlipAway(one: string, other: string): boolean {
  if (Math.abs(one.length - other.length) > 1) return false;
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
