const poolBytes = 4096;

/** Bytes of the platform's cryptographic source, fetched many at a time: a call of it costs more than a code. */
export function createRandomPool(): (length: number) => Uint8Array {
  let pool = new Uint8Array(0);
  let given = 0;
  return (length) => {
    if (length > poolBytes) return crypto.getRandomValues(new Uint8Array(length));
    if (given + length > pool.length) {
      pool = crypto.getRandomValues(new Uint8Array(poolBytes));
      given = 0;
    }
    given += length;
    return pool.subarray(given - length, given);
  };
}
