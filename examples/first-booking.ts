import {
  createChat,
  createDesk,
  defineMessageFormat,
  defineOffice,
  field,
  indonesian,
  memoryStore,
} from "giliran";

const open = ["08:00-12:00", "13:00-15:00"];
const office = defineOffice({
  id: "jakarta-pusat",
  name: "Kantor Imigrasi Jakarta Pusat",
  timeZone: "Asia/Jakarta",
  hours: { mon: open, tue: open, wed: open, thu: open, fri: open, sat: open, sun: open },
  slotMinutes: 30,
  capacity: 20,
});
const desk = createDesk({ offices: [office], store: memoryStore() });
const format = defineMessageFormat("#name#birthDate#arrivalDate", {
  name: field.personName(),
  birthDate: field.birthDate(),
  arrivalDate: field.arrivalDate(),
});
const chat = createChat({ desk, format, words: indonesian });

async function send(id: string, text: string): Promise<string> {
  const [reply] = await chat.receive({ channel: "console", id, sender: "me", text, at: Date.now() });
  console.log(`> ${text}\n${reply?.text}\n`);
  return reply?.choices?.[0]?.text ?? "";
}

const code = await send("1", "#Ahmad#20111967#besok");
await send("2", code);
