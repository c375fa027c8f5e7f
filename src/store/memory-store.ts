import {
  homeColumns,
  homeKind,
  type Kind,
  keyNameOf,
  keyOf,
  type LookUp,
  type LookUpValue,
  nameOf,
  textsOf,
} from "./kind.js";
import { createLookUpIndex, isPartOf, type LookUpIndex, numberOf } from "./look-up-index.js";
import {
  type ByKind,
  type Decision,
  type Erasure,
  homesWanted,
  type Loaded,
  partOf,
  type Records,
  type Scope,
  type TimedScope,
  timed,
  type Want,
} from "./scope.js";
import { type Decide, decideOn, type Filter, type Page, pageOf, type Query, type Store } from "./store.js";

/**
 * Keeps everything in this process and loses it with it; for tests, demonstrations and a look.
 * @example
 * const desk = createDesk({ offices: [office], store: memoryStore() });
 */
export function memoryStore(): Store {
  const tables = new Map<Kind, Table>();

  function tableOf(kind: Kind): Table {
    const table = tables.get(kind) ?? createTable(kind);
    tables.set(kind, table);
    return table;
  }

  function load(scope: TimedScope): Records {
    const found: ByKind<object> = new Map();

    function look({ lookUp, limit }: Pick<Want, "lookUp" | "limit">, name: string): void {
      const { kind } = lookUp;
      tableOf(kind).find(lookUp, name, scope, limit, partOf(found, kind));
    }

    for (const want of scope.wants) for (const value of want.values) look(want, nameOf(value));
    const homes = homesOfAll(scope, found);
    for (const want of scope.wants.filter(({ everyHome }) => everyHome === true))
      for (const name of homes.get(homeKind(want.lookUp.kind) ?? want.lookUp.kind)?.keys() ?? [])
        look(want, name);
    for (const [home, names] of homes) for (const name of names.keys()) look({ lookUp: home.byKey }, name);
    return Object.fromEntries(Array.from(found, ([{ name }, records]) => [name, [...records.values()]]));
  }

  function save({ save: all, erase = [] }: Decision<unknown>): void {
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

/** The records of one kind, and what leads to them. */
interface Table {
  readonly get: (key: string) => object | undefined;
  /** Adds to `found` what a scope wants of a look-up, by the name of a value. */
  readonly find: (
    lookUp: LookUp,
    name: string,
    scope: TimedScope,
    limit: number | undefined,
    found: Map<string, object>,
  ) => void;
  /** The keys that a filter finds, in no order. */
  readonly list: (filter: Filter, homes: () => readonly LookUpValue[]) => readonly string[];
  readonly all: () => Iterable<object>;
  readonly put: (record: object) => void;
  readonly erase: (erasure: Erasure) => void;
}

function createTable(kind: Kind): Table {
  const records = new Map<string, object>();
  const indexes = new Map<string, LookUpIndex>();
  for (const lookUp of Object.values(kind.lookUps)) {
    const index = createLookUpIndex(lookUp, (key) => records.get(key));
    if (index !== undefined) indexes.set(lookUp.name, index);
  }
  const all = [...indexes.values()];
  const places = homeColumns(kind);

  function index(what: "add" | "remove", record: object, key: string): void {
    if (all.length === 0) return;
    const place = nameOf(textsOf(kind, places, record));
    for (const { change } of all) change(what, record, key, place);
  }

  function put(record: object): void {
    const key = keyNameOf(kind, record);
    const before = records.get(key);
    if (before !== undefined) index("remove", before, key);
    records.set(key, record);
    index("add", record, key);
  }

  function remove(key: string): void {
    const before = records.get(key);
    if (before === undefined) return;
    index("remove", before, key);
    records.delete(key);
  }

  /** Adds a record unless its time is over by now. */
  function take(key: string, found: Map<string, object>, column?: string, now = 0): void {
    const record = records.get(key);
    if (record === undefined) return;
    if (column === undefined || (numberOf(kind, column, record) ?? now) > now) found.set(key, record);
  }

  function takeFirst(
    keys: Iterable<string>,
    order: string,
    limit: number | undefined,
    found: Map<string, object>,
  ): void {
    const orderOf = (record: object) => numberOf(kind, order, record) ?? 0;
    const inOrder = Array.from(keys, (key) => records.get(key))
      .filter((record) => record !== undefined)
      .sort((a, b) => orderOf(a) - orderOf(b));
    for (const record of inOrder.slice(0, limit)) found.set(keyNameOf(kind, record), record);
  }

  return {
    get: (key) => records.get(key),
    all: () => records.values(),
    put,
    find(lookUp, name, { now }, limit, found) {
      if (lookUp === kind.byKey) return take(name, found);
      const { while: column, order } = lookUp;
      const keys = indexes.get(lookUp.name)?.keys(name, now) ?? [];
      if (order !== undefined) return takeFirst(keys, order, limit, found);
      for (const key of keys) take(key, found, column, now);
    },
    list({ lookUp, value, upTo }, homes) {
      if (lookUp === kind.byKey) return [nameOf(value)];
      const keysIn = ({ name }: LookUp, of: LookUpValue) => [
        ...(indexes.get(name)?.everyKey(nameOf(of), Number(upTo)) ?? []),
      ];
      if (indexes.has(lookUp.name)) return keysIn(lookUp, value);
      // All homes are looked through whose key begins with the value: few for any store that fits a process.
      const inHomes = Object.values(kind.lookUps).find((other) => isPartOf(other, lookUp));
      if (inHomes === undefined) return [];
      return homes().flatMap((key) => {
        const [last = ""] = key.slice(-1);
        const fits = value.every((text, index) => text === key[index]);
        return fits && (inHomes.upTo !== undefined || last <= String(upTo)) ? keysIn(inHomes, key) : [];
      });
    },
    erase({ keys = [], before }) {
      for (const key of keys) remove(nameOf(key));
      const { agedBy } = kind;
      if (agedBy === undefined || before === undefined) return;
      for (const [key, record] of records)
        if ((numberOf(kind, agedBy, record) ?? before) < before) remove(key);
    },
  };
}
