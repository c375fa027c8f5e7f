import * as giliran from "giliran";
import {
  type ConfirmedBooking,
  createDesk,
  createSigningKey,
  type Desk,
  defineMessageFormat,
  defineOffice,
  english,
  englishVocabulary,
  field,
  memoryStore,
  verifyingKeyOf,
} from "giliran";
import * as barcode from "giliran/barcode";
import { mariadbStore } from "giliran/mariadb";
import { postgresStore } from "giliran/postgres";
import { redisStore } from "giliran/redis";
import { sqliteStore } from "giliran/sqlite";
import Database from "libsql";
import { callOf, heldCode, holdOf, monday, smallOffice } from "../desk/small-desk.js";

/** A public function with arguments that are right. */
export interface Example {
  readonly call: (...values: never[]) => unknown;
  readonly values: readonly unknown[];
}

/** Given to functions that the desk calls with what it made itself; a check would cost every decision. */
export const unchecked: readonly string[] = [
  ...["earliestFirst", "leastLoaded", "queueNumber"],
  ...["dueAt", "liveUntil", "noticeAt", "occupies", "waitingTurn", "decideOn", "pageOf"],
  // For whoever writes a store or a kind of record, held by types and by the conformance suites.
  ...["defineKind", "homeKind", "isOfHome", "keyOf", "nameOf", "textsOf"],
  ...["isEmpty", "joinScopes", "recordsOf", "saved"],
];

const day = { officeId: "north", date: "2017-08-07" };
const office = smallOffice("north");
const bytes = new Uint8Array(32);
const format = defineMessageFormat("#name#birthDate#arrivalDate", {
  name: field.personName(),
  birthDate: field.birthDate(),
  arrivalDate: field.arrivalDate(),
});

/** A desk on which one person has a booking. */
export function openDesk(): Desk {
  const offices = [defineOffice(office)];
  return createDesk({
    offices,
    store: memoryStore(),
    secret: "sixteen letters.",
    now: () => monday,
    keepChanges: true,
  });
}

/** What the package itself has made goes in whole, or something else in its place. */
export const wholes: Set<unknown> = new Set([
  english,
  englishVocabulary,
  format,
  ...Object.values(format.readers),
]);

export async function listExamples(): Promise<Readonly<Record<string, Example>>> {
  const desk = openDesk();
  const call = { ...holdOf("a"), date: "2017-08-08" };
  const code = heldCode(await desk.hold(holdOf("b")));
  const confirmed = await desk.confirm(callOf("b", "confirm", code));
  if (confirmed.kind !== "confirmed") throw new Error(`Expected a ticket, found ${confirmed.kind}.`);
  const { ticket } = confirmed;
  const [booking] = (await desk.find({ code })) as readonly ConfirmedBooking[];
  const key = await createSigningKey("k1");
  const keys = [verifyingKeyOf(key)];
  const signer = giliran.createTicketSigner({ key });
  const verifier = giliran.createTicketVerifier({ officeId: "north", keys });
  const chat = giliran.createChat({ desk, format, words: english });
  const message = { channel: "sms", id: "1", sender: "me", text: "#Ahmad#17081990#08082017", at: monday };
  const picture = barcode.encodeBarcode(code);
  const today = { today: "2017-08-07" };
  const notice = { at: monday, kind: "reminder", code, id: `${monday}:reminder:${code}`, booking };
  const unfinished = giliran.parseMessage("#Ahmad#17081990#", format, today);
  const nearly = unfinished.kind === "not-understood" ? unfinished.nearly : undefined;
  for (const whole of [desk, booking, nearly]) wholes.add(whole);
  const client = { call: async () => [] };
  const pool = { query: async () => ({ rows: [] }), connect: async () => ({}) };
  const seal = giliran.sealDetails({ keys: { a: bytes }, current: "a" });

  const examples: Record<string, Example> = {};
  const add = (name: string, call: Example["call"], ...values: readonly unknown[]) => {
    examples[name] = { call, values };
  };
  const addAll = (name: string, owner: object, values: Readonly<Record<string, readonly unknown[]>>) => {
    for (const [method, given] of Object.entries(values))
      add(
        `${name}.${method}`,
        (owner as Readonly<Record<string, Example["call"]>>)[method] as never,
        ...given,
      );
  };

  add("nearestTo", giliran.nearestTo, "10:00");
  add("createTicket", giliran.createTicket, { office: desk.offices[0], booking });
  add("createChat", giliran.createChat, { desk, format, words: english, office: "north" });
  add(
    "fitChoices",
    giliran.fitChoices,
    { to: "me", text: "hi", choices: [{ label: "a", text: "b" }] },
    {
      buttons: 3,
      buttonLength: 20,
      textLength: 1000,
    },
  );
  add("createDesk", giliran.createDesk, { offices: [defineOffice(office)], store: memoryStore() });
  add("sealDetails", giliran.sealDetails, { keys: { a: bytes }, current: "a" });
  add("completeRequest", giliran.completeRequest, "08-08-2017", nearly, today);
  add(
    "defineMessageFormat",
    giliran.defineMessageFormat,
    "#name#birthDate",
    {
      name: field.personName(),
      birthDate: field.birthDate(),
    },
    {
      languages: [englishVocabulary],
      delimiters: ["#"],
      media: "optional",
      party: { most: 3, shared: ["birthDate"] },
    },
  );
  add("parseDate", giliran.parseDate, "10-08-2017", { ...today, expects: "arrival" });
  add("parseMessage", giliran.parseMessage, message.text, format, { ...today, media: [], quoted: "hi" });
  add("baileyWelch", giliran.baileyWelch, { places: 20, first: "08:00", last: "14:30", extra: 2 });
  add("defineOffices", giliran.defineOffices, { defaults: { capacity: 3 }, offices: [office] });
  add("defineOffice", giliran.defineOffice, { ...office, windowCapacity: { "08:00": { general: 2 } } });
  add("memoryStore", giliran.memoryStore);
  add("memoryUses", giliran.memoryUses);
  add("defineCodeScheme", giliran.defineCodeScheme, {
    alphabet: giliran.codeAlphabet,
    length: 8,
    prefixes: { north: "BB" },
    unwantedWords: ["CC"],
  });
  add("renderCalendarFile", giliran.renderCalendarFile, ticket, {
    at: monday,
    sequence: 1,
    alarmMinutes: [60],
  });
  add("codeStrength", giliran.codeStrength, { liveCodes: 5, guesses: 2, length: 8, prefixLength: 1 });
  add("listRevocations", giliran.listRevocations, [booking]);
  add("createSigningKey", giliran.createSigningKey, "k1");
  add("verifyingKeyOf", giliran.verifyingKeyOf, key);
  add("createTicketSigner", giliran.createTicketSigner, { key, earlyMinutes: 60 });
  add("createTicketVerifier", giliran.createTicketVerifier, { officeId: "north", keys });
  add("sqliteStore", sqliteStore, { database: new Database(":memory:") });
  add("postgresStore", postgresStore, { pool, schema: "public" });
  add("mariadbStore", mariadbStore, { pool: { getConnection: () => Promise.reject(new Error()) } });
  add("redisStore", redisStore, { client, prefix: "giliran" });
  addAll("field", field, {
    personName: [{ labels: ["nama"] }],
    birthDate: [{ labels: ["lahir"] }],
    arrivalDate: [{ labels: ["datang"] }],
    date: [{ labels: ["tanggal"] }],
    text: [{ labels: ["alamat"], most: 100 }],
    digits: [{ length: [3, 16] }],
    choice: [{ baru: ["new"], lama: [] }, { labels: ["jenis"] }],
    office: [[defineOffice(office)], { words: { north: ["utara"] } }],
    integer: [{ least: 1, most: 60 }],
  });
  addAll("bookingCodes", giliran.bookingCodes, { read: [code], format: [code] });
  addAll("format", format, {
    print: [{ name: "Ahmad", birthDate: "1990-08-17", arrivalDate: "2017-08-08" }],
    example: [today],
  });
  addAll("signer", signer, { sign: [ticket] });
  addAll("verifier", verifier, { verify: [await signer.sign(ticket)] });
  addAll("seal", seal, { seal: [{ name: "Ahmad" }], unseal: [await seal.seal({ name: "Ahmad" })] });
  addAll("chat", chat, { receive: [message], tell: [notice] });
  addAll("barcode", barcode, {
    encodeBarcode: [code, barcode.code128],
    pngBarcode: [code, barcode.qr, { pixelsPerModule: 2 }],
    renderPng: [picture, { pixelsPerModule: 2, caption: code }],
    renderSvg: [picture, { pixelsPerModule: 2, caption: code, title: code }],
    renderText: [picture, { caption: code }],
    renderTicket: [ticket, picture, { language: "id", heading: "Nomor", colour: "#1d4e89" }],
    pngTicket: [ticket, picture, { language: "id", rasterise: async () => bytes }],
  });
  addAll("desk", desk, {
    dateAt: ["north", monday],
    availability: [{ officeId: "north", from: "2017-08-07", days: 3 }],
    hold: [{ ...call, people: [{ details: { name: "Ahmad", birthDate: "1990-08-17" } }] }],
    joinWaitingList: [call],
    confirm: [callOf("b", "confirm again", code)],
    cancel: [callOf("c", "cancel", code)],
    extend: [callOf("c", "extend", code)],
    reschedule: [{ ...callOf("b", "reschedule", code), date: "2017-08-09" }],
    changeParty: [{ ...callOf("b", "change", code), people: [{ key: "person b", details: {} }] }],
    waitingPosition: [{ code }],
    find: [day],
    findAnswer: [{ requestId: "hold b", sender: "sender b", content: "hi" }],
    reconcile: [day],
    changes: [{ after: "1.0", limit: 10 }],
    markAbsent: [{ code }],
    noShowRate: [day],
    changeOffices: [[defineOffice(office)]],
    claimUse: [{ officeId: "north", code, start: ticket.start, at: monday, until: ticket.end }],
    sweep: [],
    dueNotices: [{ limit: 5, leaseMs: 1000 }],
    markSent: [[notice.id]],
    conflicts: [{ officeId: "north" }],
    resolveConflicts: [{ officeId: "north", otherwise: "keep", move: "nowhere", date: "2017-08-07" }],
    export: [{ details: { name: "Ahmad", birthDate: "1990-08-17" } }],
    forget: [{ key: "person z" }],
    forgetBefore: [{ visitsBefore: "2017-08-01", messagesBefore: monday - 9 * 86_400_000 }],
    handOver: [{ from: "sender y", to: "sender z" }],
    note: [{ sender: "sender y", at: monday, draft: { content: "hi", until: monday + 1000 } }],
    recall: [{ sender: "sender y" }],
  });
  return examples;
}
