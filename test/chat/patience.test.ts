import { type Chat, createChat, createDesk, english, indonesian, memoryStore, type Words } from "giliran";
import { describe, expect, it } from "vitest";
import { passportFormat, smallOffice } from "./play-transcript.js";

const at = Date.parse("2017-08-07T07:00+07:00");
const minute = 60_000;

function openChat(words: Words = indonesian) {
  let now = at;
  let sent = 0;
  const desk = createDesk({ offices: [smallOffice], store: memoryStore(), now: () => now });
  const chat = createChat({ desk, format: passportFormat, words });
  const send = async (text: string, sender = "ani") => {
    const replies = await chat.receive({ channel: "test", id: String(sent++), sender, text, at: now });
    return replies[0]?.text;
  };
  const wait = (ms: number) => {
    now += ms;
  };
  return { desk, chat, send, wait };
}

/** Each sends the other what it answers; gives how many messages there were. */
async function converse(one: Chat, other: Chat, text: string): Promise<number> {
  let said: string | undefined = text;
  let messages = 0;
  for (const [index] of Array.from({ length: 200 }).entries()) {
    const listener = index % 2 === 0 ? one : other;
    const replies = await listener.receive({
      channel: "test",
      id: String(index),
      sender: "the other",
      text: said,
      at: at + index * 1000,
    });
    said = replies[0]?.text;
    if (said === undefined) break;
    messages++;
  }
  return messages;
}

describe("two bots", () => {
  it.each([
    "Halo",
    "#status",
    "#batal",
    "#tersedia",
    "#tunggu",
    "#pindah",
    "#Ani",
    "#Ani#01011981#13082017",
    "#Ani#01011981#08082017",
  ])("that answer each other on %j fall silent", async (text) => {
    expect(await converse(openChat().chat, openChat().chat, text)).toBeLessThan(40);
    expect(await converse(openChat().chat, openChat(english).chat, text)).toBeLessThan(40);
  });

  it("fall silent where one only repeats what it hears", async () => {
    const echo: Chat = {
      receive: async ({ sender, text }) => [{ to: sender, text }],
      tell: async () => undefined,
    };
    expect(await converse(openChat().chat, echo, "Halo")).toBeLessThan(70);
    expect(await converse(openChat().chat, echo, "#status")).toBeLessThan(70);
  });
});

describe("a sender whom nobody can understand", () => {
  it("gets five answers, the last of them a farewell, and no more until after a pause", async () => {
    const { send, wait } = openChat();
    const answers = [];
    for (let count = 0; count < 7; count++) answers.push(await send("xyzzy"));
    expect(answers.map((text) => text?.slice(0, 13))).toEqual([
      "Untuk mendapa",
      "Untuk mendapa",
      "Untuk mendapa",
      "Untuk mendapa",
      "Kami belum da",
      undefined,
      undefined,
    ]);
    wait(9 * minute);
    expect(await send("xyzzy")).toBeUndefined();
    wait(10 * minute);
    expect(await send("xyzzy")).toMatch(/^Untuk mendapat/);
  });

  it("is answered whatever can be understood, all along", async () => {
    const { send } = openChat();
    for (let count = 0; count < 9; count++) await send("xyzzy");
    expect(await send("#Ani#01011981#08082017")).toMatch(/^Kode booking Anda:$/m);
    expect(await send("xyzzy")).toMatch(/^Kode booking Anda:$/m);
  });

  it("gets no more answers when the messages come all at once", async () => {
    const { send } = openChat();
    const answers = await Promise.all(Array.from({ length: 50 }, () => send("xyzzy")));
    expect(answers.filter((text) => text !== undefined)).toHaveLength(5);
  });

  it("is told once that the messages come too fast, and no more is read until the minute is over", async () => {
    const { send, wait, desk } = openChat();
    for (let count = 0; count < 60; count++) await send("xyzzy");
    expect(await send("#Ani#01011981#08082017")).toMatch(/^Pesan Anda terlalu cepat/);
    expect(await send("#Ani#01011981#08082017")).toBeUndefined();
    expect(await desk.find({ sender: "test:ani" })).toEqual([]);
    expect(await send("#Budi#01011981#08082017", "budi")).toMatch(/^Kode booking Anda:$/m);
    wait(minute);
    expect(await send("#Ani#01011981#08082017")).toMatch(/^Kode booking Anda:$/m);
  });

  it("takes nothing from others", async () => {
    const { send } = openChat();
    for (let count = 0; count < 9; count++) await send("xyzzy", "mesin");
    expect(await send("halo", "budi")).toMatch(/^Untuk mendapat/);
  });
});

describe("a hundred messages of one sender in a second", () => {
  it("book one place for one person, and are all answered with it", async () => {
    const { send, desk } = openChat();
    const answers = await Promise.all(Array.from({ length: 100 }, () => send("#Ani#01011981#08082017")));
    const codes = answers.flatMap((text) => /^\w{4}-\w{4}$/m.exec(text ?? "")?.[0] ?? []);
    expect(new Set(codes).size).toBe(1);
    expect(await desk.find({ sender: "test:ani", only: "live" })).toHaveLength(1);
    expect(answers.filter((text) => text === undefined).length).toBeGreaterThan(60);
  });
});

describe("a hundred requests of one sender in a second", () => {
  it("book for no more people than one sender may", async () => {
    const { send, desk } = openChat();
    const letters = "abcdefghij";
    const names = [...letters].flatMap((one) => [...letters].map((two) => `Ani Ba${one} Ci${two}`));
    await Promise.all(names.map((name, index) => send(`#${name}#01011981#${7 + (index % 5)}-08-2017`)));
    expect(await desk.find({ sender: "test:ani", only: "live" })).toHaveLength(3);
  });
});

describe("a message of odd size", () => {
  it.each([
    ["nothing", ""],
    ["blanks", " \n\t "],
    ["10 kB of words", "antri dong ".repeat(1000)],
    ["10 kB of signs", "#".repeat(10_000)],
    ["100 kB", "x".repeat(100_000)],
    ["a chain of a hundred requests", "> #Ani#01011981#08082017\n".repeat(100)],
  ])("of %s is answered shortly", async (_, text) => {
    const reply = await openChat().send(text);
    expect(reply).toMatch(/\S/);
    expect(reply?.length).toBeLessThanOrEqual(1000);
  });
});
