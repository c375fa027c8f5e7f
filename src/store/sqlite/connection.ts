import { StoreError } from "../../errors.js";
import { refuseClient } from "../clients.js";

/** The few methods that the store calls; every synchronous SQLite driver has them. */
export interface SqliteDatabase {
  readonly exec: (sql: string) => unknown;
  readonly prepare: (sql: string) => SqliteStatement;
}

// Methods, not properties: the drivers declare narrower or generic parameters, and only methods fit those.

/** What is called of a prepared statement; values are bound by position. */
export interface SqliteStatement {
  all(...values: (string | number)[]): unknown[];
  run(...values: (string | number)[]): unknown;
}

export type SqliteRow = Readonly<Record<string, unknown>>;

export interface SqliteConnection {
  readonly exec: (sql: string) => void;
  /** Statements are prepared once, at their first use. */
  readonly rows: (sql: string, ...values: (string | number)[]) => readonly SqliteRow[];
  readonly run: (sql: string, ...values: (string | number)[]) => void;
  /** All that `work` does, or nothing of it. What `work` itself throws passes through. */
  readonly transaction: <T>(kind: "IMMEDIATE" | "DEFERRED", work: () => T) => T;
}

export const expectedDatabase =
  "an open SQLite database of a synchronous driver, with exec and prepare, such as better-sqlite3";

const busyTimeoutMs = 5000;
const mostSwitches = 20;

/** @throws StoreError where the database can't be written. */
export function createSqliteConnection(database: SqliteDatabase): SqliteConnection {
  const prepared = new Map<string, SqliteStatement>();

  function statement(sql: string): SqliteStatement {
    const known = prepared.get(sql) ?? database.prepare(sql);
    prepared.set(sql, known);
    return known;
  }

  setBusyTimeout(database);
  checkVersion(database);
  const exec = (sql: string): void => guard(() => void database.exec(sql));

  const transaction: SqliteConnection["transaction"] = (kind, work) => {
    exec(`BEGIN ${kind}`);
    try {
      const result = work();
      exec("COMMIT");
      return result;
    } catch (error) {
      rollBack(database);
      throw error;
    }
  };

  /**
   * SQLite waits for no lock when it switches to write-ahead logging, so that of two processes that open a new file
   * together one fails at once. A transaction waits; after it the other one's switch is done.
   */
  function writeAhead(): void {
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

  writeAhead();
  // A driver may be built to skip the sync at commit; what is acknowledged must be on the disk (C8).
  exec("PRAGMA synchronous = FULL");
  transaction("IMMEDIATE", () => undefined);

  return {
    exec,
    rows: (sql, ...values) => guard(() => statement(sql).all(...values) as SqliteRow[]),
    run: (sql, ...values) => guard(() => void statement(sql).run(...values)),
    transaction,
  };
}

/**
 * From now on others are waited for. A driver is good that answers at once, with rows by the names of their columns; this
 * is the one question that needs no lock.
 */
function setBusyTimeout(database: SqliteDatabase): void {
  const answer = guard(() => {
    const statement: Partial<SqliteStatement> | undefined = database.prepare(
      `PRAGMA busy_timeout = ${busyTimeoutMs}`,
    );
    return typeof statement?.run === "function" ? statement.all?.() : statement;
  });
  const [row] = Array.isArray(answer) ? (answer as Partial<SqliteRow>[]) : [];
  if (row?.timeout === busyTimeoutMs) return;
  if (answer instanceof Promise) answer.catch(() => undefined);
  refuseClient("database", database, expectedDatabase, "one that does not answer at once");
}

/** From then on it reads JSON with `->>`. */
const oldestVersion: readonly [number, number] = [3, 38];

/** @throws StoreError where the driver has an older SQLite. */
function checkVersion(database: SqliteDatabase): void {
  const [row] = guard(() => database.prepare("SELECT sqlite_version() AS version").all() as SqliteRow[]);
  const version = String(row?.version);
  const [major = 0, minor = 0] = version.split(".").map(Number);
  const [least, leastMinor] = oldestVersion;
  if (major > least || (major === least && minor >= leastMinor)) return;
  throw new StoreError(
    `SQLite's version is ${version}, and giliran needs ${oldestVersion.join(".")} or newer; use a newer driver.`,
    { retryable: false },
  );
}

/** SQLite has rolled back by itself after some errors; then there is nothing left to do. */
function rollBack(database: SqliteDatabase): void {
  try {
    database.exec("ROLLBACK");
  } catch {
    return;
  }
}

function guard<T>(work: () => T): T {
  try {
    return work();
  } catch (error) {
    throw storeError(error);
  }
}

/** Only the driver's code goes on: its message may quote what was to be stored. */
function storeError(error: unknown): StoreError {
  const { code, errcode, message } =
    error instanceof Error ? (error as Error & { code?: unknown; errcode?: unknown }) : {};
  // node:sqlite has one code for all, and SQLite's own number beside it.
  const number = typeof errcode === "number" ? ` ${errcode}` : "";
  const name = typeof code === "string" ? `${code}${number}` : "";
  const text = `${name} ${message}`;
  const [, advice, asking] = advices.find(([pattern]) => pattern.test(text)) ?? [];
  // A driver that fails by itself does not take a value.
  const isOfDriver = error instanceof TypeError || error instanceof RangeError;
  return new StoreError(`SQLite failed${name && ` (${name})`}: ${advice ?? "nothing was saved"}.`, {
    retryable: asking === "retryable",
    recordsRefused: asking === "refused" || (advice === undefined && isOfDriver),
    cause: new Error(name || "SQLite error"),
  });
}

const advices: readonly (readonly [RegExp, string, ("retryable" | "refused")?])[] = [
  [/busy|locked/i, "another connection holds the database; ask again", "retryable"],
  [/readonly|read-only|attempt to write/i, "the database can't be written; open it for writing"],
  [
    /within a transaction/i,
    "the connection is inside a transaction of its caller; give the store one of its own",
  ],
  [/not open|closed/i, "the database is closed; open it for as long as the desk is used"],
  [/constraint|too ?big|mismatch/i, "the records break a rule of the tables; nothing was saved", "refused"],
  [/full/i, "the disk is full; nothing was saved"],
];
