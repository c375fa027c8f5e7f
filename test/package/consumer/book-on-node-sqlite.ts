import { deepEqual } from "node:assert/strict";
import { rmSync } from "node:fs";
import { DatabaseSync } from "node:sqlite";
import { createDesk, defineOffice } from "giliran";
import { sqliteStore } from "giliran/sqlite";

const file = "book-on-node-sqlite.db";
rmSync(file, { force: true });

const sender = "test:1";
const office = defineOffice({
  id: "clinic",
  name: "Clinic",
  timeZone: "Asia/Jakarta",
  hours: { mon: ["08:00-12:00"] },
  slotMinutes: 30,
  capacity: 1,
});

const openDesk = (database: DatabaseSync) =>
  createDesk({
    offices: [office],
    store: sqliteStore({ database }),
    secret: "sixteen characters",
    now: () => Date.parse("2030-01-04T01:00:00Z"),
  });

const database = new DatabaseSync(file);
const desk = openDesk(database);
const held = await desk.hold({
  requestId: "test:hold",
  officeId: office.id,
  date: "2030-01-07",
  people: [{ details: { name: "Budi", birthDate: "1990-08-17" } }],
  sender,
});
if (held.kind !== "held") throw new Error(`expected a hold, found ${held.kind}`);
const { code } = held.booking;
const confirmed = await desk.confirm({ requestId: "test:confirm", code, sender });
if (confirmed.kind !== "confirmed") throw new Error(`expected a booking, found ${confirmed.kind}`);
database.close();

const reopened = new DatabaseSync(file);
const found = await openDesk(reopened).find({ sender });
reopened.close();
deepEqual(
  found.map((booking) => [booking.code, booking.state]),
  [[code, "confirmed"]],
);
console.log(confirmed.ticket.date, confirmed.ticket.queueNumber);
