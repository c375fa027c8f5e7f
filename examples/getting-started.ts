import { createChat, createDesk, defineMessageFormat, defineOffice, field, indonesian } from "giliran";
import { pngBarcode } from "giliran/barcode";
import { sqliteStore } from "giliran/sqlite";
import Database from "libsql";

const weekday = ["08:00-12:00", "13:00-15:00"];
const friday = ["08:00-11:30", "13:30-15:00"];
const weekend = ["08:00-11:00"];
const office = defineOffice({
  id: "jakarta-pusat",
  name: "Kantor Imigrasi Kelas I Jakarta Pusat",
  timeZone: "Asia/Jakarta",
  hours: { mon: weekday, tue: weekday, wed: weekday, thu: weekday, fri: friday, sat: weekend, sun: weekend },
  slotMinutes: 30,
  capacity: 20,
  closures: { "2017-08-17": "Hari Kemerdekaan" },
  rules: { holdMinutes: 30, opensDaysBefore: 14, bookingsPerPerson: 1, bookingsPerSender: 5 },
});

const database = new Database("bookings.db");
const secret = process.env.GILIRAN_SECRET; // 16 characters or more, the same for ever
const desk = createDesk({ offices: [office], store: sqliteStore({ database }), secret });

const format = defineMessageFormat("#name#birthDate#arrivalDate", {
  name: field.personName(),
  birthDate: field.birthDate(),
  arrivalDate: field.arrivalDate(),
});
const chat = createChat({ desk, format, words: indonesian, barcode: pngBarcode });

/** What your transport calls for each message. */
async function onMessage(message: { id: string; from: string; text: string; timestamp: number }) {
  const replies = await chat.receive({
    channel: "whatsapp",
    id: message.id, // delivered twice, it is acted on once
    sender: message.from,
    text: message.text,
    at: message.timestamp, // epoch milliseconds: what "besok" counts from
  });
  for (const reply of replies) await send(reply.to, reply.text, reply.image?.data);
}

/** What sends a message over your transport. */
async function send(to: string, text: string, picture?: Uint8Array): Promise<void> {
  console.log(`to ${to}, with ${picture?.length ?? 0} bytes of picture:\n${text}\n`);
}

await onMessage({ id: "wamid.1", from: "62812", text: "#Ahmad#20111967#besok", timestamp: Date.now() });

const today = desk.dateAt(office.id, Date.now());
const days = await desk.availability({ officeId: office.id, from: today, days: 14 });
const nextOpen = days.find((day) => day.kind === "open" && day.slots.length > 0);

const outcome = await desk.hold({
  requestId: "web:4711",
  sender: "web:session-12",
  officeId: office.id,
  date: nextOpen?.date ?? today,
  people: [{ details: { name: "Budi", birthDate: "1990-08-17" } }],
});
if (outcome.kind === "held") console.log(outcome.booking.code, outcome.booking.window);
database.close();
