import { createHmac } from "node:crypto";
import type { Chat } from "giliran";
import { Hono } from "hono";
import { createTwilio } from "../../../examples/twilio/twilio.js";
import { listen } from "./listen.js";
import { createServiceLog, messagesAt, type Service } from "./service.js";

const authToken = "12345";
const publicUrl = "https://bot.example";

/** Twilio, for one of its channels: `sms` has bare numbers, `whatsapp` a word in front of them. */
export async function openTwilio(chat: Chat, prefix: "" | "whatsapp:"): Promise<Service> {
  const log = createServiceLog();
  const pictures = new Map<string, Uint8Array>();
  const login = `Basic ${Buffer.from(`AC1:${authToken}`).toString("base64")}`;
  const files = await listen(
    new Hono().get("/:id", ({ req, body }) =>
      req.header("authorization") === login
        ? body(new Uint8Array(pictures.get(req.param("id")) ?? []))
        : body("Unauthorized", 401),
    ),
  );
  const bot = await listen(createTwilio({ chat, authToken, publicUrl, now: () => messagesAt }));
  const answered = new Set<string>();

  /** HMAC-SHA-1 over the address and the sorted fields. */
  function sign(fields: Readonly<Record<string, string>>): string {
    const sorted = Object.entries(fields).sort(([a], [b]) => (a < b ? -1 : 1));
    return createHmac("sha1", authToken)
      .update(`${publicUrl}/webhook${sorted.flat().join("")}`)
      .digest("base64");
  }

  /** Twilio fetches a picture from where the bot says that it is. */
  async function fetchPicture(url: string): Promise<{ readonly image: Uint8Array }> {
    const response = await fetch(url.replace(publicUrl, bot.url));
    log.check(`picture as ${response.headers.get("content-type")}`, response.ok ? 0 : 1, 0);
    const image = new Uint8Array(await response.arrayBuffer());
    log.check("picture", image.length, 5_000_000);
    return { image };
  }

  async function show(sender: string, twiml: string): Promise<void> {
    for (const [, message = ""] of twiml.matchAll(/<Message>(.*?)<\/Message>/gs)) {
      const [media] = [...message.matchAll(/<Media>(.*?)<\/Media>/g)].map(([, url = ""]) => url);
      const text = readXml(message.replace(/<Media>.*<\/Media>/g, ""));
      log.check("text", text.length, 1600);
      log.show(sender, {
        id: "",
        text,
        buttons: [],
        ...(media !== undefined && (await fetchPicture(media))),
      });
    }
  }

  return {
    ...log,
    async deliver({ id, sender, text, media, picture, signature }) {
      if (picture !== undefined) pictures.set(id, picture);
      const type = picture
        ? "image/jpeg"
        : { sticker: "image/webp", "voice note": "audio/ogg" }[media ?? "sticker"];
      const fields = {
        MessageSid: `SM${id}`,
        AccountSid: "AC1",
        From: `${prefix}+62${sender}`,
        To: `${prefix}+15005550006`,
        Body: text,
        ...((media ?? picture)
          ? { NumMedia: "1", MediaContentType0: type, MediaUrl0: `${files.url}/${id}` }
          : { NumMedia: "0" }),
      };
      const headers = { "x-twilio-signature": signature ?? sign(fields) };
      const post = () =>
        fetch(`${bot.url}/webhook`, { method: "POST", headers, body: new URLSearchParams(fields) });
      let response = await post();
      // What is lost on its way is asked for again.
      while (log.fails()) response = await post();
      if (response.ok && !answered.has(id)) {
        answered.add(id);
        await show(sender, await response.text());
      }
      return response.status;
    },
    async close() {
      await Promise.all([bot.close(), files.close()]);
    },
  };
}

function readXml(xml: string): string {
  const entities: Readonly<Record<string, string>> = { lt: "<", gt: ">", amp: "&", quot: '"', apos: "'" };
  return xml.replace(/&(\w+);/g, (entity, name: string) => entities[name] ?? entity);
}
