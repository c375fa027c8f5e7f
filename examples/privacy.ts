import { createDesk, defineOffice, memoryStore, sealDetails } from "giliran";

const oldKey = crypto.getRandomValues(new Uint8Array(32));
const newKey = crypto.getRandomValues(new Uint8Array(32));
const seal = sealDetails({ keys: { k1: oldKey, k2: newKey }, current: "k2" });

const office = defineOffice({
  id: "jakarta-pusat",
  name: "Kantor Imigrasi Jakarta Pusat",
  timeZone: "Asia/Jakarta",
  hours: { mon: ["00:00-24:00"], tue: ["00:00-24:00"], wed: ["00:00-24:00"], thu: ["00:00-24:00"] },
  slotMinutes: 60,
  capacity: 20,
});
const now = () => Date.parse("2017-08-07T06:00+07:00");
const desk = createDesk({ offices: [office], store: memoryStore(), seal, now });

const person = { details: { name: "Ahmad", birthDate: "1967-11-20" } };
const call = { requestId: "1", sender: "62812", officeId: office.id, date: "2017-08-08", people: [person] };
console.log((await desk.hold(call)).kind);

const bookings = await desk.export(person);
await desk.forget(person);
console.log(`${bookings.length} booking, then ${(await desk.export(person)).length}`);
console.log((await desk.hold(call)).kind);

await desk.forgetBefore({ visitsBefore: "2017-07-01", messagesBefore: now() - 8 * 86_400_000 });
