import { type ChatSettings, createChat, createDesk, defineOffice, indonesian, memoryStore } from "giliran";
import { describe, expect, it } from "vitest";
import { passportFormat, smallOffice } from "./play-transcript.js";

const start = Date.parse("2017-08-07T07:00+07:00");
const minute = 60_000;
const office = defineOffice({
  ...smallOffice,
  rules: { ...smallOffice.rules, holdReminderMinutes: 10, reminderMinutes: [60] },
});

function open(settings: Partial<ChatSettings> = {}) {
  let now = start;
  let sent = 0;
  const desk = createDesk({ offices: [office], store: memoryStore(), now: () => now });
  const chat = createChat({ desk, format: passportFormat, words: indonesian, ...settings });
  const send = (text: string, channel = "whatsapp", sender = "62:812") =>
    chat.receive({ channel, id: String(sent++), sender, text, at: now });
  const wait = (minutes: number) => {
    now += minutes * minute;
  };
  return { desk, chat, send, wait };
}

const ani = {
  officeId: office.id,
  date: "2017-08-08",
  people: [{ details: { name: "Ani", birthDate: "1981-01-01" } }],
};

const otherHours = { freeTextHours: { whatsapp: 0.25, sms: 1 } };

describe("a notice", () => {
  it("has a template where the channel takes no free text any more", async () => {
    const { desk, chat, send, wait } = open(otherHours);
    await send("#Ani#01011981#08082017");
    await send("#Budi#01011982#08082017", "sms", "1");
    wait(20);
    const told = await Promise.all((await desk.dueNotices()).map(chat.tell));
    const byChannel = new Map(told.map((reply) => [reply?.channel, reply]));
    expect(byChannel.get("sms")).not.toHaveProperty("template");
    expect(byChannel.get("whatsapp")?.template).toEqual({
      name: "hold_lapsing",
      variables: {
        office: office.name,
        date: "Selasa, 8 Agustus 2017",
        window: expect.stringMatching(/^\d\d\.\d\d–\d\d\.\d\d$/),
        code: expect.stringMatching(/^\w{4}-\w{4}$/),
      },
    });
  });

  it("counts a message that changed nothing as one, and ends a minute before the channel does", async () => {
    const { desk, chat, send, wait } = open(otherHours);
    await send("#Ani#01011981#08082017");
    wait(8);
    await send("halo");
    const tell = async () => (await Promise.all((await desk.dueNotices({ leaseMs: 1 })).map(chat.tell)))[0];
    wait(12);
    expect(await tell()).toMatchObject({ to: "62:812" });
    wait(1.9);
    expect(await tell()).not.toHaveProperty("template");
    wait(0.2);
    expect(await tell()).toHaveProperty("template.name", "hold_lapsing");
  });

  it.each([0, -1, Number.NaN, "24"])("takes no %s hours", (hours) => {
    expect(() => open({ freeTextHours: { whatsapp: hours as number } })).toThrow(
      "freeTextHours.whatsapp: expected hours above 0",
    );
  });

  it("goes to the sender on the channel of the messages, colons and all", async () => {
    const { desk, chat, send, wait } = open();
    await send("#Ani#01011981#08082017");
    wait(20);
    const [notice, ...others] = await desk.dueNotices();
    expect(others).toEqual([]);
    expect(notice && (await chat.tell(notice))).toMatchObject({
      channel: "whatsapp",
      to: "62:812",
      choices: [{ text: expect.stringMatching(/^\w{4}-\w{4}$/) }],
    });
  });

  it("is nothing to tell where nobody wrote: staff booked, or another program", async () => {
    const { desk, chat, wait } = open();
    await desk.hold({ ...ani, requestId: "1", by: "staff" });
    wait(20);
    const notices = await desk.dueNotices();
    expect(notices).toHaveLength(1);
    expect(await Promise.all(notices.map(chat.tell))).toEqual([undefined]);
  });

  it("is nothing to tell when the booking is another by then", async () => {
    const { desk, chat, send, wait } = open();
    await send("#Ani#01011981#08082017");
    wait(20);
    const [notice] = await desk.dueNotices();
    await send("#batal");
    const [booking] = await desk.find({ code: notice?.code ?? "" });
    expect(booking?.state).toBe("cancelled");
    expect(notice && booking && (await chat.tell({ ...notice, booking }))).toBeUndefined();
  });

  it("is told again until it is marked as sent, and knows when the person wrote last", async () => {
    const { desk, send, wait } = open();
    await send("#Ani#01011981#08082017");
    wait(5);
    await send("halo");
    wait(15);
    const [notice] = await desk.dueNotices();
    expect(notice?.lastMessageAt).toBe(start + 5 * minute);
    expect(await desk.dueNotices()).toEqual([]);
    wait(2);
    const [again] = await desk.dueNotices();
    expect(again?.id).toBe(notice?.id);
    await desk.markSent([again?.id ?? ""]);
    wait(2);
    expect(await desk.dueNotices()).toEqual([]);
  });
});
