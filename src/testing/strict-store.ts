import { BrokenInvariantError } from "../errors.js";
import { gainedEntries, listChanges, type RecordChange } from "../store/changes.js";
import { homeKind, isOfHome, type Kind, keyNameOf, type LookUp, nameOf, textsOf } from "../store/kind.js";
import { type Decision, type Records, recordsOf, type Scope } from "../store/scope.js";
import type { Decide, Store } from "../store/store.js";

/**
 * The store, which holds every decision to what `Store.transact` asks of it: nothing is saved or erased that was neither
 * wanted nor loaded, as nobody could be kept away from it. For tests: stores themselves do not look, to lose no time.
 * @example
 * const desk = createDesk({ offices: [office], store: strictStore(memoryStore()) });
 */
export function strictStore(store: Store): Store {
  return {
    ...store,
    transact: <T>(scope: Scope, decide: Decide<T>) =>
      store.transact<T>(scope, (records, wide) => {
        const decision = decide(records, wide);
        if (!("widen" in decision)) checkWanted(decision, wide, records);
        return decision;
      }),
  };
}

/** @throws BrokenInvariantError */
function checkWanted(decision: Decision<unknown>, scope: Scope, loaded: Records): void {
  const { save, erase = [] } = decision;
  const wanted = new Map<LookUp, Set<string>>();
  for (const { lookUp, values } of scope.wants) wanted.set(lookUp, new Set(values.map(nameOf)));
  const isWanted = (lookUp: LookUp | undefined, name: string) =>
    lookUp !== undefined && wanted.get(lookUp)?.has(name) === true;
  const kinds = new Set([...save, ...erase].map(({ kind }) => kind));
  for (const kind of kinds) {
    const keys = new Set(recordsOf<object>(loaded, kind).map((record) => keyNameOf(kind, record)));
    const isKnown = (name: string) =>
      keys.has(name) || isWanted(kind.byKey, name) || isHomeWanted(kind, name, scope);
    for (const erasure of erase)
      if (erasure.kind === kind)
        for (const key of erasure.keys ?? []) need(isKnown(nameOf(key)), kind, "a key that is erased");
    for (const change of listChanges<object>(kind, { save }, loaded)) {
      need(isKnown(nameOf(change.key)), kind, "the key of a record that is saved");
      checkHome(change, loaded, scope, isWanted);
      for (const { list, value } of gainedEntries(change)) {
        const lookUp = Object.values(kind.lookUps).find((one) => one.list === list);
        need(
          isWanted(lookUp, value) || isBesideWanted(kind, list, value, scope),
          kind,
          `a value of the list ${list}`,
        );
      }
    }
  }
}

type IsWanted = (lookUp: LookUp | undefined, name: string) => boolean;

/** The home that a record comes to. */
function checkHome({ kind, after }: RecordChange, loaded: Records, scope: Scope, isWanted: IsWanted): void {
  const home = homeKind(kind);
  if (home === undefined || home === kind || after === undefined) return;
  const name = nameOf(textsOf(kind, home.key, after));
  const isLoaded = recordsOf<object>(loaded, home).some((record) => keyNameOf(home, record) === name);
  const isOfLoaded = recordsOf<object>(loaded, kind).some(
    (record) => nameOf(textsOf(kind, home.key, record)) === name,
  );
  need(
    isLoaded || isOfLoaded || isWanted(home.byKey, name) || isHomeWanted(home, name, scope),
    kind,
    `the ${home.name} of a record that is saved`,
  );
}

/** Whoever wants anything within a home wants the home. */
function isHomeWanted(home: Kind, name: string, { wants }: Scope): boolean {
  return wants.some(
    ({ lookUp, values }) =>
      homeKind(lookUp.kind) === home && isOfHome(lookUp) && values.some((value) => nameOf(value) === name),
  );
}

/** Whoever wants what stands beside a list wants the list. */
function isBesideWanted(kind: Kind, list: string, value: string, { wants }: Scope): boolean {
  return wants.some(
    ({ lookUp, values }) =>
      lookUp === lookUp.kind.byKey &&
      lookUp.kind.beside?.kind === kind &&
      lookUp.kind.beside.list === list &&
      values.some(([one]) => one === value),
  );
}

function need(isTrue: boolean, { name }: Kind, what: string): void {
  if (!isTrue)
    throw new BrokenInvariantError(
      `A decision on kind ${name} has ${what}, which was neither wanted nor loaded; want it in the scope, or widen to it.`,
    );
}
