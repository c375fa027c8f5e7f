import { createHmac } from "node:crypto";

const { crypto } = globalThis;

/** The platform's own keyed hashes, in the moment in which they are asked for: its threads end in any order. */
const threadless = {
  getRandomValues: <T extends Uint8Array>(bytes: T): T => crypto.getRandomValues(bytes),
  randomUUID: () => crypto.randomUUID(),
  subtle: {
    importKey: async (_format: string, secret: Uint8Array) => secret,
    sign: async (_algorithm: string, secret: Uint8Array, text: Uint8Array) =>
      new Uint8Array(createHmac("sha256", secret).update(text).digest()).buffer,
  },
};

/** Runs `work` so that nothing in it waits for a thread, and the same seed plays the same. */
export async function withThreadlessHashes<T>(work: () => Promise<T>): Promise<T> {
  const before = Object.getOwnPropertyDescriptor(globalThis, "crypto");
  Object.defineProperty(globalThis, "crypto", { value: threadless, configurable: true, writable: true });
  try {
    return await work();
  } finally {
    if (before !== undefined) Object.defineProperty(globalThis, "crypto", before);
  }
}
