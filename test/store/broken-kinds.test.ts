import { describe, expect, it } from "vitest";
import { memoryStore } from "../../src/store/memory-store.js";
import { kindTests } from "../../src/testing/kind-conformance.js";
import { brokenKinds } from "./broken-kinds.js";

describe("a store that breaks a promise of the descriptions is caught", () => {
  for (const { why, caughtBy, breakStore } of brokenKinds)
    it(`${caughtBy}: ${why}`, async () => {
      const open = () => {
        const store = memoryStore();
        return { connect: () => breakStore(store) };
      };
      const [test, ...others] = kindTests.filter(({ title }) => title.startsWith(caughtBy));
      expect(others).toEqual([]);
      await expect(test?.run(open, 2)).rejects.toThrow(/expected|Property failed/);
    });
});
