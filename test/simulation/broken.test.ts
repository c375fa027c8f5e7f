import { describe, expect, it } from "vitest";
import { breakLibrary } from "../rules/break-library.js";
import { openMemoryOf } from "../rules/stores.js";
import { brokenTowns } from "./broken.js";
import { daysOfSeed } from "./expect-sound-days.js";
import { simulate } from "./simulation.js";
import type { Broken } from "./verdict.js";

/** Less than half of what the suite lives on memory. */
const seeds = 30;

describe("a simulation finds a fault by the rule that it breaks, within the days of the suite", () => {
  for (const change of brokenTowns)
    it(`${change.rule}: ${change.why}`, async () => {
      const library = await breakLibrary(change);
      const open = openMemoryOf(library.memoryStore);
      let broken: Broken | undefined;
      for (let seed = 1; seed <= seeds && broken === undefined; seed++)
        ({ broken } = await simulate({ seed, days: daysOfSeed, offices: 2, open, library }));
      expect(broken?.rule, broken?.what).toBe(change.rule);
    });
});
