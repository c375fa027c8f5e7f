import type { Decision, Scope, Store } from "giliran";

/** A store that tells what was decided while it is still being saved, and whether or not it ever is. */
export function toldBeforeCommit(store: Store): Pick<Store, "transact"> {
  return {
    transact: <T>(scope: Scope, decide: Parameters<typeof store.transact<T>>[1]) =>
      new Promise<T>((resolve) => {
        const tell = (decision: Decision<T> | { readonly widen: Scope }) => {
          if ("result" in decision) resolve(decision.result);
          return decision;
        };
        void store.transact<T>(scope, (records, wide) => tell(decide(records, wide))).catch(() => undefined);
      }),
  };
}
