import type { Decide, Scope, Store } from "giliran";

/** A store that answers with what had been decided where the commit failed. */
export function toldThoughLost(store: Store): Pick<Store, "transact"> {
  return {
    async transact<T>(scope: Scope, decide: Decide<T>): Promise<T> {
      let decided: { readonly result: T } | undefined;
      const work = store.transact<T>(scope, (records, wide) => {
        const decision = decide(records, wide);
        if (!("widen" in decision)) decided = decision;
        return decision;
      });
      return work.catch((error: unknown) => {
        if (decided === undefined) throw error;
        return decided.result;
      });
    },
  };
}
