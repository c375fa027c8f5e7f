/** Requests that wait while a transaction is under way are run together in the next one, in order. */
export interface Lanes<Entry, Result> {
  /**
   * Takes a place in the lane now; `order` tells which of two that wait goes first. An entry may still be in
   * preparation, and fails alone where that fails.
   */
  readonly enter: (lane: string, order: number, entry: Entry | Promise<Entry>) => Promise<Result>;
}

/** What became of one entry; an error concerns that one alone. */
export type Settled<Result> = { readonly outcome: Result } | { readonly error: unknown };

interface Waiting<Entry, Result> {
  readonly order: number;
  /** `undefined` until it is prepared, and where that failed and its caller has been told. */
  entry: Entry | undefined;
  preparing: Promise<void> | undefined;
  readonly resolve: (result: Result) => void;
  readonly reject: (error: unknown) => void;
}

/** Batches of 256 give most of the gain, on SQLite up to 1024; below 1000 fits the limits of every store. */
const mostTogether = 512;

/** `run` settles every entry, in their order. One lane runs once at a time and waits for no other. */
export function createLanes<Entry, Result>(
  run: (entries: readonly Entry[]) => Promise<readonly Settled<Result>[]>,
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
    await allPrepared(waiting);
    const last = waiting.at(-1)?.order ?? 0;
    const count = queue.findLastIndex(({ order }) => order <= last) + 1;
    return queue.splice(0, Math.min(count, mostTogether));
  }

  async function runTogether(batch: readonly Waiting<Entry, Result>[]): Promise<void> {
    await allPrepared(batch);
    const ready: Waiting<Entry, Result>[] = [];
    const entries: Entry[] = [];
    for (const waiting of batch) {
      if (waiting.entry === undefined) continue;
      ready.push(waiting);
      entries.push(waiting.entry);
    }
    if (ready.length === 0) return;
    try {
      const results = await run(entries);
      let index = 0;
      for (const settled of results) {
        const waiting = ready[index++];
        if ("error" in settled) waiting?.reject(settled.error);
        else waiting?.resolve(settled.outcome);
      }
    } catch (error) {
      for (const { reject } of ready) reject(error);
    }
  }

  return {
    enter: (lane, order, entry) =>
      new Promise<Result>((resolve, reject) => {
        const waiting: Waiting<Entry, Result> = {
          order,
          entry: undefined,
          preparing: undefined,
          resolve,
          reject,
        };
        if (entry instanceof Promise)
          waiting.preparing = entry.then((prepared) => {
            waiting.entry = prepared;
          }, reject);
        else waiting.entry = entry;
        const queue = lanes.get(lane) ?? [];
        const before = queue.findLastIndex((other) => other.order < order);
        queue.splice(before + 1, 0, waiting);
        if (lanes.has(lane)) return;
        lanes.set(lane, queue);
        void work(lane, queue);
      }),
  };
}

/** Most entries are prepared when they come: then nothing is awaited. */
async function allPrepared(
  entries: readonly { readonly preparing: Promise<void> | undefined }[],
): Promise<void> {
  const isPreparing = entries.some(({ preparing }) => preparing !== undefined);
  if (isPreparing) await Promise.all(entries.map(({ preparing }) => preparing));
}
