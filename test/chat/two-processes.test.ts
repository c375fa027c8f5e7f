import { type Chat, createChat, createDesk, type Desk, indonesian, memoryStore, sealDetails } from "giliran";
import { describe, expect, it } from "vitest";
import { passportFormat, smallOffice } from "./play-transcript.js";

const at = Date.parse("2017-08-07T07:00+07:00");
let sent = 0;

/** Two processes over one store; `spy` may stand between the first one and its desk. */
function openTwo(spy: (desk: Desk) => Desk = (desk) => desk) {
  const store = memoryStore();
  const seal = sealDetails({ keys: { k1: new Uint8Array(32).fill(7) }, current: "k1" });
  const open = () => createDesk({ offices: [smallOffice], store, now: () => at, seal });
  const settings = { format: passportFormat, words: indonesian };
  const desk = open();
  const chats = [createChat({ ...settings, desk: spy(desk) }), createChat({ ...settings, desk: open() })];
  return { desk, chats: chats as [Chat, Chat] };
}

async function send(chat: Chat, text: string): Promise<string | undefined> {
  const replies = await chat.receive({ channel: "test", id: String(sent++), sender: "ani", text, at });
  return replies[0]?.text;
}

describe("a draft that a booking ended meanwhile, in another process", () => {
  it.each([
    ["halo", "recall", 1],
    ["halo", "note", 1],
    ["#tersedia", "recall", 1],
    ["#tersedia", "note", 1],
    ["#status", "recall", 1],
    ["#status", "note", 1],
  ] as const)("comes back with no message: %s, overtaken before %s %i", async (text, method, turn) => {
    let left = Number.POSITIVE_INFINITY;
    const { desk, chats } = openTwo((real) => {
      const meanwhile = async () => {
        if (--left === 0) await send(chats[1], "#Ani#01011981#08082017");
      };
      return {
        ...real,
        async [method](query: never) {
          if (method === "note") await meanwhile();
          const result = await real[method](query);
          if (method === "recall") await meanwhile();
          return result;
        },
      };
    });
    await send(chats[0], "#Ani#01011981#13082017");
    left = turn;
    expect(await send(chats[0], text)).toMatch(/\S/);
    expect(left).toBeLessThanOrEqual(0);
    expect(await send(chats[1], "9 Agustus")).toMatch(/^Tanggal kedatangan: Selasa, 8/m);
    const live = await desk.find({ sender: "test:ani", only: "live" });
    expect(live.map(({ date }) => date)).toEqual(["2017-08-08"]);
  });
});

describe("messages that can't be read", () => {
  it("are counted by all processes together: five of a hundred are answered", async () => {
    const { chats } = openTwo();
    const answers = await Promise.all(
      Array.from({ length: 100 }, (_, index) => send(chats[index % 2 === 0 ? 0 : 1], "xyzzy")),
    );
    expect(answers.filter((text) => text !== undefined)).toHaveLength(5);
  });

  it("end a talk with another machine as soon, whichever process hears it", async () => {
    const { chats } = openTwo();
    const [machine] = openTwo().chats;
    let said: string | undefined = "Halo";
    let messages = 0;
    while (said !== undefined && messages < 100) {
      const heard: string = said;
      const listener = messages % 2 === 1 ? machine : chats[messages % 4 === 0 ? 0 : 1];
      said = await send(listener, heard);
      messages++;
    }
    expect(messages).toBe(11);
  });
});

describe("two messages of a sender that come to two processes at once", () => {
  const request = "#Ani#01011981#13082017";
  const rest = "9 Agustus";

  /** Both are received at once; a process goes on with what it notes when it may. */
  async function sendBoth(mayNote: (process: 0 | 1, noted: readonly Promise<unknown>[]) => Promise<unknown>) {
    const store = memoryStore();
    let calls = 0;
    const resolves: (() => void)[] = [];
    const noted = [0, 1].map(() => new Promise<void>((resolve) => resolves.push(resolve)));
    const chats = ([0, 1] as const).map((process) => {
      const real = createDesk({ offices: [smallOffice], store, now: () => at });
      const desk: Desk = {
        ...real,
        recall(query) {
          calls++;
          return real.recall(query);
        },
        async note(query) {
          calls++;
          await mayNote(process, noted);
          const result = await real.note(query);
          resolves[process]?.();
          return result;
        },
      };
      return createChat({ desk, format: passportFormat, words: indonesian });
    }) as [Chat, Chat];
    const replies = await Promise.all([send(chats[0], request), later(chats[1])]);
    const desk = createDesk({ offices: [smallOffice], store, now: () => at });
    const live = await desk.find({ sender: "test:ani", only: "live" });
    return { replies, live, calls };
  }

  async function later(chat: Chat): Promise<string | undefined> {
    await undefined;
    return send(chat, rest);
  }

  it("are read as one after the other where the first is noted first", async () => {
    const { replies, live, calls } = await sendBoth((process, noted) =>
      process === 1 ? (noted[0] ?? Promise.resolve()) : Promise.resolve(),
    );
    expect(replies[1]).toMatch(/^Tanggal kedatangan: Rabu, 9/m);
    expect(live.map(({ date }) => date)).toEqual(["2017-08-09"]);
    // Each looks twice what is remembered, and notes; who was overtaken looks once more.
    expect(calls).toBeLessThanOrEqual(7);
  });

  it("are read as one after the other where the second is noted first", async () => {
    const { live } = await sendBoth((process, noted) =>
      process === 0 ? (noted[1] ?? Promise.resolve()) : Promise.resolve(),
    );
    expect(live.map(({ date }) => date)).toEqual(["2017-08-09"]);
  });

  it.each([0, 1, 3, 5, 10, 20])("are read so where they come %i ms apart", async (ms) => {
    const { chats, desk } = openTwo();
    const pause = new Promise((resolve) => setTimeout(resolve, ms));
    await Promise.all([send(chats[0], request), pause.then(() => send(chats[1], rest))]);
    const live = await desk.find({ sender: "test:ani", only: "live" });
    expect(live.map(({ date }) => date)).toEqual(["2017-08-09"]);
  });
});
