const pooled = 4096;

/**
 * The platform's cryptographic source, asked for many bytes at once: a call of it costs far more than the bytes that
 * a code takes. No byte is given twice.
 */
export function pooledRandomBytes(): (length: number) => Uint8Array {
  let pool = new Uint8Array(0);
  let used = 0;
  return (length) => {
    if (used + length > pool.length) {
      pool = crypto.getRandomValues(new Uint8Array(Math.max(length, pooled)));
      used = 0;
    }
    used += length;
    return pool.slice(used - length, used);
  };
}
