import { homeKind, keyOf, type LookUp, nameOf } from "../../src/store/kind.js";
import { joinScopes, type Records, recordsOf, type Scope } from "../../src/store/scope.js";
import type { Decide, Store } from "../../src/store/store.js";

/** What it is found by that is not isolated: all of a look-up, or only what has no record yet. */
export interface Hole {
  readonly lookUp: LookUp;
  readonly only?: "absent";
}

/** The store, but for a look-up that is read before the transaction instead of in it. */
export function unisolated(store: Store, { lookUp, only }: Hole): Store {
  /** Whether the look-up is left out, and what was read of it. */
  async function readFirst(scope: Scope): Promise<Records | undefined> {
    const wants = scope.wants.filter((want) => want.lookUp === lookUp);
    if (wants.length === 0) return undefined;
    const found = recordsOf((await store.read({ ...scope, wants })).records, lookUp.kind);
    return only === "absent" && found.length > 0 ? undefined : (await store.read(scope)).records;
  }

  return {
    ...store,
    async transact<T>(scope: Scope, decide: Decide<T>): Promise<T> {
      for (let wide = joinScopes([scope]); ; ) {
        const old = await readFirst(wide);
        const wants = wide.wants.filter((want) => old === undefined || want.lookUp !== lookUp);
        const widened: Scope[] = [];
        const result = await store.transact<T | undefined>({ ...wide, wants }, (records, { now }) => {
          const seen = old === undefined ? records : withOld(lookUp, old, records);
          const decision = decide(seen, { ...wide, now });
          if (!("widen" in decision)) return decision;
          widened.push(decision.widen);
          return { result: undefined, save: [] };
        });
        if (widened.length === 0) return result as T; // of the decision
        wide = joinScopes([wide, ...widened]);
      }
    },
  };
}

/** What a look-up found before beside what is found now. */
function withOld({ kind }: LookUp, old: Records, found: Records): Records {
  const joined: Record<string, readonly object[]> = { ...found };
  for (const one of [kind, homeKind(kind) ?? kind]) {
    const all = [...recordsOf(old, one), ...recordsOf(found, one)];
    joined[one.name] = [...new Map(all.map((record) => [nameOf(keyOf(one, record)), record])).values()];
  }
  return joined;
}
