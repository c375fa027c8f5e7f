import Database from "libsql";
import { converse } from "./conversation.js";
import { openChat } from "./open-chat.js";
import { publishedMessages } from "./published-messages.js";

/** The published messages, each sent by its own sender at nine o'clock of the day when it was printed. */
export async function* playTranscript(): AsyncGenerator<string> {
  const database = new Database(":memory:");
  let time = 0;
  const now = () => time;
  const { chat } = openChat(database, now);
  for (const [index, { date, text, where }] of publishedMessages.entries()) {
    time = Date.parse(`${date}T09:00+07:00`) + index * 60_000;
    yield `\n${date}  ${where}\n${await converse({ chat, now, sender: `reader-${index + 1}` }, text)}`;
  }
  database.close();
}
