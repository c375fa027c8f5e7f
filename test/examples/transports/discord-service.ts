import { generateKeyPairSync, sign } from "node:crypto";
import { createDiscordAdapter } from "@chat-adapter/discord";
import { ConsoleLogger } from "chat";
import type { Chat } from "giliran";
import { Hono } from "hono";
import { createChatSdk } from "../../../examples/chat-sdk/chat-sdk.js";
import { listen } from "./listen.js";
import {
  createServiceLog,
  type Delivery,
  messagesAt,
  type Service,
  type ServiceLog,
  type Shown,
} from "./service.js";

const botToken = "the token of the bot";
const applicationId = "1234";

/** What is looked at of a message. */
interface Sent {
  readonly content?: string;
  readonly embeds?: readonly { readonly description?: string }[];
  readonly components?: readonly {
    readonly components: readonly { readonly custom_id: string; readonly label: string }[];
  }[];
}

/** Discord's API, as far as the kit calls it. */
function createApi(log: ServiceLog): Hono {
  let ids = 0;

  function readButtons({ components = [] }: Sent): readonly string[] {
    log.check("rows", components.length, 5);
    for (const row of components) log.check("buttons in a row", row.components.length, 5);
    const buttons = components.flatMap((row) => row.components);
    log.check("same ids", buttons.length - new Set(buttons.map((one) => one.custom_id)).size, 0);
    for (const { custom_id, label } of buttons) {
      log.check("label", label.length, 80);
      log.check("id of a button", custom_id.length, 100);
    }
    return buttons.map(({ custom_id }) => custom_id.split("\n")[1] ?? "");
  }

  return new Hono().post("/channels/:channel/messages", async ({ req, json }) => {
    if (log.fails()) return json({ message: "Internal Server Error", code: 0 }, 500);
    if (req.header("authorization") !== `Bot ${botToken}`) return json({ message: "Unauthorized" }, 401);
    const isForm = req.header("content-type")?.startsWith("multipart/") ?? false;
    const form = isForm ? await req.formData() : undefined;
    const sent = (form ? JSON.parse(`${form.get("payload_json")}`) : await req.json()) as Sent; // decoded
    const file = form?.get("files[0]");
    const text = sent.embeds?.[0]?.description ?? sent.content ?? "";
    log.check("content", sent.content?.length ?? 0, 2000);
    log.check("description", sent.embeds?.[0]?.description?.length ?? 0, 4096);
    const image = file instanceof File ? { image: new Uint8Array(await file.arrayBuffer()) } : undefined;
    const id = `${++ids}`;
    log.show(req.param("channel").replace(/^D/, ""), { id, text, buttons: readButtons(sent), ...image });
    return json({ id, channel_id: req.param("channel"), timestamp: new Date(messagesAt).toISOString() });
  });
}

/** The kit sends files to Discord itself, whatever address it was given: they are turned to the stand-in. */
function turnToStandIn(url: string): () => void {
  const { fetch } = globalThis;
  globalThis.fetch = (input, init) =>
    fetch(typeof input === "string" ? input.replace("https://discord.com/api/v10", url) : input, init);
  return () => {
    globalThis.fetch = fetch;
  };
}

/** Messages come from the gateway, forwarded with the bot's token; taps on buttons come signed with Ed25519. */
export async function openDiscord(chat: Chat): Promise<Service> {
  const log = createServiceLog();
  const service = await listen(createApi(log));
  const turnBack = turnToStandIn(service.url);
  const { publicKey, privateKey } = generateKeyPairSync("ed25519");
  const discord = createDiscordAdapter({
    apiUrl: service.url,
    applicationId,
    botToken,
    publicKey: publicKey.export({ type: "spki", format: "der" }).subarray(-32).toString("hex"),
    logger: new ConsoleLogger("silent"),
  });
  const settings = { chat, adapters: { discord }, pausesMs: [1, 1], now: () => messagesAt };
  const bot = await listen(createChatSdk(settings).app);

  function headersOf({ tapped, signature }: Delivery, body: string): Record<string, string> {
    if (tapped === undefined) return { "x-discord-gateway-token": signature ?? botToken };
    const timestamp = `${Math.floor(Date.now() / 1000)}`;
    const signed = sign(null, Buffer.from(timestamp + body), privateKey).toString("hex");
    return {
      "x-signature-timestamp": timestamp,
      "x-signature-ed25519": signature ? "0".repeat(128) : signed,
    };
  }
  return {
    ...log,
    async deliver(message) {
      const body = JSON.stringify(message.tapped === undefined ? eventOf(message) : interactionOf(message));
      const headers = { "content-type": "application/json", ...headersOf(message, body) };
      return (await fetch(`${bot.url}/webhook/discord`, { method: "POST", headers, body })).status;
    },
    async close() {
      turnBack();
      await Promise.all([bot.close(), service.close()]);
    },
  };
}

function eventOf({ id, sender, text, media, quotes }: Delivery): object {
  const voice = { id: "1", filename: "voice-message.ogg", content_type: "audio/ogg", size: 1, url: "" };
  const data = {
    id,
    channel_id: `D${sender}`,
    channel_type: 1,
    content: text,
    timestamp: new Date(messagesAt).toISOString(),
    author: { id: sender, username: "ani" },
    mentions: [],
    attachments: media === "voice note" ? [voice] : [],
    ...(quotes && { referenced_message: quoteOf(quotes) }),
    ...(media === "sticker" && { sticker_items: [{ id: "1", name: "wave", format_type: 1 }] }),
  };
  return { type: "GATEWAY_MESSAGE_CREATE", timestamp: messagesAt, data };
}

function quoteOf({ id, text, buttons }: Shown): object {
  return {
    id,
    ...(buttons.length > 0 ? { content: "", embeds: [{ description: text }] } : { content: text }),
  };
}

function interactionOf({ id, sender, text, tapped }: Delivery): object {
  return {
    type: 3,
    id: `interaction-${id}`,
    token: "t",
    application_id: applicationId,
    channel_id: `D${sender}`,
    user: { id: sender, username: "ani" },
    message: { id: tapped?.id },
    data: { component_type: 2, custom_id: `${tapped?.buttons.indexOf(text)}\n${text}` },
  };
}
