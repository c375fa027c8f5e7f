import { describe, it } from "vitest";
import * as library from "./library.js";
import { rules } from "./rules.js";
import { memoryWorld, sqliteWorld } from "./world.js";

const stores = [
  { name: "memory", createWorld: memoryWorld(library), numRuns: 60 },
  { name: "SQLite", createWorld: sqliteWorld(library), numRuns: 15 },
];

for (const { name, createWorld, numRuns } of stores)
  describe(`the rules on ${name}`, () => {
    for (const { title, check } of rules) it(title, () => check(createWorld, { numRuns }));
  });
