import {
  bookingCodes,
  type ChatSettings,
  completeRequest,
  createChat,
  createDesk,
  defineMessageFormat,
  defineOffice,
  english,
  field,
  type IncomingMessage,
  indonesian,
  memoryStore,
  type NearlyUnderstood,
  numericCodes,
  parseDate,
  parseMessage,
  sealDetails,
} from "giliran";
import { describe, expect, it } from "vitest";
import { needSenders } from "../../src/booking/needs.js";
import { commandMessages } from "../../src/chat/command-messages.js";
import { seededBytes } from "../../src/testing/seeded-bytes.js";
import { passportFormat, smallOffice } from "./play-transcript.js";

const at = Date.parse("2017-08-07T07:00+07:00");
const today = "2017-08-07";
const fields = {
  name: field.personName(),
  birthDate: field.birthDate(),
  nik: field.digits({ length: 16, labels: ["NIK"] }),
  address: field.text({ labels: ["Alamat"] }),
  arrivalDate: field.arrivalDate(),
};
const format = defineMessageFormat("#name#birthDate#nik#address#arrivalDate", fields);
const values = {
  name: "Ahmad",
  birthDate: "1967-11-20",
  nik: "3174051708800001",
  address: "Jalan Merpati",
  arrivalDate: "2017-08-08",
};

function complete(wrong: readonly string[], text: string) {
  const known = Object.entries(values).filter(([name]) => !wrong.includes(name));
  const nearly: NearlyUnderstood = { format, people: [Object.fromEntries(known)], wrong };
  const completed = completeRequest(text, nearly, { today });
  return completed?.kind === "request" ? completed.values : completed;
}

describe("what was wrong, sent again", () => {
  it.each([
    [["birthDate"], "20-11-1967"],
    [["birthDate"], "maaf, 20 November 1967 pak"],
    [["birthDate"], "tgl lahir 20111967"],
    [["birthDate"], "#20-11-1967"],
    [["birthDate"], "Tempat tanggal lahir: Jakarta, 20-11-1967"],
    [["arrivalDate"], "besok"],
    [["nik"], "3174051708800001"],
    [["nik"], "NIK: 3174051708800001"],
    [["name"], "Nama: Ahmad"],
    [["name"], "#Ahmad"],
    [["name"], "Ahmad"],
    [["address"], "Alamat: Jalan Merpati"],
    [["birthDate", "arrivalDate"], "20-11-1967#08-08-2017"],
    [["birthDate", "arrivalDate"], "8 Agustus 2017\n20 November 1967"],
    [["name", "nik"], "#3174051708800001#Ahmad"],
  ])("completes %j by %j", (wrong, text) => {
    expect(complete(wrong, text)).toEqual(values);
  });

  it.each([
    [["birthDate"], "halo"],
    [["birthDate"], "Siti 20-11-1967"],
    [["birthDate"], "bukan 20-11-1967"],
    [["birthDate"], "20-11-1967?"],
    [["birthDate"], "20-11-1967 atau 21-11-1967"],
    [["birthDate"], "#Siti#20-11-1967#3174051708800001#Jalan#08082017"],
    [["birthDate"], "Nama: Siti"],
    [["birthDate"], "20-11-1967\n21-11-1967"],
    [["name"], "halo pak"],
    [["name"], "terima kasih Ahmad ya"],
    [["name", "address"], "#Ahmad"],
    [["address"], "terima kasih"],
    [["arrivalDate"], ""],
    [["arrivalDate"], "x".repeat(10_000)],
  ])("is not guessed: %j by %j", (wrong, text) => {
    expect(complete(wrong, text)).toBeUndefined();
  });

  it("may be wrong again, and is named again", () => {
    expect(complete(["birthDate"], "31-02-1967")).toMatchObject({
      kind: "not-understood",
      problems: [{ field: "birthDate", code: "no-such-day" }],
      nearly: { wrong: ["birthDate"] },
    });
  });
});

function openChat(settings: Partial<ChatSettings> = {}, store = memoryStore()) {
  let sent = 0;
  const seal = sealDetails({ keys: { k: new Uint8Array(32).fill(7) }, current: "k" });
  const desk = createDesk({
    offices: [defineOffice({ ...smallOffice, capacity: 2 })],
    store,
    now: () => at,
    seal,
  });
  const chat = createChat({ desk, format: passportFormat, words: indonesian, ...settings });
  const send = async (text: string, more: Partial<IncomingMessage> = {}) => {
    const message = { channel: "test", id: String(sent++), sender: "ani", text, at, ...more };
    return (await chat.receive(message))[0];
  };
  return { desk, store, send };
}

describe("a draft", () => {
  it("is completed by the picture that was missing", async () => {
    const { name, birthDate, arrivalDate } = fields;
    const strict = defineMessageFormat(
      "#name#birthDate#arrivalDate",
      { name, birthDate, arrivalDate },
      { media: "required" },
    );
    const { send } = openChat({ format: strict });
    expect((await send("#Ani#01011981#08082017"))?.text).toMatch(/^Cukup kirim fotonya/m);
    expect((await send("", { media: ["photo.jpg"] }))?.text).toMatch(/^Kode booking Anda:$/m);
  });

  it("leads to one booking, however often the correction is delivered", async () => {
    const { desk, send } = openChat();
    await send("#Ani#31021981#08082017");
    const [first, again] = [await send("01-01-1981", { id: "x" }), await send("01-01-1981", { id: "x" })];
    expect(first?.text).toMatch(/^Kode booking Anda:$/m);
    expect(again).toEqual({ ...first, about: { action: "hold", outcome: first?.about?.outcome } });
    expect(await desk.find({ sender: "test:ani", only: "live" })).toHaveLength(1);
  });

  it("of a sender is nothing to another", async () => {
    const { send } = openChat();
    await send("#Ani#31021981#08082017");
    expect((await send("01-01-1981", { sender: "budi" }))?.text).toMatch(/^Untuk mendapat nomor antrian/);
  });

  it("stands in the store sealed, with nothing of the person to be read", async () => {
    const { send, store } = openChat();
    await send("#Zulkarnaen#31021981#08082017");
    const { records } = await store.read({ now: at, wants: needSenders(["test:ani"]) });
    const { sender: senders } = records;
    expect(senders).toHaveLength(1);
    expect(JSON.stringify(senders)).not.toMatch(/zulkarnaen/i);
  });

  it("is passed over where another program noted something of its own", async () => {
    const { desk, send } = openChat();
    for (const content of ["hello", "null", "[]", '{"draft":1}']) {
      await desk.note({ sender: "test:ani", at, draft: { content, until: at + 60_000 } });
      expect((await send("halo"))?.text).toMatch(/^Untuk mendapat nomor antrian/);
    }
  });

  it("waits for all of a party", async () => {
    const { name, birthDate, arrivalDate } = fields;
    const party = defineMessageFormat(
      "#name#birthDate#arrivalDate",
      { name, birthDate, arrivalDate },
      { party: { most: 5, shared: ["arrivalDate"] } },
    );
    const { desk, send } = openChat({ format: party });
    const refused = await send("#Ani#01011981#13082017\n#Budi#02011982#13082017");
    expect(refused?.text).toMatch(/tutup pada Minggu/);
    await send("besok");
    const [booking] = await desk.find({ sender: "test:ani", only: "live" });
    expect(booking).toMatchObject({ date: "2017-08-08", places: 2 });
  });
});

describe("a choice that moves a booking", () => {
  it.each([
    ["letters and digits", bookingCodes],
    ["digits alone", numericCodes],
  ])("is read as meant on every day of a year, with codes of %s", (_, codes) => {
    const code = codes.draw(seededBytes(1));
    for (const { tag, languages } of [indonesian, english]) {
      const { reschedule = "" } = commandMessages(languages);
      const date = new Intl.DateTimeFormat(tag, { day: "numeric", month: "long", year: "numeric" });
      for (let day = 0; day < 366; day++) {
        const instant = Date.UTC(2017, 7, 7, 12) + day * 86_400_000;
        const text = `${reschedule} ${codes.format(code)} ${date.format(instant)}`;
        const parsed = parseMessage(text, passportFormat, { today, languages, codes });
        expect(parsed).toMatchObject({ kind: "command", command: "reschedule", code });
        const rest = parsed.kind === "command" ? parsed.rest : "";
        expect(parseDate(rest, { today, expects: "arrival", languages })).toMatchObject({
          date: new Date(instant).toISOString().slice(0, 10),
        });
      }
    }
  });
});
