import { fc, it as property } from "@fast-check/vitest";
import {
  type CompleteCommandVocabulary,
  createChat,
  createDesk,
  defineMessageFormat,
  defineOffice,
  english,
  englishVocabulary,
  field,
  indonesian,
  indonesianVocabulary,
  memoryStore,
  parseMessage,
  problemCodes,
  type Words,
} from "giliran";
import { describe, expect, expectTypeOf, it } from "vitest";
import { javanese } from "../../examples/javanese/javanese.js";
import { commandMessages } from "../../src/chat/command-messages.js";
import { createSay } from "../../src/chat/say.js";
import { passportFormat, smallOffice } from "./play-transcript.js";

const today = "2017-08-07";
const at = Date.parse("2017-08-07T07:00+07:00");
const codeLine = /^\w{4}-\w{4}$/m;

describe("a visit after midnight", () => {
  it.each([
    [english, "Monday 7 August 2017", "24:30", "25:30", "00:30–01:30 (Tue 8 Aug)"],
    [english, "Monday 7 August 2017", "23:30", "24:30", "23:30–00:30 (Tue 8 Aug)"],
    [indonesian, "Senin, 7 Agustus 2017", "24:00", "25:00", "00.00–01.00 (Sel, 8 Agu)"],
    [indonesian, "Senin, 7 Agustus 2017", "23:00", "24:00", "23.00–24.00"],
  ])("is told with both dates", ({ tag }, date, window, until, times) => {
    const office = defineOffice(smallOffice);
    const say = createSay({
      tag,
      fieldNames: new Map(),
      detailKeys: [],
      offices: new Map([[office.id, office]]),
      formatCode: (code) => code,
      anyOffice: "",
      dateAt: () => today,
      wordsOf: () => ({ visit: () => "" }),
    })(office.id, at);
    const slot = { date: today, window, until };
    expect(`${say.date(slot.date)} ${say.window(slot)}`.replace(/, (?=\d+ August)/, " ")).toBe(
      `${date} ${times}`,
    );
  });
});

describe("words", () => {
  it("lack no sentence, or the type check fails", () => {
    const { held, ...hold } = indonesian.hold;
    expectTypeOf(hold).not.toExtend<Words["hold"]>();
    const { cancelled, ...cancel } = indonesian.cancel;
    expectTypeOf(cancel).not.toExtend<Words["cancel"]>();
    const { template, ...problems } = indonesian.problems;
    expectTypeOf(problems).not.toExtend<Words["problems"]>();
    expect([held, cancelled, template]).toHaveLength(3);
  });

  describe.each([indonesian, english, javanese])("in $tag", (words) => {
    it("name commands that are read as such", () => {
      for (const [command, text] of Object.entries(commandMessages(words.languages)))
        expect(parseMessage(text, passportFormat, { today, languages: words.languages })).toMatchObject({
          kind: "command",
          command,
        });
    });

    it("have a line for every problem", () => {
      for (const code of problemCodes) {
        const problem = {
          code,
          index: 0,
          expected: "",
          found: "x",
          choices: ["a", "b"],
          limits: "1–3",
          mostPeople: 1,
          character: "O",
          lookAlikes: ["D", "Q"],
        };
        for (const field of ["name", "code", "whole"])
          expect(words.problems[code]({ ...problem, field, name: field })).toMatch(/^\S.*\.$/);
      }
    });
  });
});

describe("a language that leaves commands out", () => {
  const { cancel, status } = englishVocabulary.commands;
  const partial = { ...englishVocabulary, commands: { ...(status && { status }) } };

  it("is asked for none of them, and the next one is", () => {
    expect(commandMessages([partial])).toEqual({ status: "#status" });
    expect(commandMessages([partial, indonesianVocabulary])).toMatchObject({
      status: "#status",
      cancel: "#batal",
    });
    expect(cancel).toContain("cancel");
  });

  it("reads none of them, and offers none", async () => {
    const desk = createDesk({ offices: [smallOffice], store: memoryStore(), now: () => at });
    const words = { ...english, languages: [partial] };
    const chat = createChat({ desk, format: passportFormat, words });
    const send = async (id: string, text: string) =>
      (await chat.receive({ channel: "test", id, sender: "ani", text, at }))[0];
    await send("1", "#Ani#1981-01-01#2017-08-08");
    const again = await send("2", "#Ani#1981-01-01#2017-08-09");
    expect(again?.text).toMatch(codeLine);
    expect((again?.choices ?? []).filter(({ text }) => text.startsWith("#"))).toEqual([]);
    await send("3", "#cancel");
    expect(await desk.find({ sender: "test:ani", only: "live" })).toHaveLength(1);
    expect((await send("4", "#status"))?.text).toMatch(codeLine);
  });

  it("is none of the house, or the type check fails", () => {
    expectTypeOf(partial.commands).not.toExtend<CompleteCommandVocabulary["commands"]>();
  });
});

describe("a reply", () => {
  it("keeps its codes, and whole lines, where a party of five tells much of itself", async () => {
    const format = defineMessageFormat(
      "#name#birthDate#identity#address#phone#arrivalDate",
      {
        name: field.personName(),
        birthDate: field.birthDate(),
        identity: field.digits({ length: 16 }),
        address: field.text(),
        phone: field.text(),
        arrivalDate: field.arrivalDate(),
      },
      { party: { most: 5, shared: ["arrivalDate"] } },
    );
    const office = defineOffice({
      ...smallOffice,
      name: "Kantor ".repeat(20),
      capacity: 20,
      rules: { bookingsPerSender: 9 },
    });
    const desk = createDesk({ offices: [office], store: memoryStore(), now: () => at });
    const chat = createChat({ desk, format, words: indonesian });
    const send = async (id: string, text: string) =>
      (await chat.receive({ channel: "test", id, sender: "ani", text, at }))[0]?.text ?? "";
    for (const party of ["A", "B", "C", "D", "E"]) {
      const people = ["Satu", "Dua", "Tiga", "Empat", "Lima"].map(
        (name) =>
          `#${name} ${`Suryanta ${party} `.repeat(6)}#01011981#3174051708800001#${"Jalan ".repeat(25)}#${"08129900 ".repeat(9)}#08082017`,
      );
      const text = await send(party, people.join("\n"));
      expect(text).toMatch(codeLine);
      expect(text).toMatch(/untuk mendapat nomor antrian/);
      expect(text.length).toBeLessThanOrEqual(1000);
    }
    const status = await send("status", "#status");
    expect(status.match(new RegExp(codeLine, "gm"))).toHaveLength(4);
    expect(status).toMatch(/dan 1 lagi/);
    expect(status.length).toBeLessThanOrEqual(1000);
  });

  it("can be made of what another program wrote into the record", async () => {
    const desk = createDesk({ offices: [smallOffice], store: memoryStore(), now: () => at });
    const details = { name: "Ani", birthDate: "tahun ular", constructor: "x" };
    await desk.hold({
      requestId: "1",
      sender: "test:ani",
      officeId: smallOffice.id,
      date: "2017-08-08",
      people: [{ details, key: "k" }],
    });
    const chat = createChat({ desk, format: passportFormat, words: indonesian });
    const [reply] = await chat.receive({ channel: "test", id: "2", sender: "ani", text: "#status", at });
    expect(reply?.text).toMatch(/^Tanggal lahir: tahun ular\nconstructor: x$/m);
  });

  it("names every wrong field, with what is accepted", async () => {
    const format = defineMessageFormat("#name#birthDate#nik#nights#arrivalDate", {
      name: field.personName(),
      birthDate: field.birthDate(),
      nik: field.digits({ length: 16, labels: ["NIK"] }),
      nights: field.integer({ least: 1, most: 60, labels: ["Malam"] }),
      arrivalDate: field.arrivalDate(),
    });
    const desk = createDesk({ offices: [smallOffice], store: memoryStore(), now: () => at });
    const chat = createChat({ desk, format, words: indonesian });
    const [reply] = await chat.receive({
      channel: "test",
      id: "1",
      sender: "ani",
      text: "#?#31021990#317#90#kapan saja",
      at,
    });
    expect(reply?.text.split("\n").filter((line) => line.startsWith("•"))).toEqual([
      '• Nama: "?" bukan nama orang.',
      '• Tanggal lahir: "31021990" tidak ada dalam kalender.',
      '• NIK: panjang "317" tidak sesuai; yang diterima: 16.',
      '• Malam: "90" di luar batas; yang diterima: 1–60.',
      '• Tanggal kedatangan: "kapan saja" bukan tanggal. Tulis seperti 17-08-1990.',
      "• Senin, 7 Agustus 2017 pukul 08.00–09.00",
      "• Selasa, 8 Agustus 2017 pukul 08.00–09.00",
      "• Rabu, 9 Agustus 2017 pukul 08.00–09.00",
    ]);
  });

  const longText = fc
    .string({ unit: "binary", minLength: 1, maxLength: 100 })
    .filter((text) => text.trim() !== "");
  const office = fc.record({
    name: longText,
    address: longText,
    closure: longText,
  });

  property.prop([
    office,
    fc.string({ unit: "grapheme", maxLength: 3000 }),
    fc.constantFrom("id" as const, "en" as const, "jv" as const),
  ])(
    "has at most 1000 characters, and the code on a line of its own, however long the texts of others are",
    async ({ name, address, closure }, noise, language) => {
      const words = { id: indonesian, en: english, jv: javanese }[language];
      const long = defineOffice({ ...smallOffice, name, address, closures: { "2017-08-09": closure } });
      const desk = createDesk({ offices: [long], store: memoryStore(), now: () => at });
      const chat = createChat({ desk, format: passportFormat, words });
      let id = 0;
      const send = async (text = "") => {
        const [reply] = await chat.receive({ channel: "test", id: String(id++), sender: "ani", text, at });
        if (reply === undefined) throw new Error("no reply");
        expect(reply.text.length).toBeLessThanOrEqual(1000);
        expect(reply.text.trim()).not.toBe("");
        return reply;
      };
      await send(noise);
      await send(`#${noise}#${noise}#${noise}`);
      await send("#Ani#1981-01-01#2017-08-09");
      const held = await send(`#${"Ani Budi ".repeat(8)}#1981-01-01#2017-08-08`);
      const code = codeLine.exec(held.text)?.[0] ?? "no code";
      expect((await send(code)).text).toMatch(codeLine);
      const commands = commandMessages(words.languages);
      for (const command of Object.values(commands)) await send(command);
      await send(`#${"Ani Budi ".repeat(8)}#1981-01-01#2017-08-08`);
      for (const command of [commands.status, commands.reschedule, commands.extend, commands.availability])
        await send(command);
      for (const command of [commands.availability, commands.reschedule, commands.wait])
        await send(`${command} 2017-08-09`);
    },
  );
});
