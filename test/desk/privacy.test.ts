import { readdirSync, readFileSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import { sqliteStore } from "giliran/sqlite";
import { expect, it } from "vitest";
import { openDatabase, temporaryFile } from "../store/open-database.js";
import { expectNothingPersonal, foundIn, play, seeded } from "./privacy-run.js";
import { officeWith, smallDesk } from "./small-desk.js";

/** The file and whatever stands beside it. */
function bytesOf(file: string): string {
  const folder = dirname(file);
  const parts = readdirSync(folder).filter((name) => name.startsWith(basename(file)));
  return parts.map((name) => readFileSync(join(folder, name), "latin1")).join("\n");
}

/** SQLite overwrites what was deleted when it needs the room; this makes it do so now. */
function overwriteDeleted(database: ReturnType<typeof openDatabase>): void {
  database.exec("VACUUM");
  database.exec("PRAGMA wal_checkpoint(TRUNCATE)");
}

const title = "a long run leaves nothing personal in codes, numbers and errors, and after forget nothing";

it(`${title} in the file of SQLite`, async () => {
  const file = temporaryFile();
  const database = openDatabase(file);
  await expectNothingPersonal({
    store: sqliteStore({ database }),
    readAll() {
      overwriteDeleted(database);
      return bytesOf(file);
    },
  });
});

it("forget alone leaves neither bookings, answers nor addresses of anybody who had a booking", async () => {
  const file = temporaryFile();
  const database = openDatabase(file);
  const offices = [officeWith({ reschedules: 3, coolingMinutes: [1, 5] })];
  const { desk, time } = smallDesk({ offices, store: sqliteStore({ database }) });
  await play({ ...desk, note: async () => "noted" }, time, 400);
  expect(foundIn(bytesOf(file)).length).toBeGreaterThan(20);
  for (const { name, birthDate } of seeded) await desk.forget({ details: { name, birthDate } });
  overwriteDeleted(database);
  // Whoever only guessed codes is remembered for it, by the address.
  const left = foundIn(bytesOf(file)).filter((text) => !text.startsWith("62"));
  expect(left).toEqual([]);
});
