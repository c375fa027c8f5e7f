import { type SqliteDatabase, sqliteStore } from "giliran/sqlite";
import { describe, it } from "vitest";
import { type BrokenCalls, expectCaught } from "./broken-store.js";
import { openSqliteOf } from "./open-sqlite.js";

const brokenSqlite: readonly BrokenCalls[] = [
  {
    why: "of what has an order the first alone is found",
    caughtBy: "finds the first in the order",
    from: "LIMIT ?)",
    to: "LIMIT 1 + 0 * ?)",
  },
  {
    why: "a page begins once more with the last record of the page before",
    caughtBy: "gives pages of what a list has",
    from: " > ? ORDER BY",
    to: " >= ? ORDER BY",
  },
  {
    why: "a list leads to a record from a value that it has no longer",
    caughtBy: "finds a record by a list no longer than it has the value",
    from: "DELETE FROM giliran_holder\n      WHERE",
    to: "DELETE FROM giliran_holder WHERE false AND",
  },
  {
    why: "any conflict is one of the key",
    caughtBy: "refuses a number that is given twice",
    from: "ON CONFLICT (",
    to: "ON CONFLICT -- (",
  },
  {
    why: "a queue number may be given twice",
    caughtBy: "refuses, as a second wall",
    from: "UNIQUE INDEX giliran_booking_number",
    to: "INDEX giliran_booking_number",
  },
];

/** A database that is given another text in place of one. */
function rewriting(database: SqliteDatabase, { from, to }: BrokenCalls): SqliteDatabase {
  return {
    exec: (sql) => database.exec(sql.replaceAll(from, to)),
    prepare: (sql) => database.prepare(sql.replaceAll(from, to)),
  };
}

describe("a SQLite store that is broken in one place is caught", () => {
  for (const broken of brokenSqlite)
    it(`${broken.caughtBy}: ${broken.why}`, () =>
      expectCaught(
        broken,
        openSqliteOf(({ database }) => sqliteStore({ database: rewriting(database, broken) })),
      ));
});
