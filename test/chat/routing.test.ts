import {
  createChat,
  createDesk,
  defineMessageFormat,
  defineOffice,
  field,
  InvalidConfigError,
  indonesian,
  memoryStore,
  parseMessage,
} from "giliran";
import { describe, expect, it } from "vitest";
import { passportFormat, smallOffice } from "./play-transcript.js";
import { noOffice, officeBehind, threeOffices } from "./transcripts.js";

const offices = threeOffices;

describe("the offices of one desk", () => {
  it("have the day of an instant in their own zone", async () => {
    const at = Date.parse("2017-07-17T08:00+07:00");
    const desk = createDesk({ offices, store: memoryStore(), now: () => at });
    const format = defineMessageFormat("#name#birthDate#arrivalDate#office", {
      ...noOffice.readers,
      office: field.office(offices),
    });
    const chat = createChat({ desk, format, words: indonesian });
    for (const [index, { id }] of offices.entries()) {
      const text = `#${["Ani", "Budi", "Citra"][index]}#01011981#2017-07-18T16:30:00.000Z#${id}`;
      await chat.receive({ channel: "test", id, sender: id, text, at });
    }
    const dates = await Promise.all(
      offices.map(async ({ id }) => (await desk.find({ sender: `test:${id}` })).map(({ date }) => date)),
    );
    expect(dates).toEqual([["2017-07-18"], ["2017-07-19"], ["2017-07-19"]]);
  });

  it("are asked for with a message for each that books there", async () => {
    const at = Date.parse("2017-07-17T08:00+07:00");
    const many = Array.from({ length: 26 }, (_, index) =>
      defineOffice({
        ...smallOffice,
        id: `kanim-${index + 1}`,
        name: `Kantor Imigrasi Kota Nomor ${index + 1}`,
      }),
    );
    const desk = createDesk({ offices: many, store: memoryStore(), now: () => at });
    const format = defineMessageFormat("#name#birthDate#arrivalDate#office?", {
      ...noOffice.readers,
      office: field.office(many),
    });
    const chat = createChat({ desk, format, words: indonesian });
    const send = async (id: string, text: string) =>
      (await chat.receive({ channel: "test", id, sender: id, text, at }))[0] ?? { text: "", choices: [] };
    const asked = await send("ani", "#Ani#01011981#18072017");
    expect(asked.text.length).toBeLessThanOrEqual(1000);
    expect(asked.text).toContain("kanim-26");
    expect(asked.choices).toHaveLength(26);
    const held = await send("ani-2", asked.choices?.[25]?.text ?? "");
    expect(held.text).toContain("Tempat: Kantor Imigrasi Kota Nomor 26");
  });
});

describe("createChat", () => {
  const desk = createDesk({ offices, store: memoryStore() });

  it.each([
    ["office", { format: noOffice }],
    ["office.62811", { format: noOffice, office: { "62811": "surabaya" } }],
    ["format", { format: officeBehind, desk: createDesk({ offices: [smallOffice], store: memoryStore() }) }],
  ])("names %s as what is wrong with a route", (path, wrong) => {
    const create = () => createChat({ desk, words: indonesian, ...wrong });
    expect(create).toThrow(InvalidConfigError);
    expect(create).toThrow(expect.objectContaining({ path }));
  });

  it("asks a transport for the address where only that tells the office", async () => {
    const chat = createChat({ desk, format: noOffice, words: indonesian, office: { "62811": "bali" } });
    const message = { channel: "test", id: "1", sender: "ani", text: "#bantuan", at: 1.5e12 };
    await expect(chat.receive(message)).rejects.toThrow(/address with an office, found undefined/);
    expect((await chat.receive({ ...message, to: "62811" }))[0]?.text).toContain("Kantor Imigrasi Bali");
  });

  it("takes words and format of its own for each office, over one desk", async () => {
    const chats = new Map(
      offices.map(({ id }) => [
        id,
        createChat({ desk, office: id, format: passportFormat, words: indonesian }),
      ]),
    );
    const message = { channel: "test", id: "2", sender: "ani", text: "#bantuan", at: 1.5e12 };
    expect((await chats.get("bali")?.receive(message))?.[0]?.text).toContain("Kantor Imigrasi Bali");
  });
});

describe("field.office", () => {
  it.each(["Kantor Imigrasi Bali", "kantor: Denpasar", "BALI", "bali."])("reads %j", (text) => {
    const format = defineMessageFormat("#name#birthDate#arrivalDate#office?", {
      ...noOffice.readers,
      office: field.office(offices, { words: { bali: ["Denpasar"] }, labels: ["kantor"] }),
    });
    const parsed = parseMessage(`#Ani#01011981#18072017#${text}`, format, { today: "2017-07-17" });
    expect(parsed).toMatchObject({ kind: "request", values: { office: "bali" } });
  });
});
