import { describe, expect, it } from "vitest";
import { openMemory } from "../rules/stores.js";
import { brokenTowns } from "./broken.js";
import { daysOfSeed } from "./expect-sound-days.js";
import { simulate } from "./simulation.js";
import type { Broken } from "./verdict.js";

/** Less than half of what the suite lives on memory. */
const seeds = 30;

describe("a simulation finds a fault by the rule that it breaks, within the days of the suite", () => {
  for (const { rule, why, library } of brokenTowns)
    it(`${rule}: ${why}`, async () => {
      let broken: Broken | undefined;
      for (let seed = 1; seed <= seeds && broken === undefined; seed++)
        ({ broken } = await simulate({ seed, days: daysOfSeed, offices: 2, open: openMemory, library }));
      expect(broken?.rule, broken?.what).toBe(rule);
    });
});
