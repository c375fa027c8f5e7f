import {
  homeColumns,
  homeKind,
  isOfHome,
  type Kind,
  keyNameOf,
  keyOf,
  type LookUp,
  type LookUpValue,
  nameOf,
  textsOf,
} from "./kind.js";
import { createLookUpIndex, isPartOf, type LookUpIndex, numberOf } from "./look-up-index.js";
import type { Decision, Erasure, Records, Scope, Want } from "./scope.js";
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

  function load(scope: Scope): Records {
    const found = new Map<Kind, Map<string, object>>();
    /** By kind and name: the homes of what is wanted and found. */
    const homes = new Map<Kind, Map<string, LookUpValue>>();
    /** Kinds of which every home is looked into. */
    const hasParts = new Set(
      scope.wants.map(({ lookUp, everyHome }) => (everyHome === true ? homeKind(lookUp.kind) : undefined)),
    );

    function addHome(kind: Kind, key: () => LookUpValue): void {
      const home = homeKind(kind);
      if (home === undefined || (home === kind && !hasParts.has(kind))) return;
      const known = homes.get(home) ?? new Map<string, LookUpValue>();
      homes.set(home, known);
      const value = key();
      known.set(nameOf(value), value);
    }

    function take(kind: Kind, records: readonly object[]): void {
      const known = found.get(kind) ?? new Map<string, object>();
      found.set(kind, known);
      for (const record of records) {
        known.set(keyNameOf(kind, record), record);
        addHome(kind, () => textsOf(kind, homeColumns(kind), record));
      }
    }

    function look({ lookUp, limit }: Want, values: Iterable<LookUpValue>): void {
      const { kind } = lookUp;
      const table = tableOf(kind);
      const isHome = isOfHome(lookUp);
      for (const value of values) {
        if (isHome) addHome(kind, () => value);
        take(kind, table.find(lookUp, value, scope, limit));
      }
    }

    for (const want of scope.wants) look(want, want.values);
    for (const want of scope.wants) {
      const home = homeKind(want.lookUp.kind);
      if (want.everyHome !== true || home === undefined) continue;
      const wanted = scope.wants.flatMap(({ lookUp, values }) => (lookUp === home.byKey ? values : []));
      look(want, [...(homes.get(home)?.values() ?? []), ...wanted]);
    }
    for (const [kind, keys] of homes)
      take(
        kind,
        [...keys.values()].flatMap((key) => tableOf(kind).find(kind.byKey, key, scope)),
      );
    return Object.fromEntries([...found].map(([kind, records]) => [kind.name, [...records.values()]]));
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
    async transact<T>(scope: Scope, decide: Decide<T>): Promise<T> {
      const decision = decideOn(scope, load, decide);
      save(decision);
      return decision.result;
    },
    async read(scope: Scope): Promise<Records> {
      return load(scope);
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

/** The records of one kind, and what leads to them. */
interface Table {
  readonly get: (key: string) => object | undefined;
  /** What a scope wants of a look-up's value. */
  readonly find: (lookUp: LookUp, value: LookUpValue, scope: Scope, limit?: number) => readonly object[];
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

  function recordsAt(keys: Iterable<string>): object[] {
    const found: object[] = [];
    for (const key of keys) {
      const record = records.get(key);
      if (record !== undefined) found.push(record);
    }
    return found;
  }

  return {
    get: (key) => records.get(key),
    all: () => records.values(),
    put,
    find(lookUp, value, { now, dueBy }, limit) {
      if (lookUp === kind.byKey) return recordsAt([nameOf(value)]);
      const found = recordsAt(indexes.get(lookUp.name)?.keys(nameOf(value), dueBy) ?? []);
      const { while: column, order } = lookUp;
      if (column !== undefined)
        return found.filter((record) => (numberOf(kind, column, record) ?? now) > now);
      if (order === undefined) return found;
      const orderOf = (record: object) => numberOf(kind, order, record) ?? 0;
      return found.sort((a, b) => orderOf(a) - orderOf(b)).slice(0, limit);
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
