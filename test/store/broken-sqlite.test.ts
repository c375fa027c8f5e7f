import type { sqliteStore } from "giliran/sqlite";
import { describe, it } from "vitest";
import { breakModule } from "../rules/break-module.js";
import { brokenSqlite } from "./broken-sqlite.js";
import { expectCaught } from "./broken-store.js";
import { openSqliteOf } from "./open-sqlite.js";

describe("a SQLite store broken in one place is caught", () => {
  for (const change of brokenSqlite)
    it(`${change.caughtBy}: ${change.why}`, async () => {
      const broken = (await breakModule("store/sqlite/sqlite-store.ts", change)) as {
        sqliteStore: typeof sqliteStore;
      }; // decoded
      await expectCaught(change, openSqliteOf(broken.sqliteStore));
    });
});
