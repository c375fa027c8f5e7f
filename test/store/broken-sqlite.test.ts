import type { sqliteStore } from "giliran/sqlite";
import { describe, expect, it } from "vitest";
import { kindTests } from "../../src/testing/kind-conformance.js";
import { conformanceTests } from "../../src/testing/store-conformance.js";
import { breakModule } from "../rules/break-module.js";
import { brokenSqlite } from "./broken-sqlite.js";
import { openSqliteOf } from "./open-sqlite.js";

describe("a SQLite store broken in one place is caught", () => {
  for (const change of brokenSqlite)
    it(`${change.caughtBy}: ${change.why}`, async () => {
      const broken = (await breakModule("store/sqlite/sqlite-store.ts", change)) as {
        sqliteStore: typeof sqliteStore;
      }; // decoded
      const [test, ...others] = [...kindTests, ...conformanceTests].filter(({ title }) =>
        title.startsWith(change.caughtBy),
      );
      expect(others).toEqual([]);
      await expect(test?.run(openSqliteOf(broken.sqliteStore), 2)).rejects.toThrow("expected");
    });
});
