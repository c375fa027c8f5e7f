import type { OutcomeOf } from "../booking/actions/actions.js";
import type { ParsedMessage } from "../message/parsed-message.js";

const longestText = 1000;

/** One message that a bot sends; what it says can be understood from `text` alone. */
export interface Reply {
  /** The sender who is answered, as the message named them. */
  readonly to: string;
  /** Plain text, at most 1000 characters; a booking code stands on a line of its own. */
  readonly text: string;
  /** What the person may want to send next; a channel without buttons leaves them out. */
  readonly choices?: readonly Choice[];
  readonly image?: ReplyImage;
  /** What the reply is about, for programs; it is not to be sent. */
  readonly about?: About;
}

/**
 * How the message was read, and how the desk's action ended that it led to; `repeated` messages are not read again. The
 * outcome has the booking, and where there is one the ticket.
 * @example
 * const [reply] = await chat.receive(message);
 * const { action, outcome } = reply?.about ?? {};
 * if (action === "confirm" && outcome.kind === "confirmed") attach(outcome.ticket);
 */
export type About = { readonly reading?: ParsedMessage } & (Told | NothingDone);

type Told = {
  readonly [Name in TalkedOf]: { readonly action: Name; readonly outcome: OutcomeOf[Name] };
}[TalkedOf];

/** The actions that a message can lead to. */
export type TalkedOf = "hold" | "confirm" | "cancel" | "extend" | "reschedule" | "joinWaitingList";

interface NothingDone {
  readonly action?: undefined;
  readonly outcome?: undefined;
}

/** A button: tapping it sends `text`, a whole message. */
export interface Choice {
  /** At most 20 characters. */
  readonly label: string;
  readonly text: string;
}

/** A picture of the booking code, such as `pngBarcode` of `giliran/barcode` makes. */
export interface ReplyImage {
  readonly data: Uint8Array;
  readonly mediaType: string;
  /** A file name. */
  readonly name: string;
  /** The picture in words, for those who can't see it. */
  readonly alt: string;
}

export interface ReplyWriter {
  readonly reply: (text: string, choices?: readonly Choice[]) => Reply;
  readonly withBarcode: (reply: Reply, code: string) => Promise<Reply>;
}

/** Writes replies to one sender, each within the bounds of `Reply`. */
export function writeReply(
  { barcode }: { readonly barcode: ((code: string) => Promise<ReplyImage>) | undefined },
  to: string,
): ReplyWriter {
  return {
    reply(text: string, choices: readonly Choice[] = []): Reply {
      const kept = text.length > longestText ? cutLines(text, longestText) : text;
      return choices.length === 0 ? { to, text: kept } : { to, text: kept, choices };
    },
    async withBarcode(answer: Reply, code: string): Promise<Reply> {
      return barcode === undefined ? answer : { ...answer, image: await barcode(code) };
    },
  };
}

/** Whole lines, so that no code is cut in two. */
function cutLines(text: string, length: number): string {
  const kept = text.slice(0, length - 2);
  return `${kept.slice(0, Math.max(kept.lastIndexOf("\n"), 0))}\n…`;
}
