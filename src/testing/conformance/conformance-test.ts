import type { BookingStore } from "../../store/booking-store.js";
import type { OpenStore } from "../world.js";

/**
 * Several connections to one store: what has none can't be tested for what they do to each other. Or a slow one among
 * them, `connectSlowly`.
 */
export type Need = "connections" | "slowClient";

/** What a store must do, as a value, so that real stores and broken ones are held to the very same. */
export interface ConformanceTest {
  readonly title: string;
  readonly needs?: Need;
  /** Rejects where the store does otherwise. `numRuns` is for what is generated. */
  readonly run: (open: OpenStore, numRuns: number) => Promise<void>;
}

/** Runs `work` on an empty store over so many connections. */
export async function onStores(
  open: OpenStore,
  connections: number,
  work: (stores: readonly BookingStore[]) => Promise<void>,
): Promise<void> {
  const { connect, close } = await open();
  try {
    await work(await Promise.all(Array.from({ length: connections }, connect)));
  } finally {
    await close?.();
  }
}

/** Runs `work` on an empty store. */
export function onStore(open: OpenStore, work: (store: BookingStore) => Promise<void>): Promise<void> {
  return onStores(open, 1, async ([store]) => {
    if (store !== undefined) await work(store);
  });
}
