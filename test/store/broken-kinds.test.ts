import { memoryStore } from "giliran";
import { describe, it } from "vitest";
import { brokenKinds } from "./broken-kinds.js";
import { expectCaught } from "./broken-store.js";

describe("a store that breaks a promise of the descriptions is caught", () => {
  for (const broken of brokenKinds)
    it(`${broken.caughtBy}: ${broken.why}`, () =>
      expectCaught(broken, () => {
        const store = memoryStore();
        return { connect: () => broken.breakStore(store) };
      }));
});
