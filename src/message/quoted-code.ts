import { saysOnly } from "./answers.js";
import type { CodeReader } from "./code-reader.js";
import type { Lexicon } from "./lexicon.js";
import type { ParsedMessage } from "./parsed-message.js";

/** Commands that are about one booking. */
const aboutBooking: ReadonlySet<string> = new Set(["cancel", "status", "reschedule", "extend"]);
const longestQuoted = 4096;

/**
 * What a message means that quotes another: the code in the quotation counts where the message itself names none
 * and asks for something about a booking, or just agrees: "ok", "#batal". It is never put before what is said.
 */
export function withQuotedCode(
  parsed: ParsedMessage,
  text: string,
  quoted: string,
  codes: CodeReader,
  lexicon: Lexicon,
): ParsedMessage {
  if (parsed.kind === "command" && parsed.code === undefined && aboutBooking.has(parsed.command)) {
    const code = onlyCodeOf(quoted, codes);
    return code === undefined ? parsed : { code, ...parsed };
  }
  if (
    parsed.kind !== "not-understood" ||
    !parsed.problems.every(isNothingSaid) ||
    !saysOnly(text, lexicon.assents, lexicon)
  )
    return parsed;
  const code = onlyCodeOf(quoted, codes);
  return code === undefined ? parsed : { kind: "code", code };
}

/** The code that stands on a line of its own, as replies have it; of several nobody can tell which is meant. */
function onlyCodeOf(quoted: string, codes: CodeReader): string | undefined {
  const found = new Set<string>();
  for (const line of quoted.slice(0, longestQuoted).split("\n")) {
    const reading = codes.read(line.trim());
    if (reading.kind === "code") found.add(reading.code);
  }
  return found.size === 1 ? [...found][0] : undefined;
}

function isNothingSaid({ code }: { readonly code: string }): boolean {
  return code === "not-a-request" || code === "empty";
}
