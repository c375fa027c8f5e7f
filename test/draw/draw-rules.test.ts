import { brokenLotteries, drawRules, lottery } from "giliran/testing";
import { describe, expect, it } from "vitest";

describe("the rules of draws", () => {
  for (const { title, check } of drawRules)
    it(title, () => {
      // What counts chances is wrong of a right lottery once in a million runs of this file.
      const seed = Date.now() % 2 ** 31;
      console.log(`${title}: seed ${seed}`);
      check(lottery, { numRuns: 300, seed });
    });
});

describe("a broken lottery", () => {
  for (const { name, why, lottery: broken } of brokenLotteries)
    it(`breaks ${name} and no other rule: it ${why}`, () => {
      const caught: string[] = [];
      for (const { name: rule, check } of drawRules)
        try {
          check(broken, { seed: 2017, numRuns: rule === name ? 300 : 50 });
        } catch (error) {
          caught.push(`${rule} ${nameOf(error)}`);
        }
      expect(caught).toEqual([`${name} AssertionError`]);
    });

  it("is there for every rule", () => {
    expect(brokenLotteries.map(({ name }) => name)).toEqual(drawRules.map(({ name }) => name));
  });
});

/** Of what was thrown by what fast-check ran, or by itself. */
function nameOf(error: unknown): string {
  const { cause, name } = error as Error;
  return cause instanceof Error ? cause.name : name;
}
