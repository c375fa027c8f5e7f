import { createDesk, defineOffice, memoryStore } from "giliran";

const clock = { now: Date.parse("2017-08-07T09:00+07:00") };
const office = defineOffice({
  id: "jakarta-pusat",
  name: "Kantor Imigrasi Jakarta Pusat",
  timeZone: "Asia/Jakarta",
  hours: { tue: ["08:00-08:30"], wed: ["08:00-08:30"] },
  slotMinutes: 30,
  capacity: 1,
  rules: { coolingMinutes: [5, 10], offerMinutes: 60, reminderMinutes: [1440, 60], holdReminderMinutes: 10 },
});
const desk = createDesk({ offices: [office], store: memoryStore(), now: () => clock.now });

const date = "2017-08-08";
const ahmad = { sender: "62812", people: [{ details: { name: "Ahmad", birthDate: "1967-11-20" } }] };
const budi = { sender: "62813", people: [{ details: { name: "Budi", birthDate: "1990-08-17" } }] };

const held = await desk.hold({ requestId: "1", officeId: office.id, date, ...ahmad });
if (held.kind !== "held") throw new Error(held.kind);
const { code } = held.booking;
await desk.confirm({ requestId: "2", sender: ahmad.sender, code });

const asked = { requestId: "3", officeId: office.id, date, ...budi };
const refused = await desk.hold(asked);
if (refused.kind !== "day-full") throw new Error(refused.kind);
const waiting = await desk.joinWaitingList(asked);
if (waiting.kind !== "waiting") throw new Error(waiting.kind);
console.log(`waiting at ${waiting.position}`);

const cancelled = await desk.cancel({ requestId: "4", sender: ahmad.sender, code });
console.log(cancelled.kind);

/** What a timer calls every minute, in every process. */
async function everyMinute() {
  await desk.sweep();
  for (const notice of await desk.dueNotices()) {
    const { sender, date: day, window } = notice.booking;
    if (sender !== undefined) await send(sender, `${notice.kind} of ${day} ${window}`);
    await desk.markSent([notice.id]);
  }
}

/** What your transport does. */
async function send(to: string, text: string) {
  console.log(`to ${to}: ${text}`);
}

clock.now += 10 * 60_000;
await everyMinute();

const offered = waiting.booking.code;
const confirmed = await desk.confirm({ requestId: "5", sender: budi.sender, code: offered });
if (confirmed.kind === "confirmed")
  console.log(`confirmed ${confirmed.ticket.queueNumber} on ${confirmed.ticket.date}`);
