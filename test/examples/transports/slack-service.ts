import { createHmac } from "node:crypto";
import { get } from "node:http";
import { createSlackAdapter } from "@chat-adapter/slack";
import { ConsoleLogger } from "chat";
import type { Chat } from "giliran";
import { Hono } from "hono";
import { createChatSdk } from "../../../examples/chat-sdk/chat-sdk.js";
import { listen } from "./listen.js";
import { createServiceLog, type Delivery, messagesAt, type Service, type ServiceLog } from "./service.js";

const signingSecret = "8f742231b10e8888abcd99yyyzzz85a5";
const botUserId = "U0BOT";
const botToken = "xoxb-token";

/** What is looked at of a message's blocks. */
interface Block {
  readonly text?: { readonly text: string };
  readonly elements?: readonly {
    readonly action_id: string;
    readonly text: { readonly text: string };
    readonly value: string;
  }[];
}

/** Slack's Web API, as far as the kit calls it for texts, buttons and pictures. */
function createWebApi(log: ServiceLog, photos: Map<string, Uint8Array>, url: () => string): Hono {
  const files = new Map<string, Uint8Array>();
  const pictures = new Map<string, Uint8Array>();
  let ids = 0;

  function checkBlocks(blocks: readonly Block[]): readonly string[] {
    const buttons = blocks.flatMap(({ elements = [] }) => elements);
    log.check("buttons", buttons.length, 25);
    log.check("same action ids", buttons.length - new Set(buttons.map((one) => one.action_id)).size, 0);
    for (const { text } of blocks) log.check("text of a section", text?.text.length ?? 0, 3000);
    for (const { text, value } of buttons) {
      log.check("label", text.text.length, 75);
      log.check("value", value.length, 2000);
    }
    return buttons.map(({ value }) => value);
  }

  /** A picture stands above the text that comes after it. */
  function show(channel: string, text: string, blocks: readonly Block[]): string {
    const image = pictures.get(channel);
    pictures.delete(channel);
    log.check("text", text.length, 40_000);
    const id = `1502067600.${String(++ids).padStart(6, "0")}`;
    const buttons = checkBlocks(blocks);
    log.show(channel.replace(/^D/, ""), { id, text, buttons, ...(image && { image }) });
    return id;
  }

  const api = new Hono().get("/files/:file", ({ req, body }) =>
    req.header("authorization") === `Bearer ${botToken}`
      ? body(new Uint8Array(photos.get(req.param("file")) ?? []))
      : body("Forbidden", 403),
  );
  api.post("/upload/:file", async ({ req, text }) => {
    const isForm = req.header("content-type")?.startsWith("multipart/") ?? false;
    const given = isForm ? (await req.formData()).values().next().value : await req.blob();
    if (given instanceof Blob) files.set(req.param("file"), new Uint8Array(await given.arrayBuffer()));
    return text("OK");
  });
  return api.post("/api/:method", async ({ req, json }) => {
    const body = await req.text();
    const isJson = req.header("content-type")?.startsWith("application/json") ?? false;
    const fields: Readonly<Record<string, string>> = isJson
      ? JSON.parse(body)
      : Object.fromEntries(new URLSearchParams(body));
    const method = req.param("method");
    if (/^(chat|files)\./.test(method) && log.fails())
      return json({ ok: false, error: "internal_error" }, 500);
    switch (method) {
      case "auth.test":
        return json({ ok: true, user_id: botUserId, bot_id: "B0BOT", team_id: "T1", user: "antrian" });
      case "chat.postMessage": {
        const blocks = JSON.parse(fields.blocks ?? "[]") as Block[]; // decoded
        log.check("an answer in a thread of its own", fields.thread_ts ? 1 : 0, 0);
        const ts = show(`${fields.channel}`, `${fields.text}`, blocks);
        return json({ ok: true, channel: fields.channel, ts });
      }
      case "files.getUploadURLExternal": {
        const file = `F${++ids}`;
        return json({ ok: true, file_id: file, upload_url: `${url()}/upload/${file}` });
      }
      case "files.completeUploadExternal": {
        const [file] = JSON.parse(`${fields.files}`) as { id: string }[]; // decoded
        const image = files.get(file?.id ?? "");
        if (image !== undefined) pictures.set(`${fields.channel_id}`, image);
        return json({ ok: true, files: [{ id: file?.id, shares: {} }] });
      }
      default:
        return json({ ok: true });
    }
  });
}

export async function openSlack(chat: Chat): Promise<Service> {
  const log = createServiceLog();
  const photos = new Map<string, Uint8Array>();
  const service = await listen(createWebApi(log, photos, () => service.url));
  const slack = createSlackAdapter({
    botToken,
    botUserId,
    signingSecret,
    apiUrl: `${service.url}/api/`,
    webClientOptions: { retryConfig: { retries: 0 } },
    logger: new ConsoleLogger("silent"),
    // The kit fetches files from Slack's own addresses alone.
    fileTransport: ({ pathname }, signal, headers = {}) =>
      new Promise((resolve, reject) =>
        get(`${service.url}${pathname}`, { signal, headers }, resolve).on("error", reject),
      ),
  });
  const settings = { chat, adapters: { slack }, pausesMs: [1, 1], now: () => messagesAt };
  const bot = await listen(createChatSdk(settings).app);
  const times = new Map<string, string>();

  return {
    ...log,
    async deliver(message) {
      const { id, tapped, picture } = message;
      if (picture !== undefined) photos.set(id, picture);
      const ts = times.get(id) ?? `${messagesAt / 1000}.${String(1000 + times.size).padStart(6, "0")}`;
      times.set(id, ts);
      const body = tapped === undefined ? JSON.stringify(eventOf(message, ts)) : formOf(message, tapped.id);
      const now = `${Math.floor(Date.now() / 1000)}`;
      const signed = createHmac("sha256", signingSecret).update(`v0:${now}:${body}`).digest("hex");
      const headers = {
        "content-type": tapped === undefined ? "application/json" : "application/x-www-form-urlencoded",
        "x-slack-request-timestamp": now,
        "x-slack-signature": `v0=${message.signature ?? signed}`,
      };
      return (await fetch(`${bot.url}/webhook/slack`, { method: "POST", headers, body })).status;
    },
    async close() {
      await Promise.all([bot.close(), service.close()]);
    },
  };
}

function eventOf({ id, sender, text, media, picture }: Delivery, ts: string): object {
  const escaped = text.replace(/&/g, "&amp;").replace(/</g, "&lt;").replace(/>/g, "&gt;");
  const mimetype = picture ? "image/jpeg" : media === "sticker" ? "image/gif" : "audio/mp4";
  const file = { id: "F1", mimetype, url_private: `https://files.slack.com/files/${id}` };
  const event = {
    type: "message",
    channel: `D${sender}`,
    channel_type: "im",
    user: sender,
    text: escaped,
    ts,
    ...((media ?? picture) && { subtype: "file_share", files: [file] }),
  };
  return {
    type: "event_callback",
    team_id: "T1",
    event_id: `Ev${id}`,
    event_time: messagesAt / 1000,
    event,
  };
}

/** A tap comes as a form with a field of JSON. */
function formOf({ id, sender, text }: Delivery, ts: string): string {
  const payload = {
    type: "block_actions",
    user: { id: sender, username: "ani", team_id: "T1" },
    team: { id: "T1", domain: "antrian" },
    container: { type: "message", message_ts: ts, channel_id: `D${sender}`, is_ephemeral: false },
    trigger_id: `trigger-${id}`,
    channel: { id: `D${sender}`, name: "directmessage" },
    message: { type: "message", ts },
    actions: [{ type: "button", action_id: "0", block_id: "1", value: text, action_ts: ts }],
  };
  return new URLSearchParams({ payload: JSON.stringify(payload) }).toString();
}
