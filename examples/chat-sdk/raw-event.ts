const entities: Readonly<Record<string, string>> = { "&amp;": "&", "&lt;": "<", "&gt;": ">" };

/** What is read of a service's own event; all of it may be missing. */
interface RawEvent {
  readonly id?: unknown;
  readonly text?: unknown;
  readonly content?: unknown;
  readonly trigger_id?: unknown;
  /** Discord's quoted message; what has buttons stands in an embed. */
  readonly referenced_message?: {
    readonly content?: string;
    readonly embeds?: readonly { readonly description?: string }[];
  } | null;
}

function read(event: unknown): RawEvent {
  return typeof event === "object" && event !== null ? event : {};
}

/**
 * What was typed, from the service's own event: Slack and Teams call it `text`, Discord `content`. The text that the
 * kit gives has lost its Markdown: `#A~B~C#1` would be `#ABC#1`.
 */
export function rawText(event: unknown): string | undefined {
  const { text, content } = read(event);
  const typed = text ?? content;
  return typeof typed === "string"
    ? typed.replace(/&(?:amp|lt|gt);/g, (sign) => entities[sign] ?? sign)
    : undefined;
}

/** The text of the message that this one quotes, which Discord gives. */
export function quotedText(event: unknown): string | undefined {
  const { content, embeds } = read(event).referenced_message ?? {};
  return embeds?.[0]?.description ?? content;
}

/** The id of a tap on a button, the same in each delivery of it: the kit gives the id of the button's message alone. */
export function tapId(event: unknown): string {
  const { trigger_id: onSlack, id } = read(event);
  return `${onSlack ?? id}`;
}
