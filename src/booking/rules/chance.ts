/**
 * Numbers from 0 up to 1 that follow from 16 bytes of a cryptographic source, drawn before a decision: so that a
 * decision that runs again comes to the same (xoshiro128++, Blackman and Vigna 2018).
 */
export function createChance(seed: Uint8Array): () => number {
  let next: (() => number) | undefined; // most decisions ask for no number
  return () => {
    next ??= createNumbers(seed);
    return next();
  };
}

function createNumbers(seed: Uint8Array): () => number {
  const view = new DataView(seed.buffer, seed.byteOffset, 16);
  let [a, b, c, d] = [view.getUint32(0), view.getUint32(4), view.getUint32(8), view.getUint32(12) | 1];
  return () => {
    const result = (rotate(a + d, 7) + a) >>> 0;
    const shifted = b << 9;
    c ^= a;
    d ^= b;
    b ^= c;
    a ^= d;
    c ^= shifted;
    d = rotate(d, 11);
    return result / 2 ** 32;
  };
}

function rotate(value: number, bits: number): number {
  return (value << bits) | (value >>> (32 - bits));
}
