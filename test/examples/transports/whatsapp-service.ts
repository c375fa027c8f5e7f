import { createHmac } from "node:crypto";
import type { Chat } from "giliran";
import { Hono } from "hono";
import { createWhatsAppCloud } from "../../../examples/whatsapp-cloud/whatsapp-cloud.js";
import { listen } from "./listen.js";
import { createServiceLog, type Delivery, type Service, type ServiceLog, type Shown } from "./service.js";
import { whatsAppAccount } from "./whatsapp-account.js";

const phoneNumberId = "106540352242922";

/** What a bot sends, as far as it is looked at. */
interface Sent {
  readonly to?: string;
  readonly recipient?: string;
  readonly type: "text" | "image" | "interactive";
  readonly text?: { readonly body: string };
  readonly image?: { readonly id: string; readonly caption?: string };
  readonly interactive?: Interactive;
}

interface Interactive {
  readonly header?: { readonly type: string; readonly image?: { readonly id: string } };
  readonly body: { readonly text: string };
  readonly action: {
    readonly button?: string;
    readonly buttons?: readonly { readonly reply: { readonly id: string; readonly title: string } }[];
    readonly sections?: readonly {
      readonly rows: readonly { readonly id: string; readonly title: string }[];
    }[];
  };
}

export interface WhatsAppService extends Service {
  /** Delivers a body as it is. */
  readonly post: (body: string, signature?: string) => Promise<Response>;
  readonly webhookUrl: string;
}

/** The Graph API, as far as a bot calls it. */
export function createGraphApi(log: ServiceLog, pictures: Map<string, Uint8Array> = new Map()): Hono {
  let ids = 0;

  function read(sent: Sent): Omit<Shown, "id"> {
    const { text, image, interactive } = sent;
    if (interactive !== undefined) return readInteractive(interactive);
    log.check("text", text?.body.length ?? 0, 4096);
    log.check("caption", image?.caption?.length ?? 0, 1024);
    return { text: text?.body ?? image?.caption ?? "", buttons: [], ...picture(image?.id) };
  }

  function readInteractive({ header, body, action }: Interactive): Omit<Shown, "id"> {
    const { buttons, sections = [] } = action;
    const rows = sections.flatMap((section) => section.rows);
    log.check("body", body.text.length, buttons ? 1024 : 4096);
    log.check("buttons", buttons?.length ?? 1, 3);
    log.check("rows", rows.length, 10);
    log.check("list button", action.button?.length ?? 1, 20);
    if (header !== undefined && !buttons) log.check("picture above a list", 1, 0);
    const replies = buttons?.map(({ reply }) => reply) ?? rows;
    log.check("same titles", replies.length - new Set(replies.map(({ title }) => title)).size, 0);
    for (const { id, title } of replies) {
      log.check("title", title.length, buttons ? 20 : 24);
      log.check("id", id.length, buttons ? 256 : 200);
    }
    return { text: body.text, buttons: replies.map(({ id }) => id), ...picture(header?.image?.id) };
  }

  function picture(id: string | undefined): { readonly image?: Uint8Array } {
    const image = id === undefined ? undefined : pictures.get(id);
    if (id !== undefined && image === undefined) log.check(`unknown picture ${id}`, 1, 0);
    return image === undefined ? {} : { image };
  }

  return new Hono()
    .use(async ({ req, json }, next) => {
      if (log.fails())
        return json({ error: { message: "Service temporarily unavailable", code: 131016 } }, 503);
      if (req.header("authorization") !== `Bearer ${whatsAppAccount.accessToken}`)
        return json({ error: { code: 190 } }, 401);
      return next();
    })
    .post("/v23.0/:number/media", async ({ req, json }) => {
      const file = (await req.formData()).get("file");
      if (!(file instanceof File)) return json({ error: { code: 100 } }, 400);
      log.check("picture", file.size, 5_000_000);
      log.check(`picture as ${file.type}`, /^image\/(png|jpeg)$/.test(file.type) ? 0 : 1, 0);
      const id = `media-${++ids}`;
      pictures.set(id, new Uint8Array(await file.arrayBuffer()));
      return json({ id });
    })
    .get("/v23.0/:id", ({ req, json }) =>
      pictures.has(req.param("id"))
        ? json({ url: `${req.url.replace("/v23.0/", "/download/")}` })
        : json({ error: { message: "Unsupported get request", code: 100 } }, 400),
    )
    .get("/download/:id", ({ req, body }) => body(new Uint8Array(pictures.get(req.param("id")) ?? [])))
    .post("/v23.0/:number/messages", async ({ req, json }) => {
      const sent = (await req.json()) as Sent; // decoded
      const id = `wamid.sent.${++ids}`;
      log.show(sent.recipient ?? sent.to ?? "", { id, ...read(sent) });
      return json({ messages: [{ id }] });
    });
}

export async function openWhatsApp(chat: Chat): Promise<WhatsAppService> {
  const log = createServiceLog();
  const pictures = new Map<string, Uint8Array>();
  const service = await listen(createGraphApi(log, pictures));
  const apiUrl = `${service.url}/v23.0`;
  const bot = await listen(createWhatsAppCloud({ ...whatsAppAccount, chat, apiUrl, pausesMs: [1, 1] }));
  const webhookUrl = `${bot.url}/webhook`;
  const post = (body: string, signature?: string) => postSigned(webhookUrl, body, signature);
  return {
    ...log,
    post,
    webhookUrl,
    async deliver(message) {
      if (message.picture !== undefined) pictures.set(`of ${message.id}`, message.picture);
      const response = await post(webhook([messageOf(message)]), message.signature && "0".repeat(64));
      return response.status;
    },
    async close() {
      await Promise.all([bot.close(), service.close()]);
    },
  };
}

export function postSigned(url: string, body: string, signature: string = sign(body)): Promise<Response> {
  const headers = { "content-type": "application/json", "x-hub-signature-256": `sha256=${signature}` };
  return fetch(url, { method: "POST", body, headers });
}

function sign(body: string): string {
  return createHmac("sha256", whatsAppAccount.appSecret).update(body).digest("hex");
}

/** A message as the service writes it: from a number, or from a business-scoped id alone. */
export function messageOf({ id, sender, quotes, ...said }: Delivery): object {
  const from = sender.includes(".") ? { from_user_id: sender } : { from: sender };
  const context = quotes && { context: { from: phoneNumberId, id: quotes.id } };
  return {
    ...from,
    id: `wamid.${id}`,
    timestamp: "1502067600",
    ...contentOf(`of ${id}`, said),
    ...context,
  };
}

function contentOf(id: string, { text, picture, media, tapped }: Omit<Delivery, "id" | "sender">): object {
  if (media === "sticker") return { type: "sticker", sticker: { id, mime_type: "image/webp" } };
  if (media === "voice note") return { type: "audio", audio: { id, mime_type: "audio/ogg", voice: true } };
  if (tapped !== undefined) {
    const kind = tapped.buttons.length > 3 ? "list_reply" : "button_reply";
    return { type: "interactive", interactive: { type: kind, [kind]: { id: text, title: "a title" } } };
  }
  if (picture === undefined) return { type: "text", text: { body: text } };
  return { type: "image", image: { id, mime_type: "image/jpeg", ...(text && { caption: text }) } };
}

/** A body with an entry for each of these lists of messages. */
export function webhook(...entries: readonly (readonly object[])[]): string {
  const metadata = { display_phone_number: "15550783881", phone_number_id: phoneNumberId };
  const change = (messages: readonly object[]) => ({
    field: "messages",
    value: { messaging_product: "whatsapp", metadata, messages },
  });
  return JSON.stringify({
    object: "whatsapp_business_account",
    entry: entries.map((messages) => ({ id: "102290129340398", changes: [change(messages)] })),
  });
}
