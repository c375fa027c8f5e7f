import { StoreError } from "giliran";
import type { Context } from "hono";
import { HTTPException } from "hono/http-exception";

/**
 * Answers 503 where the desk or its store may be asked again, with how long to wait, and else 500, so that the message is delivered again, and prints no more
 * than a sentence: errors may hold tokens.
 */
export function reportError(error: Error, { text, header }: Context): Response {
  if (error instanceof HTTPException) return error.getResponse();
  console.error(error.message);
  if (!(error instanceof StoreError && error.retryable)) return text("Internal Server Error", 500);
  header("Retry-After", `${Math.ceil((error.retryAfterMs ?? 1000) / 1000)}`);
  return text("Service Unavailable", 503);
}
