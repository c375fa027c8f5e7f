import { memoryStore } from "giliran";
import { sqliteStore } from "giliran/sqlite";
import { describe, it } from "vitest";
import { openDatabase } from "./open-database.js";
import { keepsRightFamilies, refusesNamesakes, refusesWrongFamilies } from "./wrong-families.js";

describe.each([
  ["memory", memoryStore, false],
  ["SQLite", () => sqliteStore({ database: openDatabase() }), true],
] as const)("a family of kinds on %s", (_, connect, hasTables) => {
  it("is kept where it is right", () => keepsRightFamilies(connect));
  it("is refused by name where the store could not keep it", () => refusesWrongFamilies(connect, hasTables));
  it("is refused where another one has its names", () => refusesNamesakes(connect));
});
