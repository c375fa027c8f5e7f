import { describe, it } from "vitest";
import { rules } from "../../src/testing/rules/rules.js";
import { createWorldOn } from "../../src/testing/world.js";
import { settings } from "./settings.js";
import { openMemory, openSqlite } from "./stores.js";

const stores = [
  { name: "memory", open: openMemory, numRuns: 30 },
  { name: "SQLite", open: openSqlite, numRuns: 10 },
];

for (const { name, open, numRuns } of stores)
  describe(`the rules on ${name}`, () => {
    for (const { title, check } of rules) it(title, () => check(createWorldOn(open), { numRuns }));
  });

describe("the rules under another policy, but for the two that say what is best", () => {
  const createWorld = createWorldOn(openMemory, {
    policy: (_request, slots) => slots.toSorted((a, b) => b.start - a.start),
  });
  const others = rules.filter(({ rule }) => rule !== "F1" && rule !== "F6");
  for (const { title, check } of others) it(title, () => check(createWorld, { numRuns: 10 }));
});

describe("the settings that say when and to whom something is given", () => {
  for (const { title, check } of settings) it(title, () => check(createWorldOn(openMemory), { numRuns: 30 }));
});
