import { mkdtempSync, rmSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { SqliteDatabase } from "giliran/sqlite";

export interface OpenDatabase extends SqliteDatabase {
  readonly close: () => void;
}

type DatabaseClass = new (file: string) => OpenDatabase;

const load = createRequire(import.meta.url);

/** Opens a file with the class that the driver's module exports, or is. */
export function openWith(module: string, file: string): OpenDatabase {
  const loaded = load(module) as DatabaseClass & { DatabaseSync?: DatabaseClass; Database?: DatabaseClass }; // decoded
  const Database = loaded.DatabaseSync ?? loaded.Database ?? loaded;
  return new Database(file);
}

/** A new file that is opened as often as it is asked for, and goes with the last of its databases. */
export function newFile(module: string): { readonly open: () => OpenDatabase; readonly close: () => void } {
  const folder = mkdtempSync(join(tmpdir(), "giliran-driver-"));
  const databases: OpenDatabase[] = [];
  return {
    open() {
      const database = openWith(module, join(folder, "bookings.db"));
      databases.push(database);
      return database;
    },
    close() {
      for (const database of databases) database.close();
      rmSync(folder, { recursive: true });
    },
  };
}
