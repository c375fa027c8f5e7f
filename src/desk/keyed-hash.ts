import { hmac } from "@noble/hashes/hmac";
import { sha256 } from "@noble/hashes/sha2";

/** The first 120 bits of HMAC-SHA-256 of the values, 20 characters of base64url: equal for equal values under the same secret. */
export type KeyedHash = (...values: readonly unknown[]) => string;

const encoder = new TextEncoder();
const alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";

/** Synchronous, unlike WebCrypto: for texts this short its promises cost more than the hash (`npm run bench -- hashes`). */
export function createKeyedHash(secret: string): KeyedHash {
  const keyed = hmac.create(sha256, encoder.encode(secret));
  const scratch = keyed.clone();
  const signature = new Uint8Array(32);
  const view = new DataView(signature.buffer);
  return (...values) => {
    // The library's own way to start again from a state without making new buffers, which cost as much as the hash.
    keyed._cloneInto(scratch);
    scratch.update(encoder.encode(JSON.stringify(values))).digestInto(signature);
    return firstCharacters(view);
  };
}

/** Base64url (RFC 4648); five times three bytes need no padding. */
function firstCharacters(hash: DataView): string {
  const characters: number[] = [];
  for (let index = 0; index < 15; index += 3) {
    const bits = hash.getUint32(index) >>> 8;
    for (let shift = 18; shift >= 0; shift -= 6) characters.push(alphabet.charCodeAt((bits >> shift) & 63));
  }
  // At once: a text that grows by characters is first put together where it is looked up.
  return String.fromCharCode(...characters);
}
