import { copyFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { sqliteStore } from "giliran/sqlite";
import { describe } from "vitest";
import { goesOn } from "./first-layout/goes-on.js";
import { openDatabase, temporaryFile } from "./open-database.js";

const original = fileURLToPath(new URL("first-layout/sqlite.db", import.meta.url));

describe("a SQLite file of the first layout", () => {
  goesOn(async () => {
    const file = temporaryFile();
    copyFileSync(original, file);
    return { connect: () => sqliteStore({ database: openDatabase(file) }) };
  });
});
