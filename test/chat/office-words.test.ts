import {
  createChat,
  createDesk,
  defineMessageFormat,
  defineOffice,
  field,
  InvalidConfigError,
  indonesian,
  memoryStore,
} from "giliran";
import { describe, expect, it } from "vitest";
import { openChat } from "./docs/office-words.js";
import { passportFormat, smallOffice } from "./play-transcript.js";

const start = Date.parse("2017-08-07T07:00+07:00");
const rules = { ...smallOffice.rules, reminderMinutes: [60], reschedules: 2 };
const offices = ["jakarta-pusat", "bali", "jayapura"].map((id) =>
  defineOffice({ ...smallOffice, id, name: `Kantor ${id}`, rules }),
);
const format = defineMessageFormat("#name#birthDate#arrivalDate#office?", {
  name: field.personName(),
  birthDate: field.birthDate(),
  arrivalDate: field.arrivalDate(),
  office: field.office(offices),
});
const papers = /^Bawa KTP dan kartu keluarga yang asli\.$/m;

function open() {
  let now = start;
  let sent = 0;
  const desk = createDesk({ offices, store: memoryStore(), now: () => now });
  const chat = openChat(desk, format);
  const send = async (text: string, sender = "ani") => {
    const [reply] = await chat.receive({ channel: "test", id: String(sent++), sender, text, at: now });
    return reply?.text ?? "";
  };
  const remind = async () => {
    now = Date.parse("2017-08-09T07:01+07:00");
    const notices = await desk.dueNotices();
    return (await Promise.all(notices.map(chat.tell))).map((reply) => reply?.text);
  };
  const codeIn = (text: string) => /^\w{4}-\w{4}$/m.exec(text)?.[0] ?? "no code";
  return { send, remind, codeIn };
}

describe("an office with words of its own", () => {
  it("says them in the ticket, in a moved one, in the status and in the reminder", async () => {
    const { send, remind, codeIn } = open();
    const code = codeIn(await send("#Ani#01011981#08082017#bali"));
    expect(await send(code)).toMatch(papers);
    expect(await send("#pindah 9 Agustus")).toMatch(papers);
    expect(await send("#status")).toMatch(papers);
    expect(await remind()).toEqual([expect.stringMatching(papers)]);
  });

  it("says them where it refuses, and the others say what they always say", async () => {
    const { send, codeIn } = open();
    expect(await send("#Ani#01011981#13082017#jayapura")).toMatch(/^Untuk yang mendesak: 0967-533647\.$/m);
    expect(await send("#Ani#01011981#13082017#bali")).not.toMatch(/mendesak/);
    expect(await send(codeIn(await send("#Ani#01011981#08082017#jakarta-pusat")))).not.toMatch(papers);
  });

  it("greets in them who writes to it, and nobody who names no office", async () => {
    const desk = createDesk({ offices, store: memoryStore(), now: () => start });
    const settings = { desk, format: passportFormat, words: indonesian };
    const officeWords = { bali: { help: () => "Om swastiastu." } };
    const chat = createChat({ ...settings, officeWords, office: { "361": "bali", "21": "jakarta-pusat" } });
    const hello = { channel: "test", id: "1", sender: "ani", text: "halo", at: start };
    expect(await chat.receive({ ...hello, to: "361" })).toMatchObject([{ text: "Om swastiastu." }]);
    expect((await chat.receive({ ...hello, to: "21" }))[0]?.text).toMatch(/^Untuk mendapat nomor antrian/);
    expect(await open().send("halo")).toMatch(/^Untuk mendapat nomor antrian/);
  });

  it.each([
    ["officeWords.surabaya", { surabaya: {} }],
    ["officeWords.bali.helpp", { bali: { helpp: () => "" } }],
    ["officeWords.bali.hold", { bali: { hold: () => "" } }],
    ["officeWords.bali.tag", { bali: { tag: "en" } }],
    ["officeWords.bali.commands", { bali: { commands: {} } }],
  ])("is told what is wrong: %s", (path, officeWords) => {
    const desk = createDesk({ offices, store: memoryStore() });
    const create = () => createChat({ desk, format, words: indonesian, officeWords: officeWords as never });
    expect(create).toThrow(InvalidConfigError);
    expect(create).toThrow(expect.objectContaining({ path }));
  });
});
