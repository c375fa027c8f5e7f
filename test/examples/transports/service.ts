import type { Chat } from "giliran";

/** When all messages of the conversations are sent. */
export const messagesAt: number = Date.parse("2017-08-07T08:00+07:00");

/** What a person sees of a message. */
export interface Shown {
  /** The service's id of the message. */
  readonly id: string;
  readonly text: string;
  readonly image?: Uint8Array;
  /** What tapping each button sends. */
  readonly buttons: readonly string[];
}

export interface Delivery {
  readonly id: string;
  readonly sender: string;
  readonly text: string;
  readonly quotes?: Shown;
  /** A picture with the text below it. */
  readonly picture?: Uint8Array;
  /** Instead of a text. */
  readonly media?: "sticker" | "voice note";
  /** The message whose button sends the text. */
  readonly tapped?: Shown;
  readonly signature?: "forged";
}

/** A stand-in of a service, which talks to the bot as the real one does. */
export interface Service {
  /** Delivers a message to the bot and gives the status that the webhook was answered with. */
  readonly deliver: (message: Delivery) => Promise<number>;
  /** What has reached a person, in its order. */
  readonly shown: (sender: string) => readonly Shown[];
  /** What was sent against the documented limits. */
  readonly violations: readonly string[];
  /** Lets so many calls of the bot fail for a moment. */
  readonly failNext: (calls: number) => void;
  readonly close: () => Promise<void>;
}

/** Starts a bot on a chat, and the service that it is connected to. */
export type OpenService = (chat: Chat) => Promise<Service>;

/** What a stand-in keeps of what the bot does. */
export interface ServiceLog {
  readonly shown: (sender: string) => readonly Shown[];
  readonly show: (sender: string, shown: Shown) => void;
  readonly violations: string[];
  /** Notes what is longer, larger or more than the service allows. */
  readonly check: (what: string, size: number, most: number) => void;
  readonly failNext: (calls: number) => void;
  /** Whether the call that comes in now fails. */
  readonly fails: () => boolean;
}

export function createServiceLog(): ServiceLog {
  const shown = new Map<string, readonly Shown[]>();
  const violations: string[] = [];
  let failing = 0;
  return {
    shown: (sender) => shown.get(sender) ?? [],
    show: (sender, one) => shown.set(sender, [...(shown.get(sender) ?? []), one]),
    violations,
    check(what, size, most) {
      if (size > most) violations.push(`${what}: ${size}, at most ${most}`);
    },
    failNext(calls) {
      failing = calls;
    },
    fails: () => failing > 0 && failing-- > 0,
  };
}
