import { createHmac } from "node:crypto";
import type { Chat } from "giliran";
import { Hono } from "hono";
import { describe, expect, it } from "vitest";
import { createLine } from "../../../examples/line/line.js";
import { describeChannel } from "./converse.js";
import { listen } from "./listen.js";
import { createServiceLog, type Delivery, messagesAt, type Service } from "./service.js";

const channelSecret = "the secret of the channel";
const publicUrl = "https://bot.example";

interface SentMessage {
  readonly type: "text" | "image";
  readonly text?: string;
  readonly originalContentUrl?: string;
  readonly previewImageUrl?: string;
  readonly quickReply?: {
    readonly items: readonly { readonly action: { readonly label: string; readonly text: string } }[];
  };
}

interface LineService extends Service {
  readonly post: (events: readonly object[]) => Promise<number>;
}

async function openLine(chat: Chat): Promise<LineService> {
  const log = createServiceLog();
  const senders = new Map<string, string>();
  const pictures = new Map<string, Uint8Array>();
  const used = new Set<string>();
  let ids = 0;

  async function show(sender: string, messages: readonly SentMessage[]): Promise<object> {
    log.check("messages", messages.length, 5);
    const url = messages.find(({ type }) => type === "image")?.originalContentUrl;
    const { text = "", quickReply } = messages.at(-1) ?? {};
    log.check("text", text.length, 5000);
    const actions = (quickReply?.items ?? []).map(({ action }) => action);
    log.check("quick replies", actions.length, 13);
    for (const action of actions) {
      log.check("label", action.label.length, 20);
      log.check("text of a quick reply", action.text.length, 300);
    }
    const id = `${++ids}`;
    const buttons = actions.map((action) => action.text);
    log.show(sender, { id, text, buttons, ...(url !== undefined && (await fetchPicture(url))) });
    return {
      sentMessages: messages.map((_, index) => ({ id: index === messages.length - 1 ? id : `${id}p` })),
    };
  }

  async function fetchPicture(url: string): Promise<{ readonly image: Uint8Array }> {
    const response = await fetch(url.replace(publicUrl, bot.url));
    const image = new Uint8Array(await response.arrayBuffer());
    log.check("preview", image.length, 1_000_000);
    return { image };
  }

  const api = new Hono().post("/v2/bot/message/reply", async ({ req, json }) => {
    if (log.fails()) return json({ message: "Internal Server Error" }, 500);
    const { replyToken, messages } = (await req.json()) as { replyToken: string; messages: SentMessage[] }; // decoded
    if (used.has(replyToken)) return json({ message: "Invalid reply token" }, 400);
    used.add(replyToken);
    return json(await show(senders.get(replyToken) ?? "", messages));
  });
  api.get("/v2/bot/message/:id/content", ({ req, body }) => {
    const picture = pictures.get(req.param("id"));
    return picture && req.header("authorization") === "Bearer t"
      ? body(new Uint8Array(picture))
      : body("Not found", 404);
  });
  const service = await listen(api);
  const bot = await listen(
    createLine({
      ...{ chat, channelSecret, accessToken: "t", publicUrl },
      ...{ apiUrl: service.url, dataUrl: service.url, pausesMs: [1, 1] },
    }),
  );

  async function post(events: readonly object[], forged?: string): Promise<number> {
    const body = JSON.stringify({ destination: "U1", events });
    const signature = forged ?? createHmac("sha256", channelSecret).update(body).digest("base64");
    const headers = { "content-type": "application/json", "x-line-signature": signature };
    return (await fetch(`${bot.url}/webhook`, { method: "POST", headers, body })).status;
  }
  return {
    ...log,
    post: (events) => post(events),
    deliver(message) {
      const event = eventOf(message);
      if (message.picture !== undefined) pictures.set(message.id, message.picture);
      senders.set(event.replyToken, message.sender);
      return post([event], message.signature);
    },
    async close() {
      await Promise.all([bot.close(), service.close()]);
    },
  };
}

function eventOf({ id, sender, text, quotes, media, picture }: Delivery) {
  const kind = media ?? (picture ? "picture" : "text");
  const type = { sticker: "sticker", "voice note": "audio", picture: "image", text: "text" }[kind];
  return {
    type: "message",
    mode: "active",
    timestamp: messagesAt,
    webhookEventId: `event-${id}`,
    deliveryContext: { isRedelivery: false },
    source: { type: "user", userId: sender },
    replyToken: `token-${id}`,
    message: { id, type, ...(type === "text" && { text }), ...(quotes && { quotedMessageId: quotes.id }) },
  };
}

describeChannel("a bot on LINE", { open: openLine });

describe("the webhook of LINE", () => {
  const refuse = () => Promise.reject(new Error("Expected nothing to be read."));
  const chat: Chat = { receive: refuse, tell: refuse };

  it.each([
    ["no event, when it is verified", []],
    ["a new friend", [{ type: "follow", timestamp: messagesAt, source: { type: "user", userId: "a" } }]],
    [
      "a group",
      [{ ...eventOf({ id: "1", sender: "a", text: "#status" }), source: { type: "group", groupId: "g" } }],
    ],
  ])("answers 200 to %s and reads nothing", async (_, events) => {
    const service = await openLine(chat);
    expect(await service.post(events)).toBe(200);
    await service.close();
  });
});
