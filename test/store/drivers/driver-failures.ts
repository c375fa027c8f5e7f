import { deepEqual, equal } from "node:assert/strict";
import { type Desk, StoreError } from "giliran";
import { sqliteStore } from "giliran/sqlite";
import { day, deskFor, holdOf } from "../five-places.js";
import { newFile, type OpenDatabase } from "./open-with.js";

interface DriverFailure {
  readonly title: string;
  readonly begin: (database: OpenDatabase, other: OpenDatabase) => void;
  readonly end: (database: OpenDatabase, other: OpenDatabase) => void;
  readonly advice: string;
  readonly retryable: boolean;
}

/** What drivers tell in words and codes of their own. */
const failures: readonly DriverFailure[] = [
  {
    title: "may be asked again where another connection holds the database",
    begin(database, other) {
      database.exec("PRAGMA busy_timeout = 0");
      other.exec("BEGIN IMMEDIATE");
    },
    end: (_, other) => other.exec("ROLLBACK"),
    advice: "another connection holds the database; ask again.",
    retryable: true,
  },
  {
    title: "says that the database can't be written",
    begin: (database) => database.exec("PRAGMA query_only = ON"),
    end: (database) => database.exec("PRAGMA query_only = OFF"),
    advice: "the database can't be written; open it for writing.",
    retryable: false,
  },
  {
    title: "says that the connection is inside a transaction of its caller",
    begin: (database) => database.exec("BEGIN"),
    end: (database) => database.exec("ROLLBACK"),
    advice: "the connection is inside a transaction of its caller; give the store one of its own.",
    retryable: false,
  },
  {
    title: "says that the disk is full",
    begin: (database) => database.exec("PRAGMA max_page_count = 1"), // no more than there are
    end: (database) => database.exec("PRAGMA max_page_count = 100000"),
    advice: "the disk is full; nothing was saved.",
    retryable: false,
  },
];

/** How many of a hundred holds were answered before one failed, and how. */
async function holdUntilFailure(desk: Desk): Promise<{ answered: number; failure: unknown }> {
  for (let answered = 0; answered < 100; answered++)
    try {
      await desk.hold(holdOf(`${answered}`));
    } catch (failure) {
      return { answered, failure };
    }
  throw new Error("Expected a failure, found none in a hundred holds.");
}

function expectStoreError(failure: unknown, advice: string, retryable: boolean): void {
  if (!(failure instanceof StoreError)) throw failure;
  equal(failure.message.replace(/^SQLite failed( \([\w ]+\))?: /, ""), advice);
  equal(failure.retryable, retryable);
}

/** Each on a driver's module; they reject where the store does otherwise. */
export const driverFailures: readonly {
  readonly title: string;
  readonly run: (module: string) => Promise<void>;
}[] = [
  ...failures.map(({ title, begin, end, advice, retryable }) => ({
    title: `${title}, and goes on when that is over`,
    async run(module: string) {
      const { open, close } = newFile(module);
      const database = open();
      const other = open();
      const desk = deskFor(sqliteStore({ database }), 1000);
      equal((await desk.hold(holdOf("first"))).kind, "held"); // makes the tables
      begin(database, other);
      const { answered, failure } = await holdUntilFailure(desk);
      expectStoreError(failure, advice, retryable);
      equal((await desk.find(day)).length, answered + 1);
      end(database, other);
      equal((await desk.hold(holdOf(`${answered}`))).kind, "held");
      equal((await desk.find(day)).length, answered + 2);
      close();
    },
  })),
  {
    title: "says that the database was closed",
    async run(module) {
      const { open, close } = newFile(module);
      const desk = deskFor(sqliteStore({ database: open() }));
      close();
      const { failure } = await holdUntilFailure(desk);
      expectStoreError(failure, "the database is closed; open it for as long as the desk is used.", false);
    },
  },
  {
    title: "writes each commit through to the disk, ahead, and waits for others",
    async run(module) {
      const { open, close } = newFile(module);
      const database = open();
      sqliteStore({ database });
      const settings = ["synchronous", "journal_mode", "busy_timeout"].map((name) =>
        Object.values(database.prepare(`PRAGMA ${name}`).all()[0] as object).at(0),
      );
      deepEqual(settings, [2, "wal", 5000]);
      close();
    },
  },
];
