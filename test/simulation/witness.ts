import type { Decide, Scope, Store } from "giliran";
import { strictStore } from "../../src/testing/strict-store.js";
import { checkHolds, checkLimits, checkMoves, createNumberCheck } from "./check-life.js";
import { checkCapacity, checkCooling, checkTurns, createLedgerCheck } from "./check-places.js";
import type { Commit } from "./commit.js";
import type { Known } from "./known.js";

/** Sees every commit and holds it to the rules, one after the other. */
export interface Witness {
  /** The store, with every commit seen as soon as it is done. */
  readonly watch: (store: Store) => Store;
  readonly commits: () => number;
  readonly last: () => Commit | undefined;
}

export function createWitness(known: Known): Witness {
  const checks = [
    checkCapacity,
    createLedgerCheck(),
    checkHolds,
    checkLimits,
    createNumberCheck(),
    checkMoves,
    checkCooling,
    checkTurns,
  ];
  let commits = 0;
  let last: Commit | undefined;

  return {
    commits: () => commits,
    last: () => last,
    watch: (store) => ({
      ...store,
      async transact<T>(scope: Scope, decide: Decide<T>): Promise<T> {
        let decided: Omit<Commit, "changes"> | undefined;
        const result = await strictStore(store).transact(scope, (records, wide) => {
          const decision = decide(records, wide);
          if (!("widen" in decision)) decided = { now: wide.now, scope: wide, decision };
          return decision;
        });
        if (decided === undefined) return result;
        last = { ...decided, changes: known.mirror.apply(decided.decision) };
        commits++;
        for (const check of checks) check(last, known);
        return result;
      },
    }),
  };
}
