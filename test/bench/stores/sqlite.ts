import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { sqliteStore } from "giliran/sqlite";
import Database from "libsql";
import { createBenchDesk, detailsOf, hold, hotDate, officeIds, windows } from "./bench-desk.js";
import { compare, type Side } from "./sides.js";

const folder = mkdtempSync(join(tmpdir(), "giliran-bench-"));
let files = 0;

function openFile(): Database.Database {
  const database = new Database(join(folder, `${files++}.db`));
  database.exec("PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL");
  return database;
}

const ours = (calls: number): Side => ({
  name: "giliran, synchronous FULL",
  calls,
  async prepare() {
    const desk = createBenchDesk(sqliteStore({ database: openFile() }));
    return (call) => hold(desk, call);
  },
});

/** The columns and indexes that a table written by hand has, and no rule but the capacity. */
const oneEach = (calls: number): Side => ({
  name: "by hand: one transaction each, synchronous FULL",
  calls,
  async prepare() {
    const database = openFile();
    database.exec(`
      CREATE TABLE slot (office TEXT, date TEXT, "window" TEXT, taken INTEGER, PRIMARY KEY (office, date, "window"));
      CREATE TABLE booking (code TEXT PRIMARY KEY, request TEXT UNIQUE, office TEXT, date TEXT, "window" TEXT,
        person TEXT, sender TEXT, details TEXT);
      CREATE INDEX by_slot ON booking (office, date, "window");
      CREATE INDEX by_person ON booking (person);
      CREATE INDEX by_sender ON booking (sender);`);
    const slot = [officeIds[0], hotDate, windows[0]];
    database.prepare("INSERT INTO slot VALUES (?, ?, ?, 0)").run(...slot);
    const update = database.prepare(
      'UPDATE slot SET taken = taken + 1 WHERE office = ? AND date = ? AND "window" = ? AND taken < 1000000',
    );
    const insert = database.prepare("INSERT INTO booking VALUES (?, ?, ?, ?, ?, ?, ?, ?)");
    return async (call) => {
      database.exec("BEGIN IMMEDIATE");
      update.run(...slot);
      const names = [`person ${call}`, `sender ${call}`, JSON.stringify(detailsOf(call))];
      insert.run(`C${(call * 48271) % 2147483647}`, `bench:${call}`, ...slot, ...names);
      database.exec("COMMIT");
    };
  },
});

/** The rows that the store itself wrote, once more into empty tables, in bare statements of 256. */
const floor = (calls: number): Side => ({
  name: "floor: the same rows, bare statements of 256",
  calls: calls / 256,
  bookingsPerCall: 256,
  callers: 1,
  async prepare() {
    const source = openFile();
    const desk = createBenchDesk(sqliteStore({ database: source }));
    await Promise.all(Array.from({ length: calls }, (_, call) => hold(desk, call)));
    const database = openFile();
    sqliteStore({ database });
    const tables = ["booking", "person", "answer"].map((table) => {
      const rows = source
        .prepare(`SELECT * FROM giliran_${table} ORDER BY random()`)
        .raw()
        .all() as unknown[][];
      const marks = `(${(rows[0] ?? []).map(() => "?").join()})`;
      const insert = database.prepare(
        `INSERT INTO giliran_${table} VALUES ${Array.from({ length: 256 }, () => marks).join()}`,
      );
      return { rows, insert };
    });
    return async (batch) => {
      database.exec("BEGIN IMMEDIATE");
      for (const { rows, insert } of tables) insert.run(...rows.slice(batch * 256, (batch + 1) * 256).flat());
      database.exec("COMMIT");
    };
  },
});

export async function benchSqlite(): Promise<void> {
  await compare("SQLite, one hot day", 512, [ours(6144), oneEach(1500), floor(6144)]);
  await compare("SQLite, one hot day", 1, [ours(300), oneEach(300)]);
  rmSync(folder, { recursive: true });
}
