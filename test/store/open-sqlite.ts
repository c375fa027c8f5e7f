import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { sqliteStore } from "giliran/sqlite";
import Database from "libsql";
import type { OpenStore } from "../../src/testing/open-store.js";

/** On the SQLite store of a library, which may be broken. */
export function openSqliteOf(createStore: typeof sqliteStore): OpenStore {
  return () => {
    const folder = mkdtempSync(join(tmpdir(), "giliran-rules-"));
    const databases: Database.Database[] = [];
    return {
      connect() {
        const database = new Database(join(folder, "bookings.db"));
        databases.push(database);
        return createStore({ database });
      },
      close() {
        for (const database of databases) database.close();
        rmSync(folder, { recursive: true });
      },
    };
  };
}

export const openSqlite: OpenStore = openSqliteOf(sqliteStore);
