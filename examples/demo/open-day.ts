import { mkdirSync, readdirSync } from "node:fs";
import { join } from "node:path";
import Database from "libsql";

export interface OpenDay {
  readonly database: Database.Database;
  /** Epoch milliseconds. */
  readonly now: () => number;
}

/**
 * Each day has a file in the folder, kept from run to run; a new day goes on from the latest day before it. The
 * clock starts at `startsAt`, or at the file's last decision where that is later: time never goes back.
 */
export function openDay(folder: string, date: string, startsAt: number): OpenDay {
  mkdirSync(folder, { recursive: true });
  const days = readdirSync(folder).filter((name) => /^\d{4}-\d\d-\d\d\.db$/.test(name));
  const today = `${date}.db`;
  const before = days
    .filter((day) => day < today)
    .sort()
    .at(-1);
  if (!days.includes(today) && before !== undefined) copyDatabase(join(folder, before), join(folder, today));

  const database = new Database(join(folder, today));
  const ahead = Math.max(startsAt, lastDecision(database)) - Date.now();
  return { database, now: () => Date.now() + ahead };
}

/** When something was last decided in a database, epoch milliseconds; 0 where that was never. */
function lastDecision(database: Database.Database): number {
  const isMade = database.prepare("SELECT 1 FROM sqlite_master WHERE name = 'giliran_day'").get();
  if (isMade === undefined) return 0;
  const row = database.prepare("SELECT max(decided_at) AS last FROM giliran_day").get() as {
    last: number | null;
  };
  return row.last ?? 0;
}

function copyDatabase(from: string, to: string): void {
  const database = new Database(from);
  database.prepare("VACUUM INTO ?").run(to);
  database.close();
}
