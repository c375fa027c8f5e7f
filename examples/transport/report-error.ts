import type { Context } from "hono";
import { HTTPException } from "hono/http-exception";

/** Answers 500, so that the message is delivered again, and prints no more than a sentence: errors may hold tokens. */
export function reportError(error: Error, { text }: Context): Response {
  if (error instanceof HTTPException) return error.getResponse();
  console.error(error.message);
  return text("Internal Server Error", 500);
}
