import { describe, expect, it } from "vitest";
import { memoryStore } from "../../src/store/memory-store.js";
import { conformanceTests } from "../../src/testing/store-conformance.js";
import { listFailures } from "./list-failures.js";
import { brokenStores } from "./wrapped-stores.js";

describe("a store of bookings broken in one place is caught by one test and no other", () => {
  for (const { why, caughtBy, breakStore } of brokenStores)
    it(`${caughtBy}: ${why}`, async () => {
      const open = () => {
        const store = memoryStore();
        return { connect: () => breakStore(store) };
      };
      expect(await listFailures(conformanceTests, open, "slowClient", "constraints")).toEqual([
        expect.stringMatching(`^${caughtBy}`),
      ]);
    });
});
