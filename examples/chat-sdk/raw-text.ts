const entities: Readonly<Record<string, string>> = { "&amp;": "&", "&lt;": "<", "&gt;": ">" };

/**
 * What was typed, from the service's own event: Slack and Teams call it `text`, Discord `content`. The text that the
 * kit gives has lost its Markdown: `#A~B~C#1` would be `#ABC#1`.
 */
export function rawText(event: unknown): string | undefined {
  if (typeof event !== "object" || event === null) return undefined;
  const { text, content } = event as { readonly text?: unknown; readonly content?: unknown }; // decoded
  const typed = text ?? content;
  return typeof typed === "string"
    ? typed.replace(/&(?:amp|lt|gt);/g, (sign) => entities[sign] ?? sign)
    : undefined;
}
