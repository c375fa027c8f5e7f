import { StoreError } from "giliran";
import type { Context } from "hono";
import { HTTPException } from "hono/http-exception";
import { describeError } from "./describe-error.js";

/**
 * Answers 503 where the desk or its store may be asked again, with how long to wait, and else 500, so that the message
 * is delivered again.
 */
export function reportError(error: Error, { text, header }: Context): Response {
  if (error instanceof HTTPException) return error.getResponse();
  console.error(describeError(error));
  if (!(error instanceof StoreError && error.retryable)) return text("Internal Server Error", 500);
  header("Retry-After", `${Math.ceil((error.retryAfterMs ?? 1000) / 1000)}`);
  return text("Service Unavailable", 503);
}
