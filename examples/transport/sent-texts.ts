import type { IncomingMessage } from "giliran";

/** A message that names the one that it quotes by its id. */
export interface QuotingMessage extends IncomingMessage {
  readonly quotedId: string | undefined;
}

/** The texts of messages by their ids, for channels that name a quoted message by its id only. */
export interface SentTexts {
  readonly add: (id: string, text: string) => void;
  /** The message with the text of the one that it quotes, where that is known. */
  readonly complete: <Message extends QuotingMessage>(message: Message) => Promise<Message>;
}

/** The latest are remembered; a bot of many processes keeps them in its database instead. */
export function createSentTexts(most: number = 10_000): SentTexts {
  const texts = new Map<string, string>();
  return {
    add(id, text) {
      texts.set(id, text);
      const [oldest] = texts.keys();
      if (texts.size > most && oldest !== undefined) texts.delete(oldest);
    },
    async complete(message) {
      const quoted = texts.get(message.quotedId ?? "");
      return quoted === undefined ? message : { ...message, quoted };
    },
  };
}
