import { StoreError } from "../../errors.js";
import type { SqliteConnection } from "./connection.js";

/** One step a version, never changed once it was published. `record` is the truth, the columns make it findable. */
const migrations: readonly string[] = [
  `
  CREATE TABLE giliran_day (
    office_id TEXT NOT NULL,
    date TEXT NOT NULL,
    decided_at INTEGER NOT NULL,
    record TEXT NOT NULL,
    PRIMARY KEY (office_id, date)
  ) WITHOUT ROWID;

  -- C1 once more: what is taken never passes the stored ceiling.
  CREATE TABLE giliran_place_count (
    office_id TEXT NOT NULL,
    date TEXT NOT NULL,
    "window" TEXT NOT NULL,
    pool TEXT NOT NULL,
    taken INTEGER NOT NULL,
    ceiling INTEGER NOT NULL,
    PRIMARY KEY (office_id, date, "window", pool),
    CHECK (taken BETWEEN 0 AND ceiling)
  ) WITHOUT ROWID;

  CREATE TABLE giliran_booking (
    office_id TEXT NOT NULL,
    date TEXT NOT NULL,
    code TEXT NOT NULL,
    "window" TEXT NOT NULL,
    pool TEXT NOT NULL,
    places INTEGER NOT NULL CHECK (places > 0),
    state TEXT NOT NULL,
    occupies INTEGER NOT NULL CHECK (occupies IN (0, 1)),
    sequence INTEGER,
    sender TEXT,
    due_at INTEGER,
    notice_at INTEGER,
    waiting_turn INTEGER,
    live_until INTEGER,
    record TEXT NOT NULL
  );
  -- Records are large and lie in the order of their making: keyed by a random code they would tear the pages apart.
  CREATE UNIQUE INDEX giliran_booking_code ON giliran_booking (code);
  CREATE INDEX giliran_booking_day ON giliran_booking (office_id, date, due_at);
  -- What nearly no booking has for long is found by indexes that are nearly empty.
  CREATE INDEX giliran_booking_due ON giliran_booking (due_at) WHERE due_at IS NOT NULL;
  CREATE INDEX giliran_booking_notice ON giliran_booking (notice_at) WHERE notice_at IS NOT NULL;
  CREATE INDEX giliran_booking_waiting ON giliran_booking (office_id, date, waiting_turn)
    WHERE waiting_turn IS NOT NULL;
  CREATE INDEX giliran_booking_sender ON giliran_booking (sender, code) WHERE sender IS NOT NULL;
  -- C6 once more: a number is given once.
  CREATE UNIQUE INDEX giliran_booking_number ON giliran_booking (office_id, date, "window", sequence)
    WHERE sequence IS NOT NULL;

  CREATE TABLE giliran_person (
    person_key TEXT NOT NULL,
    code TEXT NOT NULL,
    live_until INTEGER,
    PRIMARY KEY (person_key, code)
  ) WITHOUT ROWID;

  -- What is remembered of a sender beside the bookings.
  CREATE TABLE giliran_sender (
    sender TEXT NOT NULL PRIMARY KEY,
    last_message_at INTEGER NOT NULL,
    record TEXT NOT NULL
  ) WITHOUT ROWID;
  CREATE INDEX giliran_sender_last ON giliran_sender (last_message_at);

  CREATE TABLE giliran_answer (
    key TEXT NOT NULL UNIQUE,
    at INTEGER NOT NULL,
    record TEXT NOT NULL
  );
  CREATE INDEX giliran_answer_at ON giliran_answer (at);
  `,
];

const busyTimeoutMs = 5000;
const mostSwitches = 20;

/** Brings the tables to this version; processes that start together wait for one another. */
export function migrate(connection: SqliteConnection): void {
  const { exec, rows, run, transaction } = connection;
  exec(`PRAGMA busy_timeout = ${busyTimeoutMs}`);
  writeAhead(connection);
  // A driver may be built to skip the sync at commit; what is acknowledged must be on the disk (C8).
  exec("PRAGMA synchronous = FULL");
  transaction("IMMEDIATE", () => {
    exec("CREATE TABLE IF NOT EXISTS giliran_schema (version INTEGER NOT NULL)");
    const [row] = rows("SELECT max(version) AS version FROM giliran_schema");
    const version = Number(row?.version ?? 0);
    if (version > migrations.length)
      throw new StoreError(
        `The database has schema ${version} of giliran, this version knows ${migrations.length}; update giliran.`,
        { retryable: false },
      );
    for (const [index, migration] of migrations.entries()) {
      if (index < version) continue;
      exec(migration);
      run("INSERT INTO giliran_schema (version) VALUES (?)", index + 1);
    }
  });
}

/**
 * SQLite waits for no lock when it switches to write-ahead logging, so that of two processes that open a new file
 * together one fails at once. A transaction waits; after it the other one's switch is done.
 */
function writeAhead({ exec, transaction }: SqliteConnection): void {
  for (let tries = 1; ; tries++) {
    try {
      exec("PRAGMA journal_mode = WAL");
      return;
    } catch (error) {
      if (tries === mostSwitches || !(error instanceof StoreError && error.retryable)) throw error;
      transaction("IMMEDIATE", () => undefined);
    }
  }
}
