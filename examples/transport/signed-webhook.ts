import { createHmac, timingSafeEqual } from "node:crypto";
import type { IncomingMessage } from "giliran";
import { Hono } from "hono";
import { bodyLimit } from "hono/body-limit";
import { reportError } from "./report-error.js";

export interface SignedWebhookSettings<Message extends IncomingMessage> {
  readonly secret: string;
  /** The header with the signature, an HMAC-SHA-256 of the body as it came in, to the byte. */
  readonly header: string;
  /** What stands before the signature. */
  readonly prefix?: string;
  readonly encoding: "hex" | "base64";
  readonly read: (body: string) => readonly Message[];
  readonly answer: (message: Message) => Promise<void>;
}

const largestBody = 4_000_000;

/** Takes messages at `/webhook`: 401 where the signature is wrong, and nothing is read; 200 when all are answered. */
export function createSignedWebhook<Message extends IncomingMessage>({
  header,
  read,
  answer,
  ...signing
}: SignedWebhookSettings<Message>): Hono {
  return new Hono()
    .onError(reportError)
    .post("/webhook", bodyLimit({ maxSize: largestBody }), async ({ req, text }) => {
      const body = await req.text();
      if (!isSigned(body, req.header(header) ?? "", signing)) return text("Unauthorized", 401);
      await Promise.all(read(body).map(answer));
      return text("OK");
    });
}

function isSigned(
  body: string,
  signature: string,
  { secret, prefix = "", encoding }: Pick<SignedWebhookSettings<never>, "secret" | "prefix" | "encoding">,
): boolean {
  const expected = createHmac("sha256", secret).update(body).digest();
  const given = Buffer.from(signature.slice(prefix.length), encoding);
  return given.length === expected.length && timingSafeEqual(given, expected);
}
