import type { Desk } from "giliran";
import { type SqliteDatabase, sqliteStore } from "giliran/sqlite";
import { deskFor } from "./five-places.js";

export { holdOf, monday } from "./five-places.js";

export function deskOn(database: SqliteDatabase): Desk {
  return deskFor(sqliteStore({ database }));
}
