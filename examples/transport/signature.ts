import { createHmac, timingSafeEqual } from "node:crypto";

/** Whether a signature is the HMAC-SHA-256 of the body, to the byte as it came in. */
export function isSignedBody(
  body: string,
  { secret, signature, encoding }: { secret: string; signature: string; encoding: "hex" | "base64" },
): boolean {
  const expected = createHmac("sha256", secret).update(body).digest();
  const given = Buffer.from(signature, encoding);
  return given.length === expected.length && timingSafeEqual(given, expected);
}
