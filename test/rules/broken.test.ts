import { describe, expect, it } from "vitest";
import { rules } from "../../src/testing/rules/rules.js";
import { createWorldOn } from "../../src/testing/world.js";
import { broken } from "./broken.js";
import { settings } from "./settings.js";
import { openMemory } from "./stores.js";

const all = [...rules, ...settings];
/** A seed, so that what is caught once is caught always. */
const seed = 2017;
/** How often each property of the rule is played, until one of them has caught it: most are soon. */
const rounds = [50, 300];
/** Milliseconds, on a machine that others use too. */
const longestMs = 180_000;

describe("a library broken in one place is caught by its rule and by no other", () => {
  it("has a broken library for every rule and setting", () => {
    const named = new Set(all.map(({ rule }) => rule));
    expect(new Set(broken.map(({ rule }) => rule))).toEqual(named);
  });

  for (const { rule: broke, why, library } of broken)
    it(
      `${broke}: ${why}`,
      async () => {
        const createWorld = createWorldOn(openMemory, { library });
        const caught = new Set<string>();
        const hold = async ({ rule, check }: (typeof all)[number], numRuns: number) => {
          const runs = { seed, numRuns, endOnFailure: true };
          await check(createWorld, runs).catch(({ cause }) => caught.add(`${rule} ${cause.name}`));
        };
        for (const other of all.filter(({ rule }) => rule !== broke)) await hold(other, 4);
        for (const numRuns of rounds)
          for (const own of all.filter(({ rule }) => rule === broke))
            if (caught.size === 0) await hold(own, numRuns);
        // Not by any error: what was observed must be wrong.
        expect([...caught]).toEqual([`${broke} AssertionError`]);
      },
      longestMs,
    );
});
