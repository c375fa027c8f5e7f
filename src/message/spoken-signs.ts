import type { Lexicon } from "./lexicon.js";
import type { MessageFormat } from "./message-format.js";
import type { Token } from "./tokens.js";

/** "tagar Budi tagar 17 Agustus 1980 tagar besok": a message that was spoken, with the signs that it speaks of. */
export function withSpokenSigns(
  text: string,
  tokens: readonly Token[],
  { delimiters }: MessageFormat,
  { spokenSigns }: Lexicon,
): string | undefined {
  const [sign = ""] = delimiters;
  const spoken = tokens.filter((token) => token.kind === "word" && spokenSigns.has(token.text));
  if (spoken.length === 0 || tokens.some(({ text: mark }) => mark === sign)) return undefined;
  let written = text;
  for (const { start, end } of spoken)
    written = written.slice(0, start) + sign + " ".repeat(end - start - 1) + written.slice(end);
  return written;
}
