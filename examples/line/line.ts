import { randomUUID } from "node:crypto";
import { type ChannelLimits, type Chat, fitChoices, type Reply } from "giliran";
import type { Hono } from "hono";
import { type AnsweringSettings, createAnswering } from "../transport/answering.js";
import { createBarcodePictures } from "../transport/barcode-pictures.js";
import { callApi, download } from "../transport/call-api.js";
import { sayCode } from "../transport/say-code.js";
import { createSentTexts } from "../transport/sent-texts.js";
import { createSignedWebhook } from "../transport/signed-webhook.js";
import { type LineMessage, readWebhook } from "./read-webhook.js";

export interface LineSettings extends Pick<AnsweringSettings, "pausesMs"> {
  readonly chat: Chat;
  readonly channelSecret: string;
  readonly accessToken: string;
  /** Where LINE reaches this program, without a slash at the end: it fetches pictures from there. */
  readonly publicUrl: string;
  /** Default LINE's own. */
  readonly apiUrl?: string;
  /** Where the pictures are that people send. */
  readonly dataUrl?: string;
}

/** 13 quick replies, which send 300 characters at most. */
const limits: ChannelLimits = { buttons: 13, buttonLength: 300, textLength: 5000 };

/** The webhook of a LINE channel; answered when the replies are sent. */
export function createLine(settings: LineSettings): Hono {
  const { channelSecret, accessToken: token, publicUrl } = settings;
  const { apiUrl = "https://api.line.me", dataUrl = "https://api-data.line.me" } = settings;
  const sent = createSentTexts();
  const pictures = createBarcodePictures(channelSecret);
  const answer = createAnswering({ ...settings, send, complete });

  async function complete(message: LineMessage): Promise<LineMessage> {
    const fetchPicture = () => download(`${dataUrl}/v2/bot/message/${message.id}/content`, { token });
    return sayCode(await sent.complete(message), message.media.length > 0 ? fetchPicture : undefined);
  }

  /** The first answer uses the free token of the message; LINE takes it once. */
  async function send(reply: Reply, { replyToken }: LineMessage, index: number): Promise<void> {
    const messages = write(reply, (name) => `${publicUrl}/barcode${pictures.pathOf(name)}`);
    const response =
      index === 0
        ? await callApi(`${apiUrl}/v2/bot/message/reply`, { token, body: { replyToken, messages } })
        : await callApi(`${apiUrl}/v2/bot/message/push`, {
            token,
            body: { to: reply.to, messages },
            headers: { "x-line-retry-key": randomUUID() },
          });
    const { sentMessages } = (await response.json()) as { sentMessages: readonly { id: string }[] }; // decoded
    for (const { id } of sentMessages) sent.add(id, reply.text);
  }

  return createSignedWebhook({
    secret: channelSecret,
    header: "x-line-signature",
    encoding: "base64",
    read: readWebhook,
    answer,
  }).route("/barcode", pictures.app);
}

/** A picture, and a text with quick replies. */
function write(reply: Reply, urlOf: (name: string) => string): readonly object[] {
  const { text, buttons } = fitChoices(reply, limits);
  const items = buttons.map((choice) => ({ type: "action", action: { type: "message", ...choice } }));
  const url = reply.image && urlOf(reply.image.name);
  const picture = url && { type: "image", originalContentUrl: url, previewImageUrl: url };
  return [
    ...(picture ? [picture] : []),
    { type: "text", text, ...(items.length > 0 && { quickReply: { items } }) },
  ];
}
