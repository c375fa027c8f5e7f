import {
  bookingCodes,
  createDesk,
  createSigningKey,
  createTicket,
  createTicketSigner,
  createTicketVerifier,
  defineOffice,
  listRevocations,
  memoryStore,
  renderCalendarFile,
  verifyingKeyOf,
} from "giliran";
import { encodeBarcode, pngTicket, renderTicket } from "giliran/barcode";
import sharp from "sharp";

const date = "2030-01-07";
const clock = { now: Date.parse("2030-01-06T09:00+07:00") };
const now = () => clock.now;
const office = defineOffice({
  id: "jakarta-pusat",
  name: "Kantor Imigrasi Jakarta Pusat",
  address: "Jl. Merpati Blok B12 No. 3, Kemayoran",
  timeZone: "Asia/Jakarta",
  hours: { mon: ["08:00-12:00"] },
  slotMinutes: 30,
  capacity: 20,
  rules: { arriveEarlyMinutes: 15, graceMinutes: 30 },
});
const desk = createDesk({ offices: [office], store: memoryStore(), now });

const people = [{ details: { name: "Ahmad", birthDate: "1967-11-20" } }];
const held = await desk.hold({ requestId: "1", officeId: office.id, date, people, sender: "62812" });
if (held.kind !== "held") throw new Error(held.kind);
const confirmed = await desk.confirm({ requestId: "2", code: held.booking.code, sender: "62812" });
if (confirmed.kind !== "confirmed") throw new Error(confirmed.kind);
const { booking, ticket } = confirmed;

// Once, for the secret store of the bot; a door gets the other half.
const key = await createSigningKey("k1");
const doorKey = verifyingKeyOf(key);

const signer = createTicketSigner({ key, now });
const token = await signer.sign(ticket);

const words = {
  language: "id",
  heading: "Nomor antrian",
  code: bookingCodes.format(ticket.code),
  note: "Tunjukkan gambar ini di pintu",
};
const svg = renderTicket(ticket, encodeBarcode(token), words);
const page = renderTicket(ticket, encodeBarcode(token), { ...words, millimetresWide: 105 });
const image = await pngTicket(ticket, encodeBarcode(token), {
  ...words,
  rasterise: (drawing) => sharp(Buffer.from(drawing)).png().toBuffer(),
});
console.log(
  `${svg.length} characters of SVG, ${page.length} for print, ${image.data.length} bytes of ${image.name}`,
);

const calendarFile = renderCalendarFile(ticket, { at: now(), sequence: booking.history.length });
console.log(calendarFile.split("\r\n", 1)[0]);

// At the door, with what it was given in the morning and no network since.
const revoked = new Map(listRevocations(await desk.find({ officeId: office.id, date })));
const door = createTicketVerifier({
  officeId: office.id,
  keys: [doorKey],
  revokedAt: (code) => revoked.get(code),
  now,
});
clock.now = Date.parse("2030-01-07T07:45+07:00");
for (const scanned of [token, token, "7HXW9TB6"]) {
  const verdict = await door.verify(scanned);
  console.log(verdict.kind === "valid" ? `valid: ${verdict.ticket.queueNumber}` : verdict.kind);
}

// Whoever can't come moves the visit: the old one leaves the calendar, the new one enters it.
clock.now = Date.parse("2030-01-06T10:00+07:00");
const moved = await desk.reschedule({
  requestId: "3",
  code: ticket.code,
  sender: "62812",
  date: "2030-01-14",
});
if (moved.kind !== "rescheduled" || moved.ticket === undefined) throw new Error(moved.kind);
const { replaced } = moved;
const old = createTicket({ office, booking: { ...replaced, queueNumber: replaced.queueNumber ?? "" } });
const files = [
  renderCalendarFile(old, { at: now(), sequence: replaced.history.length, state: "cancelled" }),
  renderCalendarFile(moved.ticket, { at: now(), sequence: moved.booking.history.length }),
];
console.log(`moved to ${moved.ticket.date}, ${files.length} files`);
