import { type ChannelLimits, type Chat, fitChoices, type Reply } from "giliran";
import type { Hono } from "hono";
import { type AnsweringSettings, createAnswering } from "../transport/answering.js";
import { demandSecret, isSame } from "../transport/bot-app.js";
import { callApi, download } from "../transport/call-api.js";
import { sayCode } from "../transport/say-code.js";
import { createSentTexts } from "../transport/sent-texts.js";
import { createSignedWebhook } from "../transport/signed-webhook.js";
import { readWebhook, type WhatsAppMessage } from "./read-webhook.js";
import { addressOf, writeMessages } from "./write-message.js";

export interface WhatsAppSettings extends Pick<AnsweringSettings, "pausesMs"> {
  readonly chat: Chat;
  /** Signs the webhook's bodies. */
  readonly appSecret: string;
  readonly accessToken: string;
  /** Yours, asked for when the webhook is set up. */
  readonly verifyToken: string;
  /** Such as `https://graph.facebook.com/v23.0`. */
  readonly apiUrl: string;
}

/** Three buttons, or a list of ten rows, whose ids have 200 characters at most. */
const limits: ChannelLimits = { buttons: 10, buttonLength: 200, textLength: 1024 };

/** The webhook of WhatsApp's Cloud API; answered when the replies are sent. */
export function createWhatsAppCloud(settings: WhatsAppSettings): Hono {
  const { appSecret, accessToken: token, verifyToken, apiUrl } = settings;
  demandSecret(verifyToken);
  const sent = createSentTexts();
  async function complete(message: WhatsAppMessage): Promise<WhatsAppMessage> {
    const [picture] = message.media;
    return sayCode(await sent.complete(message), picture && (() => downloadPicture(picture.id)));
  }
  const answer = createAnswering({ ...settings, send, complete });

  async function send(reply: Reply, { to: from }: WhatsAppMessage): Promise<void> {
    const { text, buttons } = fitChoices(reply, limits);
    const imageId = reply.image && (await upload(reply.image, from));
    for (const content of writeMessages(text, buttons, imageId)) {
      const body = { messaging_product: "whatsapp", ...addressOf(reply.to), ...content };
      const response = await callApi(`${apiUrl}/${from}/messages`, { token, body });
      const { messages } = (await response.json()) as { messages: { id: string }[] }; // decoded
      for (const { id } of messages) sent.add(id, text);
    }
  }

  async function upload({ data, mediaType, name }: NonNullable<Reply["image"]>, from: string) {
    const body = new FormData();
    body.set("messaging_product", "whatsapp");
    body.set("file", new Blob([new Uint8Array(data)], { type: mediaType }), name);
    const response = await callApi(`${apiUrl}/${from}/media`, { token, body });
    return ((await response.json()) as { id: string }).id; // decoded
  }

  async function downloadPicture(id: string): Promise<Uint8Array> {
    const { url } = (await (await callApi(`${apiUrl}/${id}`, { token })).json()) as { url: string }; // decoded
    return download(url, { token });
  }

  return createSignedWebhook({
    secret: appSecret,
    header: "x-hub-signature-256",
    prefix: "sha256=",
    encoding: "hex",
    read: readWebhook,
    answer,
  }).get("/webhook", ({ req, text }) =>
    isSame(req.query("hub.verify_token") ?? "", verifyToken)
      ? text(req.query("hub.challenge") ?? "")
      : text("Forbidden", 403),
  );
}
