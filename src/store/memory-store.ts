import { createFamilyCheck } from "./check-families.js";
import { homeKind, type Kind, keyOf, type LookUp, type LookUpValue, nameOf, textsOf } from "./kind.js";
import { createMemoryTable, type MemoryTable } from "./memory-table.js";
import {
  type ByKind,
  type Decision,
  homesWanted,
  type Loaded,
  partOf,
  type Records,
  type Scope,
  type TimedScope,
  timed,
  type Want,
} from "./scope.js";
import { type Decide, decideOn, type Page, pageOf, type Query, type Store } from "./store.js";

/**
 * Keeps everything in this process and loses it with it; for tests, demonstrations and a look.
 * @example
 * const desk = createDesk({ offices: [office], store: memoryStore() });
 */
export function memoryStore(): Store {
  const tables = new Map<Kind, MemoryTable>();
  const { familiesOf } = createFamilyCheck();

  function tableOf(kind: Kind): MemoryTable {
    const known = tables.get(kind);
    if (known !== undefined) return known;
    familiesOf([kind]);
    const table = createMemoryTable(kind);
    tables.set(kind, table);
    return table;
  }

  function load(scope: TimedScope): Records {
    const found: ByKind<object> = new Map();

    function look({ lookUp, limit }: Pick<Want, "lookUp" | "limit">, name: string): void {
      tableOf(lookUp.kind).find(lookUp, name, scope, limit, found);
    }

    for (const want of scope.wants) for (const value of want.values) look(want, nameOf(value));
    const homes = homesOfAll(scope, found);
    for (const want of scope.wants.filter(isOfEveryHome))
      for (const name of namesOf(homes, want.lookUp)) look(want, name);
    for (const [home, names] of homes) for (const name of names.keys()) look({ lookUp: home.byKey }, name);
    return recordsByName(found);
  }

  function save({ save: all, erase = [] }: Decision<unknown>): void {
    // What can't be kept is refused before anything is changed.
    for (const { kind } of erase) tableOf(kind);
    for (const { kind, records } of all)
      tableOf(kind).check(
        records,
        erase.flatMap((one) => (one.kind === kind ? (one.keys ?? []) : [])),
      );
    for (const erasure of erase) tableOf(erasure.kind).erase(erasure);
    for (const { kind, records } of all) for (const record of records) tableOf(kind).put(record);
  }

  function homesOf(kind: Kind): readonly LookUpValue[] {
    const home = homeKind(kind);
    return home === undefined ? [] : [...tableOf(home).all()].map((record) => keyOf(home, record));
  }

  return {
    volatile: true,
    width: 1,
    async transact<T>(scope: Scope, decide: Decide<T>): Promise<T> {
      const decision = decideOn(scope, load, decide);
      save(decision);
      return decision.result;
    },
    async read(scope: Scope): Promise<Loaded> {
      const at = timed(scope);
      return { now: at.now, records: load(at) };
    },
    async find<R extends object>(query: Query<R>): Promise<Page<R>> {
      const { lookUp, limit, after = "" } = query;
      const table = tableOf(lookUp.kind);
      const keys = table.list(query, () => homesOf(lookUp.kind)).filter((key) => key > after);
      const records = [...new Set(keys)]
        .sort()
        .slice(0, limit + 1)
        .flatMap((key) => table.get(key) ?? []);
      return pageOf(query, records as R[]); // of the kind that was asked for
    },
  };
}

const none: readonly string[] = [];

function isOfEveryHome({ everyHome }: Want): boolean {
  return everyHome === true;
}

function namesOf(homes: ByKind<LookUpValue>, { kind }: LookUp): Iterable<string> {
  return homes.get(homeKind(kind) ?? kind)?.keys() ?? none;
}

function recordsByName(found: ByKind<object>): Records {
  const records: Record<string, readonly object[]> = {};
  for (const [{ name }, ofKind] of found) records[name] = [...ofKind.values()];
  return records;
}

/** The homes that a scope wants something of, and those of what was found. */
function homesOfAll(scope: Scope, found: ByKind<object>): ByKind<LookUpValue> {
  const homes = homesWanted(scope);
  for (const [kind, records] of found) {
    const home = homeKind(kind);
    if (home === undefined) continue;
    for (const record of records.values()) {
      const key = textsOf(kind, home.key, record);
      partOf(homes, home).set(nameOf(key), key);
    }
  }
  return homes;
}
