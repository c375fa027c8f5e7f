import { StoreError } from "giliran";
import { UndeliverableError } from "./answering.js";
import { ApiError } from "./call-api.js";

/**
 * What may be printed of an error. Only texts of errors that are ours are: others may hold a token, an address, or what
 * somebody wrote. Of those there is the kind, and where it was thrown.
 */
export function describeError(error: unknown): string {
  if (!(error instanceof Error)) return `what was thrown is a ${typeof error}`;
  if (error instanceof StoreError || error instanceof UndeliverableError || error instanceof ApiError)
    return escapeControls(error.message);
  const { name, code, stack = "" } = error as Error & { readonly code?: unknown };
  const kind = typeof code === "string" || typeof code === "number" ? `${name} ${code}` : name;
  const [where = ""] = stack.match(/^ {4}at .*$/m) ?? [];
  return escapeControls(`${kind}${where && ` ${where.trim()}`}`);
}

/** A terminal obeys control characters; here they are seen. */
function escapeControls(text: string): string {
  return text.replace(/[\p{Cc}\p{Cf}\u2028\u2029]/gu, (sign) => `\\u{${sign.codePointAt(0)?.toString(16)}}`);
}
