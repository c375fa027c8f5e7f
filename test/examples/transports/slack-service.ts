import { createHmac } from "node:crypto";
import { createSlackAdapter } from "@chat-adapter/slack";
import type { Chat } from "giliran";
import { Hono } from "hono";
import { createChatSdk } from "../../../examples/chat-sdk/chat-sdk.js";
import { listen } from "./listen.js";
import { createServiceLog, messagesAt, type Service } from "./service.js";

const signingSecret = "8f742231b10e8888abcd99yyyzzz85a5";
const botUserId = "U0BOT";

/** Slack's Web API, as far as the kit calls it for texts and pictures. */
export async function openSlack(chat: Chat): Promise<Service> {
  const log = createServiceLog();
  const files = new Map<string, Uint8Array>();
  const pictures = new Map<string, Uint8Array>();
  let ids = 0;

  /** A picture stands above the text that comes after it. */
  function show(channel: string, text: string): string {
    const image = pictures.get(channel);
    pictures.delete(channel);
    log.check("text", text.length, 40_000);
    const id = `1502067600.${String(++ids).padStart(6, "0")}`;
    log.show(channel.replace(/^D/, ""), { id, text, buttons: [], ...(image && { image }) });
    return id;
  }

  const api = new Hono().post("/upload/:file", async ({ req, text }) => {
    const isForm = req.header("content-type")?.startsWith("multipart/") ?? false;
    const given = isForm ? (await req.formData()).values().next().value : await req.blob();
    if (given instanceof Blob) files.set(req.param("file"), new Uint8Array(await given.arrayBuffer()));
    return text("OK");
  });
  api.post("/api/:method", async ({ req, json }) => {
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
      case "chat.postMessage":
        return json({ ok: true, channel: fields.channel, ts: show(`${fields.channel}`, `${fields.text}`) });
      case "files.getUploadURLExternal": {
        const file = `F${++ids}`;
        return json({ ok: true, file_id: file, upload_url: `${service.url}/upload/${file}` });
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
  const service = await listen(api);
  const slack = createSlackAdapter({
    botToken: "xoxb-token",
    botUserId,
    signingSecret,
    apiUrl: `${service.url}/api/`,
    webClientOptions: { retryConfig: { retries: 0 } },
  });
  const bot = await listen(createChatSdk({ chat, adapters: { slack }, pausesMs: [1, 1] }));
  const times = new Map<string, string>();

  return {
    ...log,
    async deliver({ id, sender, text, signature }) {
      const ts = times.get(id) ?? `${messagesAt / 1000}.${String(1000 + times.size).padStart(6, "0")}`;
      times.set(id, ts);
      const escaped = text.replace(/&/g, "&amp;").replace(/</g, "&lt;").replace(/>/g, "&gt;");
      const event = {
        type: "message",
        channel: `D${sender}`,
        channel_type: "im",
        user: sender,
        text: escaped,
        ts,
      };
      const envelope = {
        type: "event_callback",
        team_id: "T1",
        event_id: `Ev${id}`,
        event_time: messagesAt / 1000,
        event,
      };
      const body = JSON.stringify(envelope);
      const now = `${Math.floor(Date.now() / 1000)}`;
      const signed = createHmac("sha256", signingSecret).update(`v0:${now}:${body}`).digest("hex");
      const headers = {
        "content-type": "application/json",
        "x-slack-request-timestamp": now,
        "x-slack-signature": `v0=${signature ?? signed}`,
      };
      return (await fetch(`${bot.url}/webhook/slack`, { method: "POST", headers, body })).status;
    },
    async close() {
      await Promise.all([bot.close(), service.close()]);
    },
  };
}
