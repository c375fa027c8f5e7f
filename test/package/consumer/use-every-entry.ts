import { createDesk, defineOffice, memoryStore } from "giliran";
import { encodeBarcode, qr, renderSvg } from "giliran/barcode";
import { createChat, indonesian } from "giliran/chat";
import { defineMessageFormat, field } from "giliran/message";
import { type PostgresPool, postgresStore } from "giliran/postgres";
import { type NodeRedisClient, redisStore } from "giliran/redis";
import { type SqliteDatabase, sqliteStore } from "giliran/sqlite";
import { storeConformance, type TestRunner } from "giliran/testing";
import { bookingCodes } from "giliran/ticket";

const office = defineOffice({
  id: "clinic",
  name: "Clinic",
  timeZone: "Asia/Jakarta",
  hours: { mon: ["08:00-12:00"] },
  slotMinutes: 30,
  capacity: { general: 16, priority: 4 },
});

/** Uses each entry as a program would, for the compiler alone. */
export async function book(database?: SqliteDatabase, pool?: PostgresPool): Promise<string> {
  const shared = pool === undefined ? memoryStore() : postgresStore({ pool });
  const store = database === undefined ? shared : sqliteStore({ database });
  const desk = createDesk({ offices: [office], store, secret: "sixteen characters" });
  const people = [{ details: { name: "Budi", birthDate: "1990-08-17" } }];
  const outcome = await desk.hold({
    requestId: "test:1",
    officeId: office.id,
    date: "2030-01-07",
    people,
    sender: "1",
  });
  if (outcome.kind !== "held") return outcome.kind;
  const confirmed = await desk.confirm({ requestId: "test:2", code: outcome.booking.code, sender: "1" });
  return confirmed.kind === "confirmed"
    ? renderSvg(encodeBarcode(confirmed.ticket.code, qr))
    : confirmed.kind;
}

/** What a bot reads is made with one entry, and read with another. */
export async function answer(text: string): Promise<string> {
  const fields = { name: field.personName(), birthDate: field.birthDate(), arrivalDate: field.arrivalDate() };
  const format = defineMessageFormat("#name#birthDate#arrivalDate", fields, { codes: bookingCodes });
  const desk = createDesk({ offices: [office], store: memoryStore(), codes: bookingCodes });
  const chat = createChat({ desk, format, words: indonesian });
  const [reply] = await chat.receive({ channel: "test", id: "1", sender: "1", text, at: 0 });
  return reply?.text ?? "";
}

/** Any client of two packages will do. */
export const storeOn = (client: NodeRedisClient): unknown => redisStore({ client });

/** Holds a store to the suite, under any test runner. */
export function checkStore(runner: TestRunner): void {
  const connections = "it lives in one process";
  storeConformance("memory", () => ({ connect: memoryStore }), {
    ...runner,
    without: { connections, slowClient: connections },
  });
}
