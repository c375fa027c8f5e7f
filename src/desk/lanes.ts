/** Requests that wait while transactions are under way are run together in the next one, in order within each lane. */
export interface Lanes<Entry, Result> {
  /**
   * Takes a place in the lane now; `order` tells which of two that wait goes first. An entry may still be in
   * preparation, and fails alone where that fails.
   */
  readonly enter: (lane: string, order: number, entry: Entry | Promise<Entry>) => Promise<Result>;
}

/** What became of one entry; an error concerns that one alone. */
export type Settled<Result> = { readonly outcome: Result } | { readonly error: unknown };

export interface LanesSettings {
  /** How many runs at a time. One that takes longer than `stallMs` is not counted any more. */
  readonly width: number;
  /** How many lanes share a run at most; default all that wait. */
  readonly lanesTogether?: number;
}

interface Waiting<Entry, Result> {
  readonly order: number;
  /** `undefined` until it is prepared. */
  entry: Entry | undefined;
  readonly resolve: (result: Result) => void;
  readonly reject: (error: unknown) => void;
}

interface Lane<Entry, Result> {
  readonly name: string;
  readonly queue: Waiting<Entry, Result>[];
  isRunning: boolean;
}

/** Entries of some lanes, those of each in their order, and what becomes of them. */
interface Batch<Entry, Result> {
  readonly since: number;
  readonly lanes: readonly Lane<Entry, Result>[];
  readonly entries: readonly (readonly Entry[])[];
  readonly waiting: readonly Waiting<Entry, Result>[];
}

/** Batches of 256 give most of the gain, on SQLite up to 1024; below 1000 fits the limits of every store. */
const mostTogether = 512;

/** Where more than one may run, half of all: while the store is busy with the one the other is decided. */
const parts = 2;

/** A run that takes longer has met a lock or a broken connection: it holds up what is in it and nothing else. */
const stallMs = 500;
/** How often it is looked for. */
export const stallWatchMs: number = stallMs / 2;

/**
 * `run` settles every entry of its lanes, in their order. A lane is in one run at a time, and starts at once where fewer
 * than `width` are under way. Lanes take turns: what one has more than fits goes behind the others.
 */
export function createLanes<Entry, Result>(
  run: (lanes: readonly (readonly Entry[])[]) => Promise<readonly Settled<Result>[]>,
  { width, lanesTogether = Number.POSITIVE_INFINITY }: LanesSettings,
): Lanes<Entry, Result> {
  const lanes = new Map<string, Lane<Entry, Result>>();
  /** Lanes that are in no run and whose first entry is prepared; who was ready first goes first. */
  const ready = new Set<Lane<Entry, Result>>();
  /** The runs that count: those under way that have not stalled. */
  const running = new Set<Batch<Entry, Result>>();
  /** How many entries wait or are in runs. */
  let pending = 0;
  /** How many entries were run since others had the thread; one at a time may be one that answers at once. */
  let sinceTurn = 0;
  let isStarting = false;
  let isWatching = false;

  async function start(): Promise<void> {
    if (isStarting) return;
    isStarting = true;
    await undefined; // whoever calls in the same moment comes along
    if (width === 1 && sinceTurn >= mostTogether) {
      await nextTurn();
      sinceTurn = 0;
    }
    isStarting = false;
    while (running.size < width && ready.size > 0) void runTogether(gather());
  }

  function lookAt(lane: Lane<Entry, Result>): void {
    if (lane.isRunning) return;
    const [first] = lane.queue;
    if (first === undefined) lanes.delete(lane.name);
    else if (first.entry !== undefined) ready.add(lane);
    if (ready.size > 0) void start();
  }

  function gather(): Batch<Entry, Result> {
    const waiting: Waiting<Entry, Result>[] = [];
    const taken: Lane<Entry, Result>[] = [];
    const entries: Entry[][] = [];
    const enough = Math.min(mostTogether, Math.ceil(pending / Math.min(width, parts)));
    for (const lane of ready) {
      if (taken.length === lanesTogether || waiting.length >= enough) break;
      ready.delete(lane);
      lane.isRunning = true;
      taken.push(lane);
      const own: Entry[] = [];
      for (const one of lane.queue) {
        // Whoever is still prepared holds up those behind it: it came first.
        if (one.entry === undefined || waiting.length === mostTogether) break;
        waiting.push(one);
        own.push(one.entry);
      }
      lane.queue.splice(0, own.length);
      entries.push(own);
    }
    return { since: performance.now(), lanes: taken, entries, waiting };
  }

  async function runTogether(batch: Batch<Entry, Result>): Promise<void> {
    running.add(batch);
    watch();
    sinceTurn += batch.waiting.length;
    try {
      const results = await run(batch.entries);
      for (const [index, one] of batch.waiting.entries()) settle(one, results[index]);
    } catch (error) {
      for (const { reject } of batch.waiting) reject(error);
    }
    running.delete(batch);
    pending -= batch.waiting.length;
    for (const lane of batch.lanes) {
      lane.isRunning = false;
      lookAt(lane);
    }
  }

  /** One timer for all runs. */
  function watch(): void {
    if (isWatching) return;
    isWatching = true;
    const timer: { readonly unref?: () => void } | undefined = setTimeout(() => {
      isWatching = false;
      const latest = performance.now() - stallMs;
      for (const batch of running) if (batch.since <= latest) running.delete(batch);
      if (running.size > 0) watch();
      void start();
    }, stallWatchMs);
    timer?.unref?.(); // where there is such a thing: a program ends with its work
  }

  function laneOf(name: string): Lane<Entry, Result> {
    const known = lanes.get(name) ?? { name, queue: [], isRunning: false };
    lanes.set(name, known);
    return known;
  }

  return {
    enter: (name, order, entry) =>
      new Promise<Result>((resolve, reject) => {
        const lane = laneOf(name);
        pending++;
        const waiting: Waiting<Entry, Result> = { order, entry: undefined, resolve, reject };
        const before = lane.queue.findLastIndex((other) => other.order < order);
        lane.queue.splice(before + 1, 0, waiting);
        if (entry instanceof Promise)
          entry.then(
            (prepared) => {
              waiting.entry = prepared;
              lookAt(lane);
            },
            (error) => {
              lane.queue.splice(lane.queue.indexOf(waiting), 1);
              pending--;
              lookAt(lane);
              reject(error);
            },
          );
        else waiting.entry = entry;
        // Before the first one may now stand somebody who is not prepared.
        if (lane.queue[0]?.entry === undefined) ready.delete(lane);
        lookAt(lane);
      }),
  };
}

/** When timers and connections had their turn. A message to oneself comes sooner than the shortest timer. */
function nextTurn(): Promise<void> {
  return new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel();
    const onmessage = () => {
      port1.close();
      resolve();
    };
    Object.assign(port1, { onmessage });
    port2.postMessage(undefined);
  });
}

function settle<Result>(
  { resolve, reject }: Pick<Waiting<unknown, Result>, "resolve" | "reject">,
  settled: Settled<Result> | undefined,
): void {
  if (settled === undefined) reject(new Error("A run settled fewer entries than it was given."));
  else if ("error" in settled) reject(settled.error);
  else resolve(settled.outcome);
}
