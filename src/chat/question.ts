import type { IncomingMessage } from "./route.js";

/** What a sender was asked because something in a message was not understood; plain JSON. */
export interface PendingQuestion {
  /** The message that says the act by itself. A "yes" is taken for it. */
  readonly yes: string;
  /** The address that the doubtful message was sent to. */
  readonly to?: string;
  /** Whether a picture came with it. */
  readonly media?: true;
}

export function questionOf(yes: string, { to, media = [] }: IncomingMessage): PendingQuestion {
  return { yes, ...(to !== undefined && { to }), ...(media.length > 0 && { media: true as const }) };
}

/** The message that a yes stands for, sent when the yes is and to where the question belongs. */
export function messageOf({ yes, to, media }: PendingQuestion, answer: IncomingMessage): IncomingMessage {
  const { channel, id, sender, at } = answer;
  const came = media === undefined ? answer.media : ["the picture that came before"];
  return {
    channel,
    id,
    sender,
    at,
    text: yes,
    ...(to !== undefined && { to }),
    ...(came !== undefined && { media: came }),
  };
}
