import type { QuotingMessage } from "../transport/sent-texts.js";
import { readEach } from "../transport/signed-webhook.js";

export interface LineMessage extends QuotingMessage {
  /** Good for one answer. */
  readonly replyToken: string;
  readonly media: readonly object[];
}

/** What is read of a webhook's body; other kinds of events lack the parts of a message. */
interface Webhook {
  readonly destination?: string;
  readonly events?: readonly {
    readonly type: string;
    readonly timestamp: number;
    readonly replyToken?: string;
    readonly source?: { readonly type: string; readonly userId?: string };
    readonly message?: {
      readonly id: string;
      readonly type: string;
      readonly text?: string;
      readonly quotedMessageId?: string;
    };
  }[];
}

/** The messages of people, who write to the bot itself; those of groups are left out. */
export function readWebhook(body: object): readonly LineMessage[] {
  const { destination = "", events = [] } = body as Webhook; // as LINE documents it
  return readEach(events, ({ type, timestamp, replyToken, source, message }) => {
    const { type: kind, userId: sender } = source ?? {};
    if (type !== "message" || kind !== "user" || sender === undefined) return [];
    if (message === undefined || replyToken === undefined) return [];
    const { id, text = "", quotedMessageId: quotedId } = message;
    const media = message.type === "image" || message.type === "file" ? [message] : [];
    return [
      { channel: "line", id, sender, to: destination, text, media, at: timestamp, replyToken, quotedId },
    ];
  });
}
