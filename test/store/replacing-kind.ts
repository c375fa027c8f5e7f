import type { Kind, LookUp } from "../../src/store/kind.js";
import type { Decision, Scope } from "../../src/store/scope.js";
import type { Decide, Store } from "../../src/store/store.js";

/** The store, which is told another description of a kind than the one that was meant. */
export function replacingKind(store: Store, kind: Kind, other: Kind): Store {
  const lookUpIn = (lookUp: LookUp, own: Kind): LookUp =>
    lookUp.name === "byKey" ? own.byKey : (own.lookUps[lookUp.name] ?? lookUp);
  const swapped = (scope: Scope, from: Kind, to: Kind): Scope => ({
    ...scope,
    wants: scope.wants.map((want) =>
      want.lookUp.kind === from ? { ...want, lookUp: lookUpIn(want.lookUp, to) } : want,
    ),
  });
  const ofOther = <Part extends { readonly kind: Kind }>(parts: readonly Part[]): readonly Part[] =>
    parts.map((part) => (part.kind === kind ? { ...part, kind: other } : part));

  function swappedDecision<T>({ save, erase, result }: Decision<T>): Decision<T> {
    return { result, save: ofOther(save), ...(erase !== undefined && { erase: ofOther(erase) }) };
  }

  return {
    ...store,
    transact: <T>(scope: Scope, decide: Decide<T>) =>
      store.transact<T>(swapped(scope, kind, other), (records, wide) => {
        const decision = decide(records, swapped(wide, other, kind));
        return "widen" in decision
          ? { widen: swapped(decision.widen, kind, other) }
          : swappedDecision(decision);
      }),
    read: (scope) => store.read(swapped(scope, kind, other)),
    find: (query) => {
      const { lookUp } = query;
      return store.find({
        ...query,
        lookUp: lookUp.kind === kind ? lookUpIn(lookUp, other) : lookUp,
      } as typeof query); // its record is the same
    },
  };
}
