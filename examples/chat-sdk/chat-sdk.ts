import type { DiscordAdapter } from "@chat-adapter/discord";
import type { SlackAdapter } from "@chat-adapter/slack";
import { createMemoryState } from "@chat-adapter/state-memory";
import type { TeamsAdapter } from "@chat-adapter/teams";
import { Actions, type Adapter, Button, Card, CardText, Chat as ChatSdk, type Postable } from "chat";
import { type ChannelLimits, type Chat, fitChoices, type IncomingMessage, type Reply } from "giliran";
import type { Hono } from "hono";
import { type AnsweringSettings, createAnswering } from "../transport/answering.js";
import { createBotApp, readBody } from "../transport/bot-app.js";
import { type FetchPicture, sayCode } from "../transport/say-code.js";
import { quotedText, rawText, tapId } from "./raw-event.js";

export interface ChatSdkSettings extends Pick<AnsweringSettings, "pausesMs"> {
  readonly chat: Chat;
  /** Such as `{ slack: createSlackAdapter() }`. */
  readonly adapters: Readonly<Record<string, SlackAdapter | TeamsAdapter | DiscordAdapter | Adapter>>;
  /** No service says when a button was tapped. Default `Date.now`. */
  readonly now?: () => number;
}

export interface ChatSdkBot {
  /** Takes what each adapter's service sends to `/webhook/<its name>`; answered when the replies are sent. */
  readonly app: Hono;
  /** The first webhook does so too. */
  readonly initialize: () => Promise<void>;
}

interface PlacedMessage extends IncomingMessage {
  /** Where the answer goes. */
  readonly place: Pick<Postable, "post">;
  readonly fetchPicture?: FetchPicture | undefined;
}

/** What all of them have room for: six buttons on Teams, of 100 characters with their ids on Discord. */
const limits: ChannelLimits = { buttons: 6, buttonLength: 98, textLength: 2000 };

/** Answers the direct messages, and the taps on the buttons, of several services. */
export function createChatSdk({ chat, adapters, now = Date.now, ...settings }: ChatSdkSettings): ChatSdkBot {
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
  const answer = createAnswering<PlacedMessage>({
    chat,
    complete: (message) => sayCode(message, message.fetchPicture),
    send: async (reply, { place }) => void (await place.post(write(reply))),
    ...settings,
  });
  bot.onDirectMessage(async (thread, { id, author, text, raw, attachments, metadata }) => {
    if (author.isBot === true) return;
    const quoted = quotedText(raw);
    await answer({
      channel: thread.adapter.name,
      id,
      sender: author.userId,
      text: rawText(raw) ?? text,
      media: attachments,
      at: metadata.dateSent.getTime(),
      place: thread,
      ...(quoted !== undefined && { quoted }),
      fetchPicture: attachments.find(({ type }) => type === "image")?.fetchData,
    });
  });
  bot.onAction(async ({ adapter, thread, user, raw, value = "" }) => {
    if (thread?.isDM !== true) return;
    const common = { channel: adapter.name, id: tapId(raw), sender: user.userId };
    // Slack would put what is said in the thread of the button's message aside.
    await answer({ ...common, text: value, at: now(), place: thread.channel });
  });

  const app = createBotApp().post("/webhook/:adapter", async (context) => {
    const { req, notFound, text } = context;
    const adapter = req.param("adapter");
    const receive = Object.hasOwn(adapters, adapter) ? bot.webhooks[adapter] : undefined;
    if (receive === undefined) return notFound();
    if (signedTimes.some((header) => isOld(req.header(header)))) return text("Too old", 401);
    const body = await readBody(context);
    const tasks: Promise<unknown>[] = [];
    const response = await receive(new Request(req.url, { method: "POST", headers: req.raw.headers, body }), {
      waitUntil: (task) => tasks.push(task),
      propagateHandlerErrors: true,
    });
    await Promise.all(tasks);
    return response;
  });
  return { app, initialize: () => bot.initialize() };
}

/** Where services say when they signed, in seconds: what somebody kept is not taken later. */
const signedTimes = ["x-slack-request-timestamp", "x-signature-timestamp"];
const oldestSeconds = 300;

function isOld(seconds: string | undefined): boolean {
  return seconds !== undefined && !(Math.abs(Date.now() / 1000 - Number(seconds)) <= oldestSeconds);
}

/** Buttons stand on a card; what has none is sent as it is. */
function write({ image, ...reply }: Reply) {
  const { text, buttons } = fitChoices(reply, limits);
  const files = image
    ? [{ data: Buffer.from(image.data), filename: image.name, mimeType: image.mediaType }]
    : [];
  if (buttons.length === 0) return { raw: text, files };
  const actions = buttons.map(({ label, text: value }, index) => Button({ id: `${index}`, label, value }));
  return { card: Card({ children: [CardText(text), Actions(actions)] }), files };
}
