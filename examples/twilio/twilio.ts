import { type Chat, fitChoices, type Reply } from "giliran";
import { Hono } from "hono";
import { bodyLimit } from "hono/body-limit";
import twilio from "twilio";
import { barcodePictures } from "../transport/barcode-pictures.js";
import { reportError } from "../transport/report-error.js";

export interface TwilioSettings {
  readonly chat: Chat;
  /** Signs the webhook's requests. */
  readonly authToken: string;
  /** Where Twilio reaches this program, without a slash at the end. */
  readonly publicUrl: string;
  /** Twilio does not say when a message was sent. Default `Date.now`. */
  readonly now?: () => number;
}

/** No buttons without templates, and 1,600 characters on both channels. */
const limits = { buttons: 0, textLength: 1600 };

/** The webhook for SMS and WhatsApp; the replies are the answer to it, as TwiML. */
export function createTwilio({ chat, authToken, publicUrl, now = Date.now }: TwilioSettings): Hono {
  function write(replies: readonly Reply[], channel: string): string {
    const response = new twilio.twiml.MessagingResponse();
    for (const reply of replies) {
      const message = response.message({}, fitChoices(reply, limits).text);
      if (channel === "whatsapp" && reply.image) message.media(`${publicUrl}/barcode/${reply.image.name}`);
    }
    return response.toString();
  }

  return new Hono()
    .onError(reportError)
    .post("/webhook", bodyLimit({ maxSize: 100_000 }), async ({ req, text, body }) => {
      const fields = Object.fromEntries(new URLSearchParams(await req.text()));
      const signature = req.header("x-twilio-signature") ?? "";
      if (!twilio.validateRequest(authToken, signature, `${publicUrl}/webhook`, fields))
        return text("Unauthorized", 401);
      const { MessageSid: id = "", From: sender = "", To: to = "", Body: said = "", NumMedia = "0" } = fields;
      const channel = sender.startsWith("whatsapp:") ? "whatsapp" : "sms";
      const media = Array.from({ length: Number(NumMedia) }, (_, index) => fields[`MediaUrl${index}`]);
      const replies = await chat.receive({ channel, id, sender, to, text: said, media, at: now() });
      return body(write(replies, channel), 200, { "content-type": "text/xml; charset=utf-8" });
    })
    .route("/barcode", barcodePictures);
}
