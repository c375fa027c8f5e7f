import { type Decide, type Scope, type Store, StoreError } from "giliran";
import type { Lot } from "./lot.js";

/** A process with a desk, as its store sees it. */
export interface Owner {
  isAlive: boolean;
}

/** How often of a hundred calls something goes wrong. */
export interface FaultRates {
  readonly refused: number;
  readonly failed: number;
  readonly lost: number;
  readonly conflict: number;
  readonly delayed: number;
}

export type Fault = keyof FaultRates;

/** Where all calls of all stores wait to be let through, one after the other, in an order by lot. */
export interface Gate {
  readonly storeOf: (owner: Owner, store: Store) => Store;
  /** Lets through whatever is ready until nobody waits but who was delayed; `afterEach` is called after every one. */
  readonly settle: (afterEach: () => void) => Promise<void>;
  /** What a desk had under way is lost with it: done and never answered, or never done. */
  readonly drop: (owner: Owner) => Promise<void>;
  readonly faults: ReadonlyMap<Fault, number>;
  readonly waiting: () => number;
}

interface Call {
  readonly owner: Owner;
  readonly kind: "transact" | "look";
  readonly attempt: (fault: Fault | undefined) => Promise<"again" | "ended">;
  notBefore: number;
  conflicts: number;
}

class Conflict extends Error {}

export function createGate(lot: Lot, rates: FaultRates): Gate {
  const faults = new Map<Fault, number>();
  let waiting: Call[] = [];
  let round = 0;

  function drawFault({ kind, conflicts }: Call): Fault | undefined {
    const drawn = lot.below(1000) / 10;
    let sum = 0;
    for (const [fault, rate] of Object.entries(rates)) {
      sum += rate;
      if (drawn >= sum) continue;
      const isPossible = kind === "transact" ? fault !== "conflict" || conflicts < 2 : fault === "refused";
      if (!isPossible) return undefined;
      faults.set(fault as Fault, (faults.get(fault as Fault) ?? 0) + 1);
      return fault as Fault; // a key of the rates
    }
    return undefined;
  }

  function enter<T>(
    owner: Owner,
    kind: "transact" | "look",
    work: (fault: Fault | undefined) => Promise<T>,
  ): Promise<T> {
    return new Promise<T>((resolve, reject) => {
      const call: Call = {
        owner,
        kind,
        notBefore: 0,
        conflicts: 0,
        async attempt(fault) {
          try {
            const result = await work(fault);
            if (owner.isAlive) resolve(result);
          } catch (error) {
            if (error instanceof Conflict) return "again";
            if (owner.isAlive) reject(error);
          }
          return "ended";
        },
      };
      // Whoever is dead asks for nothing more, nor hears of it.
      if (owner.isAlive) waiting.push(call);
    });
  }

  async function letThrough(call: Call): Promise<void> {
    const fault = drawFault(call);
    if (fault === "delayed") {
      call.notBefore = round + 1 + lot.below(2);
      return;
    }
    waiting = waiting.filter((other) => other !== call);
    if ((await call.attempt(fault)) === "ended") return;
    call.conflicts++;
    waiting.push(call);
  }

  return {
    faults,
    waiting: () => waiting.length,
    storeOf: (owner, store) => ({
      ...store,
      width: 4, // its calls wait, whatever the store itself does
      transact: (scope, decide) => enter(owner, "transact", (fault) => transact(store, scope, decide, fault)),
      read: (scope) => enter(owner, "look", (fault) => (fault ? fail() : store.read(scope))),
      find: (query) => enter(owner, "look", (fault) => (fault ? fail() : store.find(query))),
    }),
    async settle(afterEach) {
      round++;
      for (;;) {
        await nextTurn();
        const call = lot.pickAny(waiting.filter(({ notBefore }) => notBefore <= round));
        if (call === undefined) return;
        await letThrough(call);
        await nextTurn();
        afterEach();
      }
    },
    async drop(owner) {
      owner.isAlive = false;
      const own = waiting.filter((call) => call.owner === owner);
      waiting = waiting.filter((call) => call.owner !== owner);
      for (const call of own) if (lot.happens(0.5)) await call.attempt(undefined);
    },
  };
}

async function transact<T>(
  store: Store,
  scope: Scope,
  decide: Decide<T>,
  fault: Fault | undefined,
): Promise<T> {
  switch (fault) {
    case "refused":
      return fail();
    case "failed":
    case "conflict":
      return store.transact(scope, (records, wide) => {
        const decision = decide(records, wide);
        if ("widen" in decision) return decision;
        throw fault === "conflict" ? new Conflict() : failure();
      });
    case "lost":
      await store.transact(scope, decide);
      return fail();
    default:
      return store.transact(scope, decide);
  }
}

function failure(): StoreError {
  return new StoreError("The store failed on purpose.", { retryable: true });
}

async function fail(): Promise<never> {
  throw failure();
}

/** When all is done that needs no store. */
function nextTurn(): Promise<void> {
  return new Promise((resolve) => {
    setImmediate(resolve);
  });
}
