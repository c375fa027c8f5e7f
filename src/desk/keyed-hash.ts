/** The first 128 bits of HMAC-SHA-256 of the parts, base64url: equal for equal parts under the same secret. */
export type KeyedHash = (...parts: readonly unknown[]) => Promise<string>;

const encoder = new TextEncoder();

export function createKeyedHash(secret: string): KeyedHash {
  const algorithm = { name: "HMAC", hash: "SHA-256" };
  const key = crypto.subtle.importKey("raw", encoder.encode(secret), algorithm, false, ["sign"]);
  return async (...parts) => {
    const text = encoder.encode(JSON.stringify(parts));
    const signature = new Uint8Array(await crypto.subtle.sign("HMAC", await key, text));
    const bytes = String.fromCharCode(...signature.subarray(0, 16));
    return btoa(bytes).replaceAll("+", "-").replaceAll("/", "_").replaceAll("=", "");
  };
}
