import { randomUUID } from "node:crypto";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Chat } from "giliran";
import { drawMessage, drawReply } from "./bubble.js";

export interface Conversation {
  readonly chat: Chat;
  /** Epoch milliseconds. */
  readonly now: () => number;
  /** Who writes. */
  readonly sender: string;
  /** Where pictures are written; without it they are only drawn. */
  readonly folder?: string;
}

const clock = new Intl.DateTimeFormat("id", { timeStyle: "short", timeZone: "Asia/Jakarta" });

/** What the screen shows of one message and its replies. */
export async function converse({ chat, now, sender, folder }: Conversation, text: string): Promise<string> {
  const at = now();
  const shown = [drawMessage(text, clock.format(at))];
  for (const reply of await chat.receive({ channel: "demo", id: randomUUID(), sender, text, at })) {
    shown.push(drawReply(reply, clock.format(now())));
    if (reply.image !== undefined && folder !== undefined) {
      const path = join(folder, reply.image.name);
      writeFileSync(path, reply.image.data);
      shown.push(` ${path}`);
    }
  }
  return shown.join("\n");
}
