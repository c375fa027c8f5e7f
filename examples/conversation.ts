import {
  type Chat,
  createChat,
  createDesk,
  type Desk,
  defineMessageFormat,
  defineOffice,
  english,
  field,
  memoryStore,
  type Reply,
} from "giliran";

/** Sends what people are to be told; call it every minute, in as many processes as you like. */
async function sendNotices(desk: Desk, chat: Chat): Promise<void> {
  await desk.sweep();
  for (const notice of await desk.dueNotices()) {
    const reply = await chat.tell(notice);
    if (reply !== undefined) await send(reply.channel, reply);
    await desk.markSent([notice.id]);
  }
}

/** What sends a message over one of your transports. */
async function send(channel: string, { to, text, choices = [] }: Reply): Promise<void> {
  const buttons = choices.map(({ label, text: sends }) => `[${label}] ${sends}`);
  console.log([`${channel}, to ${to}:`, text, ...buttons, ""].join("\n"));
}

const office = defineOffice({
  id: "harbour",
  name: "Harbour Office",
  timeZone: "Europe/London",
  hours: { mon: ["09:00-10:00"], tue: ["09:00-10:00"], wed: ["09:00-10:00"], thu: ["09:00-10:00"] },
  slotMinutes: 60,
  capacity: 1,
  rules: { reminderMinutes: [1440, 60] },
});
let now = Date.parse("2030-01-07T08:00Z");
const desk = createDesk({ offices: [office], store: memoryStore(), now: () => now });
const format = defineMessageFormat("#name#birthDate#arrivalDate", {
  name: field.personName(),
  birthDate: field.birthDate(),
  arrivalDate: field.arrivalDate(),
});
const chat = createChat({ desk, format, words: english });

let received = 0;
async function hear(sender: string, text: string): Promise<string> {
  received++;
  const message = { channel: "sms", id: `${received}`, sender, text, at: now };
  for (const reply of await chat.receive(message)) {
    await send("sms", reply);
    const code = /^\w{4}-\w{4}$/m.exec(reply.text)?.[0];
    if (code !== undefined) return code;
  }
  return "";
}

// Nearly right, then right; a full day, and the waiting list; a place that comes free; a reminder.
await hear("ada", "#Ada#31 February 1980#tomorrow");
await hear("ada", await hear("ada", "3 February 1980"));
await hear("ben", "#Ben#4 March 1985#tomorrow");
await hear("ben", "#wait");
await hear("ada", "#cancel");
await sendNotices(desk, chat);
await hear("ben", "#status");
now = Date.parse("2030-01-07T08:10Z");
await hear("ben", await hear("ben", "#status"));
now = Date.parse("2030-01-07T09:00Z");
await sendNotices(desk, chat);
