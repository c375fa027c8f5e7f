import { describe, it } from "vitest";
import * as library from "./library.js";
import { rules } from "./rules.js";
import { openMemory, openSqlite } from "./stores.js";
import { createWorldOn } from "./world.js";

const stores = [
  { name: "memory", open: openMemory, numRuns: 60 },
  { name: "SQLite", open: openSqlite, numRuns: 15 },
];

for (const { name, open, numRuns } of stores)
  describe(`the rules on ${name}`, () => {
    for (const { title, check } of rules) it(title, () => check(createWorldOn(library, open), { numRuns }));
  });
