import { hmac } from "@noble/hashes/hmac";
import { sha256 } from "@noble/hashes/sha2";

/** The first 120 bits of HMAC-SHA-256 of the parts, 20 characters of base64url: equal for equal parts under the same secret. */
export type KeyedHash = (...parts: readonly unknown[]) => string;

const encoder = new TextEncoder();
const alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";

/** Synchronous, unlike WebCrypto: for texts this short its promises cost more than the hash (`npm run bench -- hashes`). */
export function createKeyedHash(secret: string): KeyedHash {
  const keyed = hmac.create(sha256, encoder.encode(secret));
  const scratch = keyed.clone();
  const signature = new Uint8Array(32);
  return (...parts) => {
    // The library's own way to start again from a state without making new buffers, which cost as much as the hash.
    keyed._cloneInto(scratch);
    scratch.update(encoder.encode(JSON.stringify(parts))).digestInto(signature);
    return firstCharacters(signature);
  };
}

/** Base64url (RFC 4648); five times three bytes need no padding. */
function firstCharacters(bytes: Uint8Array): string {
  let text = "";
  for (let index = 0; index < 15; index += 3) {
    const bits = (at(bytes, index) << 16) | (at(bytes, index + 1) << 8) | at(bytes, index + 2);
    for (let shift = 18; shift >= 0; shift -= 6) text += alphabet.charAt((bits >> shift) & 63);
  }
  return text;
}

function at(bytes: Uint8Array, index: number): number {
  return bytes[index] ?? 0;
}
