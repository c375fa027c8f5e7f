import type { ParsedMessage } from "../parsed-message.js";
import type { MessageReading } from "./reader.js";

/** A request leaves the words of its doubts, or of the values that are wrong. */
export function requestReading(parsed: ParsedMessage): MessageReading {
  switch (parsed.kind) {
    case "unsure":
      return { parsed, left: countWords(parsed.doubts.map(({ text }) => text)) };
    case "not-understood":
      return { parsed, left: countWords(parsed.problems.map(({ found = "" }) => found)) };
    default:
      return { parsed, left: 0 };
  }
}

/** One at least for each. */
function countWords(texts: readonly string[]): number {
  return texts.reduce((all, text) => all + text.trim().split(" ").length, 0);
}
