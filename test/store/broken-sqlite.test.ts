import type { sqliteStore } from "giliran/sqlite";
import { describe, expect, it } from "vitest";
import { breakModule } from "../rules/break-module.js";
import { openSqliteOf } from "../rules/stores.js";
import { brokenSqlite } from "./broken-sqlite.js";
import { listFailures } from "./broken-store.js";

describe("a SQLite store broken in one place is caught by one test and no other", () => {
  for (const change of brokenSqlite)
    it(`${change.caughtBy}: ${change.why}`, async () => {
      const broken = (await breakModule("store/sqlite-store.ts", change)) as {
        sqliteStore: typeof sqliteStore;
      }; // decoded
      const open = openSqliteOf(broken.sqliteStore);
      const caught = await listFailures(open, "slowClient");
      expect(caught).toEqual([expect.stringMatching(`^${change.caughtBy}`)]);
    });
});
