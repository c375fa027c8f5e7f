import {
  createChat,
  createDesk,
  defineMessageFormat,
  defineOffice,
  english,
  field,
  memoryStore,
} from "giliran";
import { describe, expect, it } from "vitest";

const now = Date.parse("2026-10-04T08:00+07:00");

function openChat() {
  const office = defineOffice({
    id: "north",
    name: "North office",
    timeZone: "Asia/Jakarta",
    hours: { mon: ["08:00-09:00"] },
    slotMinutes: 60,
    capacity: { general: 1, priority: 2 },
    rules: { opensDaysBefore: 7 },
  });
  const desk = createDesk({ offices: [office], store: memoryStore(), now: () => now });
  const format = defineMessageFormat("#name#birthDate#arrivalDate", {
    name: field.personName(),
    birthDate: field.birthDate(),
    arrivalDate: field.arrivalDate(),
  });
  const chat = createChat({ desk, format, words: english });
  let messages = 0;
  const say = async (text: string, sender = "b") =>
    (await chat.receive({ channel: "c", id: `${++messages}`, sender, text, at: now })).map(
      (reply) => reply.text,
    );
  return { say };
}

describe("what is free", () => {
  it("names nothing that the person who asks is refused", async () => {
    const { say } = openChat();
    expect((await say("what is free?")).join()).toContain("08:00");
    expect((await say("#Siti Aminah#1990-08-17#2026-10-05", "a")).join()).toMatch(/[2-9B-Z]{4}-[2-9B-Z]{4}/);
    const free = (await say("what is free?")).join();
    expect(free).not.toContain("08:00");
    expect((await say("#Budi Santoso#1990-08-17#2026-10-05")).join()).not.toMatch(/[2-9B-Z]{4}-[2-9B-Z]{4}/);
  });
});
