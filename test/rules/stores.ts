import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { sqliteStore } from "giliran/sqlite";
import Database from "libsql";
import type { BookingStore } from "../../src/store/booking-store.js";
import type { Library } from "./world.js";

/** A store that is empty, as many connections to it as are asked for, and its end. */
export type OpenStore = (library: Library) => Promise<{
  readonly connect: () => BookingStore;
  readonly close: () => Promise<void>;
}>;

export const openMemory: OpenStore = async ({ memoryStore }) => {
  const store = memoryStore();
  return { connect: () => store, close: async () => undefined };
};

export const openSqlite: OpenStore = async () => {
  const folder = mkdtempSync(join(tmpdir(), "giliran-rules-"));
  const databases: Database.Database[] = [];
  return {
    connect() {
      const database = new Database(join(folder, "bookings.db"));
      databases.push(database);
      return sqliteStore({ database });
    },
    async close() {
      for (const database of databases) database.close();
      rmSync(folder, { recursive: true });
    },
  };
};
