import type { Context } from "hono";

/** Answers 500, so that the message is delivered again, and prints no more than a sentence: errors may hold tokens. */
export function reportError(error: Error, { text }: Context): Response {
  console.error(error.message);
  return text("Internal Server Error", 500);
}
