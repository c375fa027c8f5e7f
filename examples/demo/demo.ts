import { stdin, stdout } from "node:process";
import { createInterface } from "node:readline";
import { parseArgs } from "node:util";
import type { Desk } from "giliran";
import { type Conversation, converse } from "./conversation.js";
import { jakartaPusat, passportFormat } from "./jakarta-pusat.js";
import { openChat } from "./open-chat.js";
import { openDay } from "./open-day.js";
import { playTranscript } from "./play-transcript.js";

const usage = `npm run demo                        a chat with the office, now
npm run demo -- --date 2017-08-08   the same on that day, from 09:00 in Jakarta
npm run demo -- --transcript        the messages that the press printed in 2017`;

const jakarta = new Intl.DateTimeFormat("en-CA", { dateStyle: "short", timeZone: "Asia/Jakarta" });

try {
  const { values } = parseArgs({
    options: {
      date: { type: "string" },
      transcript: { type: "boolean" },
      folder: { type: "string", default: ".demo" },
    },
  });
  if (values.transcript) for await (const shown of playTranscript()) console.log(shown);
  else await talk(values.folder, values.date);
} catch (error) {
  console.error(`${error instanceof Error ? error.message : error}\n\n${usage}`);
  process.exitCode = 1;
}

/** One message a line until the input ends. */
async function talk(folder: string, date?: string): Promise<void> {
  const startsAt = date === undefined ? Date.now() : nineOClock(date);
  const { database, now } = openDay(folder, jakarta.format(startsAt), startsAt);
  const { desk, chat } = openChat(database, now);
  const conversation: Conversation = { chat, now, sender: "terminal", folder };
  console.log(await welcome(desk, now()));

  const lines = createInterface({ input: stdin, ...(stdin.isTTY && { output: stdout, prompt: "> " }) });
  lines.prompt();
  for await (const line of lines) {
    if (line.trim() !== "") console.log(await converse(conversation, line));
    lines.prompt();
  }
  database.close();
}

function nineOClock(date: string): number {
  const instant = Date.parse(`${date}T09:00+07:00`);
  if (Number.isNaN(instant) || jakarta.format(instant) !== date)
    throw new RangeError(`Expected a date such as 2017-08-08, found ${date}.`);
  return instant;
}

/** With a message that can be sent as it is, on the next day with room. */
async function welcome(desk: Desk, now: number): Promise<string> {
  const time = new Intl.DateTimeFormat("en-GB", {
    dateStyle: "full",
    timeStyle: "short",
    timeZone: "Asia/Jakarta",
  });
  const query = { officeId: jakartaPusat.id, from: jakarta.format(now), days: 14 };
  const [next] = (await desk.availability(query)).filter(
    (day) => day.kind === "open" && day.slots.length > 0,
  );
  const values = { name: "Ahmad", birthDate: "1967-11-20", arrivalDate: next?.date ?? query.from };
  return `${jakartaPusat.name}, ${time.format(now)}.
Send #Name#BirthDate#ArrivalDate, such as ${passportFormat.print(values)}, then the code that you get; #batal cancels.${
    stdin.isTTY ? " Ctrl-D ends." : ""
  }\n`;
}
