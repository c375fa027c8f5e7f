import { type Chat, fitChoices, type IncomingMessage, type Reply } from "giliran";
import type { Hono } from "hono";
import twilio from "twilio";
import { createBarcodePictures } from "../transport/barcode-pictures.js";
import { createBotApp, demandSecret, readBody } from "../transport/bot-app.js";
import { download } from "../transport/call-api.js";
import { sayCode } from "../transport/say-code.js";

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
  const pictures = createBarcodePictures(demandSecret(authToken));
  function write(replies: readonly Reply[], channel: string): string {
    const response = new twilio.twiml.MessagingResponse();
    for (const reply of replies) {
      const message = response.message({}, fitChoices(reply, limits).text);
      if (channel === "whatsapp" && reply.image)
        message.media(`${publicUrl}/barcode${pictures.pathOf(reply.image.name)}`);
    }
    return response.toString();
  }

  return createBotApp()
    .post("/webhook", async (context) => {
      const { req, text, body } = context;
      const fields = Object.fromEntries(new URLSearchParams(await readBody(context)));
      const signature = req.header("x-twilio-signature") ?? "";
      if (!twilio.validateRequest(authToken, signature, `${publicUrl}/webhook`, fields))
        return text("Unauthorized", 401);
      const { message, picture } = read(fields, now());
      const login = Buffer.from(`${fields.AccountSid}:${authToken}`).toString("base64");
      const replies = await chat.receive(
        await sayCode(
          message,
          picture === undefined
            ? undefined
            : () => download(picture, { headers: { authorization: `Basic ${login}` } }),
        ),
      );
      const twiml = write(replies, message.channel);
      return body(twiml, 200, { "content-type": "text/xml; charset=utf-8" });
    })
    .route("/barcode", pictures.app);
}

/** The fields of the form that Twilio posts. */
function read(
  fields: Readonly<Record<string, string>>,
  at: number,
): { readonly message: IncomingMessage; readonly picture: string | undefined } {
  const { MessageSid: id = "", From: sender = "", To: to = "", Body: text = "", NumMedia = "0" } = fields;
  const channel = sender.startsWith("whatsapp:") ? "whatsapp" : "sms";
  const media = Array.from(
    { length: Math.min(10, Number(NumMedia) || 0) },
    (_, index) => fields[`MediaUrl${index}`],
  );
  const picture = fields.MediaContentType0?.startsWith("image/") ? fields.MediaUrl0 : undefined;
  return { message: { channel, id, sender, to, text, media, at }, picture };
}
