import { type LookUp, nameOf } from "../store/kind.js";
import { joinWants, type Scope, type Want } from "../store/scope.js";

/** What a decision asks for beside its scope: decided without it, it does not hold. */
export interface Wanted {
  /** A key that the scope has, and no record is found of, does not exist. */
  readonly need: (...wants: readonly Want[]) => void;
  readonly missing: () => Scope | undefined;
}

export function createWanted(scope: Scope): Wanted {
  const missing: Want[] = [];
  let known: Map<LookUp, { readonly names: Set<string>; readonly limit: number }> | undefined;

  function knownOf(lookUp: LookUp) {
    known ??= new Map();
    const found = known.get(lookUp);
    if (found !== undefined) return found;
    const { values = [], limit = 0 } = scope.wants.find((want) => want.lookUp === lookUp) ?? {};
    const listed = { names: new Set(values.map(nameOf)), limit };
    known.set(lookUp, listed);
    return listed;
  }

  return {
    need(...wants) {
      for (const want of wants) {
        const { names, limit } = knownOf(want.lookUp);
        const values = want.values.filter((value) => !names.has(nameOf(value)));
        for (const value of values) names.add(nameOf(value));
        if (values.length > 0 || (want.limit ?? 0) > limit) missing.push({ ...want, values });
      }
    },
    missing: () => (missing.length === 0 ? undefined : { wants: joinWants(missing) }),
  };
}
