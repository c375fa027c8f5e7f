/** Requests that wait while a transaction is under way are run together in the next one, in order. */
export interface Lanes<Entry, Result> {
  /**
   * Takes a place in the lane now; `order` tells which of two that wait goes first. An entry may still be in
   * preparation, and fails alone where that fails.
   */
  readonly enter: (lane: string, order: number, entry: Promise<Entry>) => Promise<Result>;
}

interface Waiting<Entry, Result> {
  readonly order: number;
  /** `undefined` where the preparation failed and its caller has been told. */
  readonly prepared: Promise<Entry | undefined>;
  readonly resolve: (result: Result) => void;
  readonly reject: (error: unknown) => void;
}

/** Batches of 256 give most of the gain, on SQLite up to 1024; below 1000 fits the limits of every store. */
const mostTogether = 512;

/** `run` answers every entry, in their order. One lane runs once at a time and waits for no other. */
export function createLanes<Entry, Result>(
  run: (entries: readonly Entry[]) => Promise<readonly Result[]>,
): Lanes<Entry, Result> {
  const lanes = new Map<string, Waiting<Entry, Result>[]>();

  async function work(lane: string, queue: Waiting<Entry, Result>[]): Promise<void> {
    await undefined; // whoever calls in the same moment comes along
    while (queue.length > 0) await runTogether(await nextBatch(queue));
    lanes.delete(lane);
  }

  /** Those that wait now, and whoever takes an earlier place while they are prepared. */
  async function nextBatch(queue: Waiting<Entry, Result>[]): Promise<readonly Waiting<Entry, Result>[]> {
    const waiting = queue.slice(0, mostTogether);
    await Promise.all(waiting.map(({ prepared }) => prepared));
    const last = waiting.at(-1)?.order ?? 0;
    const count = queue.findLastIndex(({ order }) => order <= last) + 1;
    return queue.splice(0, Math.min(count, mostTogether));
  }

  async function runTogether(batch: readonly Waiting<Entry, Result>[]): Promise<void> {
    const entries = await Promise.all(batch.map(({ prepared }) => prepared));
    const ready = entries.flatMap((entry, index) => {
      const waiting = batch[index];
      return entry === undefined || waiting === undefined ? [] : [{ entry, waiting }];
    });
    if (ready.length === 0) return;
    try {
      const results = await run(ready.map(({ entry }) => entry));
      for (const [index, result] of results.entries()) ready[index]?.waiting.resolve(result);
    } catch (error) {
      for (const { waiting } of ready) waiting.reject(error);
    }
  }

  return {
    enter: (lane, order, entry) =>
      new Promise<Result>((resolve, reject) => {
        const prepared = entry.catch((error: unknown) => {
          reject(error);
          return undefined;
        });
        const queue = lanes.get(lane) ?? [];
        const before = queue.findLastIndex((waiting) => waiting.order < order);
        queue.splice(before + 1, 0, { order, prepared, resolve, reject });
        if (lanes.has(lane)) return;
        lanes.set(lane, queue);
        void work(lane, queue);
      }),
  };
}
