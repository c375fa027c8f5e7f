import { md5 } from "@noble/hashes/legacy";

/**
 * The numbers 1 to `pool` in the order in which RFC 3797 selects them: for who has announced to draw by that rule. Its MD5
 * is safe there, as nobody chooses what is hashed after the key is known; our own rules use SHA-256.
 * @param key The sources as the RFC writes them: each ended by a dot where it is a number, each source by a slash.
 * @param pool How many there are to select from, at most 65,535.
 * @param count How many are wanted; default all.
 * @throws RangeError where `pool` or `count` is none.
 * @example
 * rfc3797("9319./2.5.8.10.12./9.18.26.34.41.45./", 25, 3); // [17, 7, 2]
 */
export function rfc3797(key: string, pool: number, count: number = pool): readonly number[] {
  const most = 65_535; // numbers are hashed as two bytes
  if (!Number.isInteger(pool) || pool < 1 || pool > most)
    throw new RangeError(`pool: expected a whole number from 1 to ${most}`);
  if (!Number.isInteger(count) || count < 0 || count > pool)
    throw new RangeError(`count: expected a whole number from 0 to ${pool}`);
  const text = new TextEncoder().encode(key);
  const message = new Uint8Array(text.length + 4);
  message.set(text, 2);
  const view = new DataView(message.buffer);
  const left = Array.from({ length: pool }, (_, index) => index + 1);
  return Array.from({ length: count }, (_, index) => {
    view.setUint16(0, index);
    view.setUint16(message.length - 2, index);
    return left.splice(remainder(md5(message), left.length), 1)[0] ?? 0;
  });
}

/** Of a number of many bytes, big endian. */
function remainder(bytes: Uint8Array, divisor: number): number {
  return bytes.reduce((rest, byte) => (rest * 256 + byte) % divisor, 0);
}
