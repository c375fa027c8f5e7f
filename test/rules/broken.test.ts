import { describe, expect, it } from "vitest";
import { rules } from "../../src/testing/rules/rules.js";
import { createWorldOn } from "../../src/testing/world.js";
import { broken } from "./broken.js";
import { settings } from "./settings.js";
import { openMemory } from "./stores.js";

const all = [...rules, ...settings];
/** A seed, so that what is caught once is caught always. */
const runs = { seed: 2017, endOnFailure: true };

describe("a library broken in one place is caught by its rule and by no other", () => {
  it("has a broken library for every rule and setting", () => {
    const named = new Set(all.map(({ rule }) => rule));
    expect(new Set(broken.map(({ rule }) => rule))).toEqual(named);
  });

  for (const { rule: broke, why, library } of broken)
    it(`${broke}: ${why}`, async () => {
      const createWorld = createWorldOn(openMemory, { library });
      const caught = new Set<string>();
      for (const { rule, check } of all) {
        const numRuns = rule === broke ? 300 : 4;
        await check(createWorld, { ...runs, numRuns }).catch(({ cause }) =>
          caught.add(`${rule} ${cause.name}`),
        );
      }
      // Not by any error: what was observed must be wrong.
      expect([...caught]).toEqual([`${broke} AssertionError`]);
    });
});
