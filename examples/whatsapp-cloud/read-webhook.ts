import type { QuotingMessage } from "../transport/sent-texts.js";
import { readEach } from "../transport/signed-webhook.js";

export interface WhatsAppMessage extends QuotingMessage {
  /** The id of the number that it was sent to. */
  readonly to: string;
  readonly media: readonly Media[];
}

/** What is read of a webhook's body; everything may be missing, and numbers are so since people have usernames. */
interface Webhook {
  readonly entry?: readonly { readonly changes?: readonly { readonly value?: Value }[] }[];
}

interface Value {
  readonly metadata?: { readonly phone_number_id?: string };
  /** Absent from events that tell of a message's delivery. */
  readonly messages?: readonly Message[];
}

interface Message {
  readonly id: string;
  /** Seconds. */
  readonly timestamp: string;
  readonly from?: string;
  /** Business-scoped, `ID.1349…`: the same for as long as the person writes to this business. */
  readonly from_user_id?: string;
  readonly type: string;
  readonly context?: { readonly id?: string };
  readonly text?: { readonly body: string };
  readonly image?: Media;
  readonly document?: Media;
  readonly button?: { readonly payload: string };
  readonly interactive?: {
    readonly button_reply?: { readonly id: string };
    readonly list_reply?: { readonly id: string };
  };
}

interface Media {
  readonly id: string;
  readonly caption?: string;
}

/** What asks for no answer: an emoji on a message, a new number of the sender. */
const unasked: ReadonlySet<string> = new Set(["reaction", "system"]);

/** The messages of all entries, in their order. */
export function readWebhook(body: object): readonly WhatsAppMessage[] {
  const { entry } = body as Webhook; // as WhatsApp documents it
  return readEach(entry, ({ changes }) =>
    readEach(changes, ({ value: { metadata, messages } = {} }) =>
      readEach(messages, (message) =>
        unasked.has(message.type) ? [] : [readMessage(message, metadata?.phone_number_id ?? "")],
      ),
    ),
  );
}

function readMessage(message: Message, to: string): WhatsAppMessage {
  const { id, timestamp, from, from_user_id, image, document, interactive, context } = message;
  const media = [image, document].flatMap((one) => one ?? []);
  const chosen = interactive?.button_reply?.id ?? interactive?.list_reply?.id ?? message.button?.payload;
  return {
    channel: "whatsapp",
    id,
    sender: from_user_id ?? from ?? "",
    to,
    text: chosen ?? message.text?.body ?? media[0]?.caption ?? "",
    media,
    at: Number(timestamp) * 1000,
    quotedId: context?.id,
  };
}
