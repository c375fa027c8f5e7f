import { Session } from "node:inspector/promises";
import { fileURLToPath } from "node:url";
import {
  createChat,
  createDesk,
  defineMessageFormat,
  defineOffice,
  field,
  indonesian,
  memoryStore,
} from "giliran";

const src = fileURLToPath(new URL("../../src/", import.meta.url));
const now = Date.parse("2017-08-07T06:00+07:00");
const open = ["08:00-12:00"];

/** The files of `src` in which something runs from a message to its reply, without those that set everything up. */
async function filesOfAMessage(): Promise<readonly string[]> {
  const office = defineOffice({
    id: "jakarta-pusat",
    name: "Kantor Imigrasi Jakarta Pusat",
    timeZone: "Asia/Jakarta",
    hours: { mon: open, tue: open, wed: open, thu: open, fri: open },
    slotMinutes: 30,
    capacity: 20,
  });
  const desk = createDesk({ offices: [office], store: memoryStore(), now: () => now });
  const format = defineMessageFormat("#name#birthDate#arrivalDate", {
    name: field.personName(),
    birthDate: field.birthDate(),
    arrivalDate: field.arrivalDate(),
  });
  const chat = createChat({ desk, format, words: indonesian });
  const session = new Session();
  session.connect();
  await session.post("Profiler.enable");
  await session.post("Profiler.startPreciseCoverage", { callCount: true, detailed: false });
  await session.post("Profiler.takePreciseCoverage"); // what ran before is no part of it
  const [reply] = await chat.receive({
    channel: "console",
    id: "1",
    sender: "me",
    text: "#Ahmad#20111967#besok",
    at: now,
  });
  const { result } = await session.post("Profiler.takePreciseCoverage");
  session.disconnect();
  if (reply?.choices?.length !== 1) throw new Error(`Expected a reply with a code, found ${reply?.text}`);
  return result
    .filter(({ functions }) => functions.some(({ ranges }) => (ranges[0]?.count ?? 0) > 0))
    .map(({ url }) => (url.startsWith("file:") ? fileURLToPath(url) : url))
    .filter((path) => path.startsWith(src))
    .map((path) => path.slice(src.length).replace(/\.ts$/, ""))
    .sort();
}

console.log(JSON.stringify(await filesOfAMessage()));
