/** XML 1.0 has no place for most control characters and lone surrogates, not even as references. */
export function escapeXml(text: string): string {
  return text
    .replace(/[\p{Surrogate}\p{Control}\uFFFE\uFFFF]/gu, "\uFFFD")
    .replace(/[&<>"]/g, (character) => `&#${character.charCodeAt(0)};`);
}
