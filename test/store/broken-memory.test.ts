import type { memoryStore } from "giliran";
import { describe, expect, it } from "vitest";
import { breakModule } from "../rules/break-module.js";
import { openMemoryOf } from "../rules/stores.js";
import { brokenMemory } from "./broken-memory.js";
import { listFailures } from "./broken-store.js";

interface StoreModule {
  readonly memoryStore: typeof memoryStore;
}

describe("a memory store broken in one place is caught by one test and no other", () => {
  for (const change of brokenMemory)
    it(`${change.caughtBy}: ${change.why}`, async () => {
      const broken = (await breakModule("store/memory-store.ts", change)) as StoreModule; // decoded
      expect(await listFailures(openMemoryOf(broken.memoryStore), "connections", "slowClient")).toEqual([
        expect.stringMatching(`^${change.caughtBy}`),
      ]);
    });
});
