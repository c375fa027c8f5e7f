import {
  createChat,
  createDesk,
  defineMessageFormat,
  defineOffice,
  field,
  indonesian,
  type MessageFormat,
  memoryStore,
  type Office,
  type Reply,
} from "giliran";
import { describe, expect, it } from "vitest";
import { smallOffice as office, passportFormat } from "./play-transcript.js";

const monday = Date.parse("2017-08-07T07:00+07:00");

/** A chat to which messages are sent one after the other. */
function open(format: MessageFormat, offices: readonly Office[]) {
  let now = monday;
  let sent = 0;
  const desk = createDesk({ offices, store: memoryStore(), now: () => now });
  const chat = createChat({ desk, format, words: indonesian });
  return {
    desk,
    at: (time: string) => {
      now = Date.parse(time);
    },
    async send(sender: string, text: string): Promise<Reply> {
      const [reply] = await chat.receive({ channel: "test", id: String(sent++), sender, text, at: now });
      return reply ?? { to: sender, text: "" };
    },
  };
}

const codeIn = (text: string) => /^\w{4}-\w{4}$/m.exec(text)?.[0] ?? "";

const fields = { name: field.personName(), birthDate: field.birthDate(), arrivalDate: field.arrivalDate() };
const inTheEast = defineOffice({
  ...office,
  id: "jayapura",
  name: "Jayapura",
  timeZone: "Asia/Jayapura",
});
const officeFormat = defineMessageFormat("#name#birthDate#arrivalDate#office?", {
  ...fields,
  office: field.office([office, inTheEast]),
});

describe("a choice that is sent back", () => {
  it.each([
    [passportFormat, "#Ani#01011981#08082017"],
    [
      defineMessageFormat("#name#birthDate#arrivalDate#address?", { ...fields, address: field.text() }),
      "#Ani#01011981#08082017#Jalan Merpati 3",
    ],
    [defineMessageFormat("VISA#name#birthDate#arrivalDate", fields), "VISA#Ani#01011981#08082017"],
    [
      defineMessageFormat("office#name#birthDate#arrivalDate", { ...fields, office: field.office([office]) }),
      `${office.id}#Ani#01011981#08082017`,
    ],
  ])("joins the waiting list, whatever the format: %#", async (format, request) => {
    const { desk, send } = open(format, [office]);
    for (const sender of ["Satu", "Dua"]) await send(sender, request.replace("Ani", sender));
    const { choices = [] } = await send("ani", request);
    const waiting = choices.find(({ label }) => label === indonesian.buttons.wait);
    await send("ani", waiting?.text ?? "");
    expect(await desk.find({ sender: "test:ani" })).toMatchObject([{ state: "waiting" }]);
  });

  it("moves the booking that it names to the date that was asked for, however much was said", async () => {
    const { desk, send } = open(passportFormat, [office]);
    for (const name of ["Ani", "Budi"]) await send("ani", `#${name}#01011981#08082017`);
    const said = "#pindah mohon bantuannya pak admin ke tanggal 10 Agustus 2017";
    const { choices = [] } = await send("ani", said);
    await send("ani", choices[0]?.text ?? "");
    const dates = (await desk.find({ sender: "test:ani", only: "live" })).map(({ date }) => date);
    expect(dates).toEqual(["2017-08-08", "2017-08-10"]);
  });
});

describe("#tunggu alone", () => {
  it("is for the day that a move was refused for", async () => {
    const { desk, send } = open(passportFormat, [office]);
    for (const name of ["Budi", "Citra"]) await send(name, `#${name}#01011981#09082017`);
    const { text } = await send("ani", "#Ani#01011981#08082017");
    await send("ani", codeIn(text));
    await send("ani", "#pindah 9 Agustus");
    await send("ani", "#tunggu");
    expect(await desk.find({ sender: "test:ani", only: "live" })).toMatchObject([
      { state: "confirmed", date: "2017-08-08" },
      { state: "waiting", date: "2017-08-09" },
    ]);
  });
});

describe("what is free today", () => {
  it("is not called full once the day is over", async () => {
    const { at, send } = open(passportFormat, [office]);
    at("2017-08-07T14:00+07:00");
    const { text } = await send("ani", "#tersedia hari ini");
    expect(text).toContain("tidak dapat dipesan");
    expect(text).not.toContain("penuh");
  });
});

describe("besok", () => {
  it.each([["#pindah besok"], ["#pindah", "besok"], ["#tunggu besok"]])(
    "is counted by the date at the booking's office, in %j",
    async (...messages) => {
      const { desk, at, send } = open(officeFormat, [office, inTheEast]);
      const { text } = await send("ani", "#Ani#01011981#11082017#Jayapura");
      await send("ani", codeIn(text));
      at("2017-08-07T23:00+07:00"); // Tuesday at Jayapura
      let reply: Reply | undefined;
      for (const message of messages) reply = await send("ani", message);
      expect(reply?.text).toMatch(/(^Untuk |\n)Rabu, 9 Agustus 2017( masih ada tempat|\n)/);
      expect(await desk.find({ sender: "test:ani" })).not.toContainEqual(
        expect.objectContaining({ date: "2017-08-08" }),
      );
    },
  );
});
