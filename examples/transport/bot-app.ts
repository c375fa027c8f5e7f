import { timingSafeEqual } from "node:crypto";
import { type Context, Hono } from "hono";
import { bodyLimit } from "hono/body-limit";
import { HTTPException } from "hono/http-exception";
import { reportError } from "./report-error.js";

const largestBody = 1_000_000;

/** An app that reports errors and takes no more at a time than messages can be long. */
export function createBotApp(): Hono {
  return new Hono().onError(reportError).use(bodyLimit({ maxSize: largestBody }));
}

/** The body as it came in, to the byte: where it is no UTF-8, two bodies would read the same and only one was signed. */
export async function readBody({ req }: Pick<Context, "req">): Promise<string> {
  try {
    return new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(await req.arrayBuffer());
  } catch (error) {
    throw error instanceof TypeError ? new HTTPException(400, { message: "Expected UTF-8." }) : error;
  }
}

/** The object that a body is, as JSON. */
export function parseObject(body: string): object {
  const value = parse(body);
  if (typeof value !== "object" || value === null)
    throw new HTTPException(400, { message: "Expected an object as JSON." });
  return value;
}

function parse(body: string): unknown {
  try {
    return JSON.parse(body);
  } catch {
    return undefined;
  }
}

/** By an empty secret anybody could sign. */
export function demandSecret(secret: string): string {
  if (secret.trim() === "")
    throw new RangeError("Expected a secret, found an empty text; take it from the service.");
  return secret;
}

/** Compares in a time that tells nothing of what is expected. */
export function isSame(given: string | Uint8Array, expected: string | Uint8Array): boolean {
  const [one, other] = [Buffer.from(given as string), Buffer.from(expected as string)]; // or bytes
  return one.length === other.length && timingSafeEqual(one, other);
}
