import {
  type CommandName,
  createChat,
  createDesk,
  defineOffice,
  english,
  indonesian,
  memoryStore,
  type OfficeRules,
  type Reply,
} from "giliran";
import { describe, expect, it } from "vitest";
import { javanese } from "../../examples/javanese/javanese.js";
import { commandMessages } from "../../src/chat/command-messages.js";
import { passportFormat, smallOffice } from "./play-transcript.js";

const start = Date.parse("2017-08-07T07:00+07:00");
const minute = 60_000;
const words = { id: indonesian, en: english, jv: javanese };
const languages = ["id", "en", "jv"] as const;
const ani = "#Ani#1981-01-01";

function commandsOf(language: keyof typeof words): (name: CommandName) => string {
  const commands = commandMessages(words[language].languages);
  return (name) => commands[name] ?? name;
}

/** All that an office with these rules says to somebody who books, asks for all, and is reminded. */
async function listReplies(rules: Partial<OfficeRules>, language: keyof typeof words) {
  let now = start;
  let sent = 0;
  const office = defineOffice({
    ...smallOffice,
    rules: { ...smallOffice.rules, reminderMinutes: [60], ...rules },
  });
  const desk = createDesk({ offices: [office], store: memoryStore(), now: () => now });
  const chat = createChat({ desk, format: passportFormat, words: words[language] });
  const replies: Reply[] = [];
  const send = async (text: string, sender = "ani") => {
    const got = await chat.receive({ channel: "test", id: String(sent++), sender, text, at: now });
    replies.push(...got);
    return got[0]?.text ?? "";
  };
  const command = commandsOf(language);
  for (const person of ["Satu", "Dua"])
    await chat.receive({
      channel: "test",
      id: String(sent++),
      sender: person,
      text: `#${person} Orang#1982-02-02#2017-08-10`,
      at: now,
    });
  await send(command("help"));
  await send(command("wait"));
  await send(`${command("availability")} 2017-08-10`);
  await send(`${ani}#2017-08-10`);
  const code = /^\w{4}-\w{4}$/m.exec(await send(`${ani}#2017-08-08`))?.[0] ?? "no code";
  replies.pop(); // what is only held may be moved and given up, whatever the rules
  await send(code);
  await send(command("status"));
  await send(`${ani}#2017-08-09`);
  await send(command("reschedule"));
  await send(`${command("reschedule")} 2017-08-09`);
  now = Date.parse("2017-08-08T07:00+07:00") + minute;
  for (const notice of await desk.dueNotices()) {
    const told = await chat.tell(notice);
    if (told !== undefined) replies.push(told);
  }
  return replies;
}

/** The replies that speak of a command, or offer it. */
function promising(replies: readonly Reply[], command: string): readonly string[] {
  const spoken = new RegExp(`${command}(?![\\p{L}#])`, "u");
  return replies
    .flatMap(({ text, choices = [] }) => [text, ...choices.map((choice) => choice.text)])
    .filter((text) => spoken.test(text));
}

const cases: readonly (readonly [string, Partial<OfficeRules>, CommandName])[] = [
  ["waiting lists", { longestWaitingList: 0 }, "wait"],
  ["moves", { reschedules: 0 }, "reschedule"],
];

describe.each(languages)("replies in %s", (language) => {
  it.each(cases)("promise no %s where the office has none", async (_, rules, name) => {
    const command = commandsOf(language)(name);
    expect(promising(await listReplies({}, language), command)).not.toEqual([]);
    expect(promising(await listReplies(rules, language), command)).toEqual([]);
  });

  it("tell nobody to cancel a visit too late to be cancelled", async () => {
    const cancel = commandsOf(language)("cancel");
    const late = await listReplies({ cancelNoticeMinutes: 3 * 1440 }, language);
    const [help, ...others] = promising(late, cancel);
    expect(help).toBe(late[0]?.text);
    expect(others).toEqual([]);
  });

  it("say by when a visit can be cancelled or moved", async () => {
    const replies = await listReplies({ cancelNoticeMinutes: 60, rescheduleNoticeMinutes: 120 }, language);
    const ticket = replies.find(({ text }) => text.includes("0800-01"))?.text ?? "";
    expect(ticket).toMatch(/#\p{L}+[^#]* 07[.:]00[^#]*#\p{L}+[^#]* 06[.:]00/u);
  });
});
