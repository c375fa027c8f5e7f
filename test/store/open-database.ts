import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import Database from "libsql";
import { onTestFinished } from "vitest";

/** Where a database may be made; it goes with the test. */
export function temporaryFile(): string {
  const folder = mkdtempSync(join(tmpdir(), "giliran-store-"));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  return join(folder, "bookings.db");
}

/** A connection that is closed with the test, where it is not closed before. */
export function openDatabase(file: string = temporaryFile()): Database.Database {
  const database = new Database(file);
  onTestFinished(() => {
    if (database.open) database.close();
  });
  return database;
}
