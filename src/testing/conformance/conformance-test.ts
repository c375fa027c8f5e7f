import type { Store } from "../../store/store.js";
import type { OpenedStore, OpenStore } from "../open-store.js";

/** What not every store has; tests that need it are skipped with a reason. */
export type Need =
  /** Several connections to one store, whose transactions can meet. */
  | "connections"
  /** A slow one among them, `connectSlowly`. */
  | "slowClient"
  /** Constraints in the database that repeat a rule: a number is given once. */
  | "constraints"
  /** Tables with a version. */
  | "migrations";

/** What a store must do, as a value, so that real stores and broken ones are held to the very same. */
export interface ConformanceTest {
  readonly title: string;
  readonly needs?: Need;
  /** Rejects where the store does otherwise. `numRuns` is for what is generated. */
  readonly run: (open: OpenStore, numRuns: number) => Promise<void>;
}

/** Runs `work` on an empty store that it opens itself. */
export async function onOpened(open: OpenStore, work: (opened: OpenedStore) => Promise<void>): Promise<void> {
  const opened = await open();
  try {
    await work(opened);
  } finally {
    await opened.close?.();
  }
}

/** Runs `work` on an empty store over so many connections. */
export function onStores(
  open: OpenStore,
  connections: number,
  work: (stores: readonly Store[]) => Promise<void>,
): Promise<void> {
  return onOpened(open, async ({ connect }) =>
    work(await Promise.all(Array.from({ length: connections }, connect))),
  );
}

/** Runs `work` on an empty store. */
export function onStore(open: OpenStore, work: (store: Store) => Promise<void>): Promise<void> {
  return onStores(open, 1, async ([store]) => {
    if (store !== undefined) await work(store);
  });
}
