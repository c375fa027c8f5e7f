import { randomUUID } from "node:crypto";
import { type ChannelLimits, type Chat, fitChoices, type Reply } from "giliran";
import { Hono } from "hono";
import { bodyLimit } from "hono/body-limit";
import { type AnsweringSettings, createAnswering } from "../transport/answering.js";
import { barcodePictures } from "../transport/barcode-pictures.js";
import { callApi } from "../transport/call-api.js";
import { reportError } from "../transport/report-error.js";
import { createSentTexts } from "../transport/sent-texts.js";
import { isSignedBody } from "../transport/signature.js";
import { type LineMessage, readWebhook } from "./read-webhook.js";

export interface LineSettings extends Pick<AnsweringSettings, "pausesMs"> {
  readonly chat: Chat;
  readonly channelSecret: string;
  readonly accessToken: string;
  /** Where LINE reaches this program, without a slash at the end: it fetches pictures from there. */
  readonly publicUrl: string;
  /** Default LINE's own. */
  readonly apiUrl?: string;
}

/** 13 quick replies, which send 300 characters at most. */
const limits: ChannelLimits = { buttons: 13, buttonLength: 300, textLength: 5000 };

/** The webhook of a LINE channel; answered when the replies are sent. */
export function createLine(settings: LineSettings): Hono {
  const { channelSecret, accessToken, publicUrl, apiUrl = "https://api.line.me" } = settings;
  const sent = createSentTexts();
  const answer = createAnswering<LineMessage>({ ...settings, send });

  /** The first answer uses the free token of the message; LINE takes it once. */
  async function send(reply: Reply, { replyToken }: LineMessage, index: number): Promise<void> {
    const messages = write(reply);
    const [path, address] = index === 0 ? ["reply", { replyToken }] : ["push", { to: reply.to }];
    const response = await callApi(`${apiUrl}/v2/bot/message/${path}`, {
      headers: {
        authorization: `Bearer ${accessToken}`,
        "content-type": "application/json",
        ...(path === "push" && { "x-line-retry-key": randomUUID() }),
      },
      body: JSON.stringify({ ...address, messages }),
    });
    const { sentMessages } = (await response.json()) as { sentMessages: readonly { id: string }[] }; // decoded
    for (const { id } of sentMessages) sent.add(id, reply.text);
  }

  function write(reply: Reply): readonly object[] {
    const { text, buttons } = fitChoices(reply, limits);
    const items = buttons.map((choice) => ({ type: "action", action: { type: "message", ...choice } }));
    const url = reply.image && `${publicUrl}/barcode/${reply.image.name}`;
    const picture = url && { type: "image", originalContentUrl: url, previewImageUrl: url };
    return [
      ...(picture ? [picture] : []),
      { type: "text", text, ...(items.length > 0 && { quickReply: { items } }) },
    ];
  }

  return new Hono()
    .onError(reportError)
    .post("/webhook", bodyLimit({ maxSize: 1_000_000 }), async ({ req, text }) => {
      const body = await req.text();
      const signature = req.header("x-line-signature") ?? "";
      if (!isSignedBody(body, { secret: channelSecret, signature, encoding: "base64" }))
        return text("Unauthorized", 401);
      await Promise.all(
        readWebhook(body).map(({ quotedId, ...message }) => answer({ ...message, ...sent.quote(quotedId) })),
      );
      return text("OK");
    })
    .route("/barcode", barcodePictures);
}
