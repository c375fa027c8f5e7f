import { describe, it } from "vitest";
import { memoryStore } from "../../src/store/memory-store.js";
import { kindConformance } from "../../src/testing/kind-conformance.js";

const noTables = "it has no tables";
kindConformance(
  "memory",
  () => {
    const store = memoryStore();
    return { connect: () => store };
  },
  { describe, it, without: { constraints: noTables, migrations: noTables } },
);
