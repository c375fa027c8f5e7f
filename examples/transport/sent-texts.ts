/** The texts of messages by their ids, for channels that name a quoted message by its id only. */
export interface SentTexts {
  readonly add: (id: string, text: string) => void;
  /** Spread into a message: `{ quoted }` where the text is known. */
  readonly quote: (id: string | undefined) => { readonly quoted?: string };
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
    quote(id) {
      const quoted = id === undefined ? undefined : texts.get(id);
      return quoted === undefined ? {} : { quoted };
    },
  };
}
