import { StoreError } from "giliran";
import { sqliteStore } from "giliran/sqlite";
import type Database from "libsql";
import { describe, expect, it } from "vitest";
import { deskFor, holdOf } from "./five-places.js";
import { openDatabase } from "./open-database.js";
import { mountSmallDisk } from "./small-disk.js";
import { type Acknowledged, expectKept, places } from "./survive.js";

/** Holds until it fails for want of room, makes room, and goes on. */
async function expectToSurviveFullDisk(database: Database.Database, makeRoom: () => void): Promise<void> {
  const store = sqliteStore({ database });
  const desk = deskFor(store, places);
  const acknowledged: Acknowledged = new Map();
  const holdTen = async (batch: number) => {
    const names = Array.from({ length: 10 }, (_, caller) => `${batch} ${caller}`);
    const outcomes = await Promise.all(names.map((name) => desk.hold(holdOf(name))));
    for (const [index, outcome] of outcomes.entries())
      acknowledged.set(names[index] ?? "", outcome.kind === "held" ? outcome.booking.code : outcome.kind);
  };

  let batch = 0;
  let failure: unknown;
  while (failure === undefined && batch < 200)
    await holdTen(batch++).catch((error: unknown) => {
      failure = error;
    });
  expect(failure).toBeInstanceOf(StoreError);
  expect(failure).toMatchObject({
    message: "SQLite failed (SQLITE_FULL): the disk is full; nothing was saved.",
    retryable: false,
  });
  expect(acknowledged.size).toBeGreaterThan(0);
  await expectKept(store, acknowledged);

  makeRoom();
  await holdTen(batch - 1);
  await holdTen(batch);
  await expectKept(store, acknowledged);
}

describe("a disk that is full costs nothing that was acknowledged, and the desk goes on when there is room again", () => {
  it("where SQLite may have no more pages", async () => {
    const database = openDatabase();
    sqliteStore({ database }); // makes the tables
    const { page_count } = database.prepare("PRAGMA page_count").get() as { page_count: number }; // decoded
    database.exec(`PRAGMA max_page_count = ${page_count + 30}`);
    await expectToSurviveFullDisk(database, () => database.exec("PRAGMA max_page_count = 100000"));
  });

  it("where the file system has no more room", async ({ skip }) => {
    const disk = mountSmallDisk();
    if ("missingBecause" in disk) return skip(disk.missingBecause);
    await expectToSurviveFullDisk(openDatabase(`${disk.folder}/bookings.db`), disk.makeRoom);
  });
});
