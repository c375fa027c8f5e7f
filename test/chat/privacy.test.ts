import { createChat, createDesk, defineOffice, indonesian, memoryStore, type Reply } from "giliran";
import { expect, it } from "vitest";
import { passportFormat, smallOffice } from "./play-transcript.js";

const start = Date.parse("2017-08-07T07:00+07:00");
const people = ["Zubaidah", "Qomaruddin", "Xaverius"].map((name, index) => ({
  name,
  birthDate: `0${index + 1}0319${70 + index}`,
  shown: `${index + 1} Maret 19${70 + index}`,
  sender: `62817955${index}00`,
}));

it("nobody is told another's name, birth date or address, whatever they ask about another's code", async () => {
  let now = start;
  let sent = 0;
  const office = defineOffice({
    ...smallOffice,
    capacity: 1,
    rules: { ...smallOffice.rules, holdReminderMinutes: 10, reminderMinutes: [60] },
  });
  const desk = createDesk({ offices: [office], store: memoryStore(), now: () => now });
  const chat = createChat({ desk, format: passportFormat, words: indonesian });
  const said: Reply[] = [];
  const send = async (sender: string, text: string) => {
    now += 60_000;
    said.push(...(await chat.receive({ channel: "whatsapp", id: String(sent++), sender, text, at: now })));
  };

  for (const { name, birthDate, sender } of people) await send(sender, `#${name}#${birthDate}#08082017`);
  const [first] = await desk.find({ sender: `whatsapp:${people[0]?.sender}` });
  const code = first?.code ?? "";
  expect(code).not.toBe("");
  for (const { sender, name, birthDate } of people) {
    for (const text of [
      code,
      `batal ${code}`,
      `status ${code}`,
      `pindah ${code} 09082017`,
      "status",
      "batal",
    ])
      await send(sender, text);
    // Somebody else's name and birth date, but not those of the code, sent from this address.
    const other = people.findLast((one) => one.sender !== sender);
    await send(sender, `#${other?.name}#${other?.birthDate}#09082017`);
    await send(sender, `#${name}#${birthDate}#`);
  }
  now += 20 * 60_000;
  for (const notice of await desk.dueNotices()) {
    const told = await chat.tell(notice);
    if (told !== undefined) said.push(told);
  }

  expect(said.length).toBeGreaterThan(20);
  for (const { to, ...reply } of said) {
    const text = JSON.stringify(reply).toUpperCase();
    const asked = namesSentBy(to);
    for (const { name, shown, sender } of people) {
      if (sender !== to) expect(text).not.toContain(sender);
      if (asked.includes(name)) continue;
      expect(text).not.toContain(name.toUpperCase());
      expect(text).not.toContain(shown.toUpperCase());
    }
  }
});

/** What a person wrote may be read back to them. */
function namesSentBy(sender: string): readonly string[] {
  const own = people.filter((one) => one.sender === sender);
  const others = people.filter((one) => one.sender !== sender);
  return [...own, ...others.slice(-1)].map(({ name }) => name);
}
