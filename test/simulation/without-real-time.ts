import { createHmac } from "node:crypto";
import { stallWatchMs } from "../../src/desk/lanes.js";
import { patienceMs } from "../../src/desk/look-ups.js";

const { crypto, setTimeout } = globalThis;

/** The platform's own keyed hashes, in the moment in which they are asked for: its threads end in any order. */
const withoutThreads = {
  getRandomValues: <T extends Uint8Array>(bytes: T): T => crypto.getRandomValues(bytes),
  randomUUID: () => crypto.randomUUID(),
  subtle: {
    importKey: async (_format: string, secret: Uint8Array) => secret,
    sign: async (_algorithm: string, secret: Uint8Array, text: Uint8Array) =>
      new Uint8Array(createHmac("sha256", secret).update(text).digest()).buffer,
  },
};

/** Nothing in a simulation takes as long as a desk waits for it, however slow the machine is. */
function withoutPatience(callback: (...given: unknown[]) => void, ms?: number, ...rest: unknown[]) {
  return ms === patienceMs || ms === stallWatchMs ? undefined : setTimeout(callback, ms, ...rest);
}

/** Runs `work` so that nothing in it depends on how fast anything is, and the same seed plays the same. */
export async function withoutRealTime<T>(work: () => Promise<T>): Promise<T> {
  Object.defineProperty(globalThis, "crypto", { value: withoutThreads, configurable: true });
  Object.defineProperty(globalThis, "setTimeout", { value: withoutPatience, configurable: true });
  try {
    return await work();
  } finally {
    Object.defineProperty(globalThis, "crypto", { value: crypto, configurable: true });
    Object.defineProperty(globalThis, "setTimeout", { value: setTimeout, configurable: true });
  }
}
