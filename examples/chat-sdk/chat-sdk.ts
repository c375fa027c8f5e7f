import type { SlackAdapter } from "@chat-adapter/slack";
import { createMemoryState } from "@chat-adapter/state-memory";
import { type Adapter, Chat as ChatSdk, type Thread } from "chat";
import { type Chat, fitChoices, type IncomingMessage } from "giliran";
import { Hono } from "hono";
import { type AnsweringSettings, createAnswering } from "../transport/answering.js";
import { reportError } from "../transport/report-error.js";
import { rawText } from "./raw-text.js";

export interface ChatSdkSettings extends Pick<AnsweringSettings, "pausesMs"> {
  readonly chat: Chat;
  /** `{ slack: createSlackAdapter() }`; those of Teams, Discord and Google Chat go beside it. */
  readonly adapters: Readonly<Record<string, SlackAdapter | Adapter>>;
}

interface ThreadMessage extends IncomingMessage {
  readonly thread: Thread;
}

/** Discord takes 2000 characters, Slack and Teams more. */
const limits = { buttons: 0, textLength: 2000 };

/** Direct messages of each adapter come to `/webhook/<its name>`; answered when the replies are sent. */
export function createChatSdk({ chat, adapters, ...settings }: ChatSdkSettings): Hono {
  const bot = new ChatSdk({
    userName: "antrian",
    // @ts-expect-error The kit's types forget that under exactOptionalPropertyTypes no adapter may give undefined.
    adapters,
    state: createMemoryState(),
    concurrency: "concurrent",
    logger: "silent",
    // What could not be answered comes again and has to be read again; it is acted on once all the same.
    dedupeTtlMs: 1,
  });
  const answer = createAnswering<ThreadMessage>({
    chat,
    async send({ image, ...reply }, { thread }) {
      const { data, name: filename, mediaType: mimeType } = image ?? {};
      const files = data && filename ? [{ data: Buffer.from(data), filename, mimeType: `${mimeType}` }] : [];
      await thread.post({ raw: fitChoices(reply, limits).text, files });
    },
    ...settings,
  });
  bot.onDirectMessage(async (thread, { id, author, text, raw, attachments, metadata }) => {
    if (author.isBot === true) return;
    await answer({
      channel: thread.adapter.name,
      id,
      sender: author.userId,
      text: rawText(raw) ?? text,
      media: attachments,
      at: metadata.dateSent.getTime(),
      thread,
    });
  });

  return new Hono().onError(reportError).post("/webhook/:adapter", async ({ req, notFound }) => {
    const receive = bot.webhooks[req.param("adapter")];
    if (receive === undefined) return notFound();
    const tasks: Promise<unknown>[] = [];
    const response = await receive(req.raw, {
      waitUntil: (task) => tasks.push(task),
      propagateHandlerErrors: true,
    });
    await Promise.all(tasks);
    return response;
  });
}
