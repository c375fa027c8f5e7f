import type { DrawEntry } from "../../draw/entry.js";
import { expect } from "../expect.js";
import type { Runs } from "../rules/rule-property.js";
import type { DrawRule } from "./draw-rule.js";
import type { Lottery } from "./lottery.js";
import { idOf, seedOf } from "./small-draw.js";

/** What χ² passes once in three million times, by degrees of freedom. */
const bounds: Readonly<Record<number, number>> = { 3: 32.929, 4: 35.701, 23: 73.606 };

/**
 * What holds of chances. Each is one χ², over twenty draws for each run, and is wrong of a right lottery once in three
 * million times: all together once in a million.
 */
export const countingRules: readonly DrawRule[] = [
  countingRule("symmetric", "entries of one weight have one chance of each order", (by, seeds) => {
    const entries = [1, 1, 1, 1].map((weight, index) => entryOf(index, { weight }));
    const orders = new Map<string, number>();
    for (const order of ordersOf(by, entries, seeds)) {
      const name = order.map(({ id }) => id).join();
      orders.set(name, (orders.get(name) ?? 0) + 1);
    }
    const counts = [...orders.values()];
    return {
      counts: [...counts, ...Array<number>(24 - counts.length).fill(0)],
      expected: Array<number>(24).fill(1),
    };
  }),
  countingRule("weights", "who comes first has the chance that the weights say", (by, seeds) => {
    const weights = [1, 2, 3, 6];
    const entries = weights.map((weight, index) => entryOf(index, { weight }));
    return { counts: countFirst(by, entries, seeds), expected: weights };
  }),
  countingRule("party", "a party has one chance, however many they are", (by, seeds) => {
    const sizes = [1, 2, 3, 4, 5];
    const entries = sizes.map((places, index) => entryOf(index, { places }));
    return { counts: countFirst(by, entries, seeds), expected: sizes.map(() => 1) };
  }),
];

interface Seeds {
  readonly from: number;
  readonly draws: number;
}

interface Counts {
  readonly counts: readonly number[];
  /** In parts of whatever they sum to. */
  readonly expected: readonly number[];
}

function countingRule(name: string, title: string, count: (by: Lottery, seeds: Seeds) => Counts): DrawRule {
  return {
    name,
    title: `F5 ${title}`,
    check(by, { seed = Date.now() % 2 ** 31, numRuns = 300 }: Runs = {}) {
      const draws = 20 * numRuns;
      const { counts, expected } = count(by, { from: seed, draws });
      const about = `${title}: seed ${seed}, ${draws} draws, χ² is passed by chance once in 3,000,000 runs`;
      expect(chiSquare(counts, expected), about).toBeAtMost(bounds[counts.length - 1] ?? 0);
    },
  };
}

function chiSquare(counts: readonly number[], parts: readonly number[]): number {
  const all = counts.reduce((sum, count) => sum + count, 0) / parts.reduce((sum, part) => sum + part, 0);
  return counts.reduce((sum, count, index) => {
    const expected = all * (parts[index] ?? 0);
    return sum + (count - expected) ** 2 / expected;
  }, 0);
}

function countFirst(by: Lottery, entries: readonly DrawEntry[], seeds: Seeds): readonly number[] {
  const counts = entries.map(() => 0);
  for (const [first] of ordersOf(by, entries, seeds)) {
    const index = entries.findIndex(({ id }) => id === first?.id);
    counts[index] = (counts[index] ?? 0) + 1;
  }
  return counts;
}

function* ordersOf(
  by: Lottery,
  entries: readonly DrawEntry[],
  { from, draws }: Seeds,
): Generator<readonly DrawEntry[]> {
  for (let draw = 0; draw < draws; draw++) yield by.drawOrder(entries, seedOf(from + draw));
}

function entryOf(index: number, own: Partial<DrawEntry>): DrawEntry {
  return { id: idOf(index), places: 1, weight: 1, pool: "open", choices: ["0900"], ...own };
}
