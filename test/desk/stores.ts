import { type BookingStore, memoryStore } from "giliran";
import { sqliteStore } from "giliran/sqlite";
import Database from "libsql";

/** Where the store could matter, a test of the desk runs on one that forgets and one that lasts. */
export const stores: readonly [name: string, create: () => BookingStore][] = [
  ["memory", memoryStore],
  ["SQLite", () => sqliteStore({ database: new Database(":memory:") })],
];
