import type { Allotted } from "../../draw/allotment.js";
import { type DrawCapacity, type DrawEntry, openPool } from "../../draw/entry.js";
import { expect } from "../expect.js";
import { type DrawRule, ruleOfDraws } from "./draw-rule.js";
import type { Lottery } from "./lottery.js";
import { bundleOf, type SmallDraw } from "./small-draw.js";

/** What holds of who gets which place. */
export const placeRules: readonly DrawRule[] = [
  ruleOfDraws(
    "withdrawal",
    "an entry that is withdrawn moves nobody else",
    (by, { entries, seed }, number) => {
      const gone = entries[number % entries.length];
      const idsOf = (list: readonly DrawEntry[]) => by.drawOrder(list, seed).map(({ id }) => id);
      const others = entries.filter((entry) => entry !== gone);
      expect(idsOf(others)).toEqual(idsOf(entries).filter((id) => id !== gone?.id));
    },
  ),
  ruleOfDraws("capacity", "no window and pool has more places taken than it has", (by, draw) => {
    const { left } = allotOf(by, draw);
    for (const pools of Object.values(left))
      for (const places of Object.values(pools)) expect(-places).toBeAtMost(0);
  }),
  ruleOfDraws("waste", "nobody is left out who fits what is left of their wishes", (by, draw) => {
    const { allotted, left, entryOf } = allotOf(by, draw);
    for (const { id, window } of allotted) {
      const { choices, places, pool } = entryOf(id);
      const fits = (choice: string) =>
        Math.max(left[choice]?.[pool] ?? 0, left[choice]?.[openPool] ?? 0) >= places;
      if (window === null) expect(choices.filter(fits)).toEqual([]);
    }
  }),
  ruleOfDraws(
    "pools",
    "an entry has a place of its own pool or of the open one, the first as announced",
    (by, draw) => {
      const { allotted, left, entryOf } = allotOf(by, draw);
      for (const one of allotted) {
        if (one.window === null) continue;
        const { pool, places } = entryOf(one.id);
        expect([pool, "open"].includes(one.pool)).toBe(true);
        const first = draw.rules === "draw-1" ? pool : "open";
        // What is not there at the end was not there for them, or they took it.
        if (one.pool !== first) expect(left[one.window]?.[first] ?? 0).toBeAtMost(places - 1);
      }
    },
  ),
  {
    name: "lies",
    title: "F5 no false list of wishes brings a better place: every lie in every small draw",
    check: checkLies,
  },
  ruleOfDraws(
    "substitutes",
    "a place that came back goes to the next in rank whom it fits",
    (by, draw, number) => {
      const { announcement, list, result } = bundleOf(by, draw);
      const window = ["0900", "1000", "1100"][number % 3] ?? "";
      const [first] = by.substitutes({ announcement, list, result }, { [window]: { open: 2 } });
      const waits = ({ id }: { readonly id: string }) =>
        list.some((entry) => entry.id === id && entry.places <= 2 && entry.choices.includes(window));
      const next = result.find((one) => one.window === null && waits(one));
      expect(first?.id).toBe(next?.id);
      expect(first?.rank).toBe(next?.rank);
    },
  ),
];

/** What a lottery gives of the places of a draw, and what it leaves. */
function allotOf(by: Lottery, { entries, capacity, rules, seed }: SmallDraw) {
  const allotted = by.allot(by.drawOrder(entries, seed), capacity, rules);
  const known = new Map(entries.map((entry) => [entry.id, entry]));
  const entryOf = (id: string): DrawEntry => known.get(id) ?? nobody;
  const left = leftOf(capacity, allotted, (id) => entryOf(id).places);
  return { allotted, left, entryOf };
}

const nobody: DrawEntry = { id: "", places: 0, weight: 1, pool: "open", choices: [] };

function leftOf(
  capacity: DrawCapacity,
  allotted: readonly Allotted[],
  placesOf: (id: string) => number,
): DrawCapacity {
  const left = new Map(Object.entries(capacity).map(([window, pools]) => [window, { ...pools }]));
  for (const one of allotted) {
    const pools = one.window === null ? undefined : left.get(one.window);
    if (one.window !== null && pools !== undefined)
      pools[one.pool] = (pools[one.pool] ?? 0) - placesOf(one.id);
  }
  return Object.fromEntries(left);
}

const threeWindows: readonly DrawCapacity[] = [
  { a: { open: 1 }, b: { open: 1 }, c: { open: 1 } },
  { a: { open: 1, elderly: 1 }, b: { open: 1 }, c: { open: 0, elderly: 1 } },
];

/** Three entries with every list of wishes, and each of them with every other list. */
function checkLies(by: Lottery): void {
  const lists = [...listsOf(["a", "b", "c"])];
  for (const capacity of threeWindows)
    for (const first of lists)
      for (const second of lists)
        for (const third of lists) checkLiesBeside([first, second, third], lists, by, capacity);
}

function checkLiesBeside(
  honest: readonly (readonly string[])[],
  lies: readonly (readonly string[])[],
  by: Lottery,
  capacity: DrawCapacity,
): void {
  const order = honest.map((choices, index) => wishing(index, choices));
  const told = by.allot(order, capacity);
  for (const [liar, truth] of honest.entries()) {
    const rank = rankOf(truth, told, liar);
    // Nobody does better than the best.
    for (const lie of rank === 0 ? [] : lies) {
      const lied = by.allot(order.with(liar, wishing(liar, lie)), capacity);
      if (rankOf(truth, lied, liar) < rank) expect({ honest, liar, lie }, "a lie that helps").toEqual(none);
    }
  }
}

const none = { honest: [], liar: -1, lie: [] };

function wishing(index: number, choices: readonly string[]): DrawEntry {
  return { id: `${index}`, places: 1, weight: 1, pool: index === 1 ? "elderly" : openPool, choices };
}

/** Every list of some of the windows, in every order. */
function* listsOf(windows: readonly string[]): Generator<readonly string[]> {
  for (const window of windows) {
    yield [window];
    for (const rest of listsOf(windows.filter((other) => other !== window))) yield [window, ...rest];
  }
}

/** How good a place is by the true list; one that is not wished is as good as none. */
function rankOf(truth: readonly string[], allotted: readonly Allotted[], index: number): number {
  const { window } = allotted.find(({ id }) => id === `${index}`) ?? { window: null };
  const rank = window === null ? -1 : truth.indexOf(window);
  return rank === -1 ? truth.length : rank;
}
