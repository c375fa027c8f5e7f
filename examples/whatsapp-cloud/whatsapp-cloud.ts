import { type ChannelLimits, type Chat, fitChoices, type IncomingMessage, type Reply } from "giliran";
import { Hono } from "hono";
import { bodyLimit } from "hono/body-limit";
import { type AnsweringSettings, createAnswering } from "../transport/answering.js";
import { callApi } from "../transport/call-api.js";
import { readCode } from "../transport/read-code.js";
import { reportError } from "../transport/report-error.js";
import { createSentTexts } from "../transport/sent-texts.js";
import { isSignedBody } from "../transport/signature.js";
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
  const { appSecret, verifyToken, apiUrl } = settings;
  const authorization = `Bearer ${settings.accessToken}`;
  const sent = createSentTexts();
  const answer = createAnswering<Omit<WhatsAppMessage, "context">>({
    ...settings,
    send,
    complete: readPicture,
  });

  async function send(reply: Reply, { to: phoneNumberId = "" }: IncomingMessage): Promise<void> {
    const { text, buttons } = fitChoices(reply, limits);
    const imageId = reply.image && (await upload(reply.image, phoneNumberId));
    const headers = { authorization, "content-type": "application/json" };
    for (const content of writeMessages(text, buttons, imageId)) {
      const body = JSON.stringify({ messaging_product: "whatsapp", ...addressOf(reply.to), ...content });
      const response = await callApi(`${apiUrl}/${phoneNumberId}/messages`, { headers, body });
      const { messages } = (await response.json()) as { messages: { id: string }[] }; // decoded
      for (const { id } of messages) sent.add(id, text);
    }
  }

  /** A picture of the code that comes back says the code. */
  async function readPicture<M extends Pick<WhatsAppMessage, "text" | "media">>(message: M): Promise<M> {
    const [picture] = message.media;
    if (message.text !== "" || picture === undefined) return message;
    const get = { method: "GET", headers: { authorization } };
    const { url } = (await (await callApi(`${apiUrl}/${picture.id}`, get)).json()) as { url: string }; // decoded
    const data = await (await callApi(url, get)).arrayBuffer();
    return { ...message, text: (await readCode(new Uint8Array(data))) ?? "" };
  }

  async function upload({ data, mediaType, name }: NonNullable<Reply["image"]>, phoneNumberId: string) {
    const body = new FormData();
    body.set("messaging_product", "whatsapp");
    body.set("file", new Blob([new Uint8Array(data)], { type: mediaType }), name);
    const response = await callApi(`${apiUrl}/${phoneNumberId}/media`, { headers: { authorization }, body });
    return ((await response.json()) as { id: string }).id; // decoded
  }

  return new Hono()
    .onError(reportError)
    .get("/webhook", ({ req, text }) =>
      req.query("hub.verify_token") === verifyToken
        ? text(req.query("hub.challenge") ?? "")
        : text("Forbidden", 403),
    )
    .post("/webhook", bodyLimit({ maxSize: 4_000_000 }), async ({ req, text }) => {
      const body = await req.text();
      const signature = req.header("x-hub-signature-256")?.replace(/^sha256=/, "") ?? "";
      if (!isSignedBody(body, { secret: appSecret, signature, encoding: "hex" }))
        return text("Unauthorized", 401);
      await Promise.all(
        readWebhook(body).map(({ context, ...message }) => answer({ ...message, ...sent.quote(context) })),
      );
      return text("OK");
    });
}
