import { inspect } from "node:util";
import { StoreError } from "giliran";
import { type SqliteDatabase, sqliteStore } from "giliran/sqlite";
import { describe, expect, it } from "vitest";
import { deskFor } from "./five-places.js";
import { openDatabase, temporaryFile } from "./open-database.js";
import { deskOn, holdOf } from "./sqlite-desk.js";
import { expectNineteenOfTwenty } from "./survive.js";

const day = { officeId: "north", date: "2017-08-07" };

/** A database that fails at a statement while the test says so, with a message that quotes what was to be stored. */
function fragile(database: SqliteDatabase, statement: string, code: string) {
  const disk = {
    failures: 0,
    database: {
      prepare: (sql: string) => database.prepare(sql),
      exec(sql: string) {
        if (sql === statement && disk.failures-- > 0)
          throw Object.assign(new Error("failed near 'person a'"), { code });
        return database.exec(sql);
      },
    },
  };
  return disk;
}

async function failureOf(work: Promise<unknown>): Promise<unknown> {
  return work.then(
    () => undefined,
    (error: unknown) => error,
  );
}

describe("a SQLite that is too old", () => {
  it.each(["3.37.2", "2.8.17"])("is refused by name when the store is made: %s", (version) => {
    const database = openDatabase();
    const old: SqliteDatabase = {
      exec: (sql) => database.exec(sql),
      prepare: (sql) => database.prepare(sql.replace("sqlite_version()", `'${version}'`)),
    };
    const message = `SQLite's version is ${version}, and giliran needs 3.38 or newer; use a newer driver.`;
    expect(() => sqliteStore({ database: old })).toThrow(new StoreError(message, { retryable: false }));
    expect(database.prepare("SELECT name FROM sqlite_master").all()).toEqual([]);
  });
});

describe("a SQLite store that fails", () => {
  it("leaves nothing of a commit that failed, and takes the request again", async () => {
    const disk = fragile(openDatabase(), "COMMIT", "SQLITE_IOERR");
    const desk = deskOn(disk.database);
    disk.failures = 1;
    expect(await failureOf(desk.hold(holdOf("a")))).toBeInstanceOf(StoreError);
    expect(await desk.find(day)).toEqual([]);
    expect(await desk.hold(holdOf("a"))).toMatchObject({ kind: "held" });
    expect(await desk.find(day)).toHaveLength(1);
  });

  it("tells the driver's code and nothing that was to be stored", async () => {
    const disk = fragile(openDatabase(), "COMMIT", "SQLITE_IOERR");
    const desk = deskOn(disk.database);
    disk.failures = 1;
    const error = await failureOf(desk.hold(holdOf("a")));
    expect(error).toMatchObject({
      name: "StoreError",
      message: "SQLite failed (SQLITE_IOERR): nothing was saved.",
      retryable: false,
    });
    expect(inspect(error, { depth: Infinity })).not.toContain("person a");
  });

  it("holds nineteen of twenty where one can't be written", async () => {
    const database = openDatabase();
    const desk = deskFor(sqliteStore({ database }), 20);
    await desk.find(day);
    database.exec(`CREATE TRIGGER refusing BEFORE INSERT ON giliran_booking WHEN NEW.sender = 'sender 7'
      BEGIN SELECT RAISE(ABORT, 'not this one'); END`);
    await expectNineteenOfTwenty(desk);
  });

  it.each([
    Object.assign(new Error("string or blob too big"), { code: "SQLITE_TOOBIG" }),
    Object.assign(new Error("datatype mismatch"), { code: "ERR_SQLITE_ERROR", errcode: 20 }),
    new TypeError("A value can't be bound"),
  ])("says that it is the records that are refused: %s", async (error) => {
    const database = openDatabase();
    const disk = { isOpen: false };
    const desk = deskOn({
      prepare: (sql) => database.prepare(sql),
      exec(sql) {
        if (disk.isOpen && sql === "COMMIT") throw error;
        return database.exec(sql);
      },
    });
    disk.isOpen = true;
    expect(await failureOf(desk.hold(holdOf("a")))).toMatchObject({ retryable: false, recordsRefused: true });
  });

  it("may be asked again where another connection holds the database", async () => {
    const file = temporaryFile();
    const database = openDatabase(file);
    const desk = deskOn(database);
    database.exec("PRAGMA busy_timeout = 0");
    const other = openDatabase(file);
    other.exec("BEGIN IMMEDIATE");
    expect(await failureOf(desk.hold(holdOf("a")))).toMatchObject({
      name: "StoreError",
      message: "SQLite failed (SQLITE_BUSY): another connection holds the database; ask again.",
      retryable: true,
    });
    other.exec("ROLLBACK");
    expect(await desk.hold(holdOf("a"))).toMatchObject({ kind: "held" });
  });

  it("opens a file that another process is just making", () => {
    // SQLite fails at once here instead of waiting as long as `busy_timeout` says.
    const disk = fragile(openDatabase(), "PRAGMA journal_mode = WAL", "SQLITE_BUSY");
    disk.failures = 1;
    expect(() => deskOn(disk.database)).not.toThrow();
    disk.failures = 1000;
    expect(() => deskOn(disk.database)).toThrow("another connection holds the database; ask again");
  });

  it("says that its database was closed", async () => {
    const database = openDatabase();
    const desk = deskOn(database);
    database.close();
    expect(await failureOf(desk.hold(holdOf("a")))).toMatchObject({
      name: "StoreError",
      message: expect.stringContaining("the database is closed"),
      retryable: false,
    });
  });

  it("does not touch tables of a newer giliran", async () => {
    const database = openDatabase();
    await deskOn(database).find(day);
    database.exec("UPDATE giliran_schema SET version = 99");
    expect(await failureOf(deskOn(database).find(day))).toMatchObject({
      name: "StoreError",
      message: "The database has schema 99 of giliran, this version knows 4; update giliran.",
      retryable: false,
    });
  });
});

describe("the tables by themselves", () => {
  it("take no more places than the ceiling", async () => {
    const database = openDatabase();
    await deskOn(database).hold(holdOf("a"));
    expect(() => database.exec("UPDATE giliran_place_count SET taken = 6")).toThrow(/CHECK constraint/);
    expect(() => database.exec("UPDATE giliran_place_count SET taken = -1")).toThrow(/CHECK constraint/);
  });

  it("take no queue number twice", async () => {
    const database = openDatabase();
    const desk = deskOn(database);
    for (const name of ["a", "b"]) {
      const outcome = await desk.hold(holdOf(name));
      const code = outcome.kind === "held" ? outcome.booking.code : "";
      await desk.confirm({ requestId: `confirm ${name}`, sender: `sender ${name}`, code });
    }
    expect(() => database.exec("UPDATE giliran_booking SET sequence = 1")).toThrow(/UNIQUE constraint/);
  });
});
