import { createDueList, type DueList } from "./due-list.js";
import { createKeyIndex } from "./key-index.js";
import { homeKind, isOfHome, type Kind, keyOf, type LookUp, nameOf, textsOf, type Value } from "./kind.js";
import {
  addHome,
  type Decision,
  type Erasure,
  homeOfRecord,
  homesWanted,
  joinScopes,
  type Records,
  type Scope,
  type Want,
} from "./scope.js";
import { type Decide, decideOn, type Filter, type Page, pageOf, type Query, type Store } from "./store.js";

/** Keeps everything in this process and loses it with it; for tests, demonstrations and a look. */
export function memoryStore(): Store {
  const tables = new Map<Kind, Table>();

  function tableOf(kind: Kind): Table {
    const table = tables.get(kind) ?? createTable(kind);
    tables.set(kind, table);
    return table;
  }

  function load(scope: Scope): Records {
    const found = new Map<Kind, Map<string, object>>();
    const homes = homesWanted(scope);
    const take = ({ kind }: LookUp, records: Iterable<object>) => {
      const known = found.get(kind) ?? new Map<string, object>();
      found.set(kind, known);
      for (const record of records) {
        known.set(nameOf(keyOf(kind, record)), record);
        const home = homeOfRecord(kind, record);
        if (home !== undefined) addHome(homes, home);
      }
    };
    const look = ({ lookUp, limit }: Want, values: readonly Value[]) => {
      const table = tableOf(lookUp.kind);
      for (const value of values) take(lookUp, table.find(lookUp, value, scope, limit));
    };
    for (const want of scope.wants) look(want, want.values);
    for (const want of scope.wants) {
      const home = homeKind(want.lookUp.kind);
      const inHomes = [...homes.values()].filter(({ kind }) => kind === home).map(({ key }) => key);
      if (want.everyHome === true) look(want, inHomes);
    }
    for (const { kind, key } of homes.values()) take(kind.byKey, tableOf(kind).find(kind.byKey, key, scope));
    return Object.fromEntries([...found].map(([kind, records]) => [kind.name, [...records.values()]]));
  }

  function save({ save: all, erase = [] }: Decision<unknown>): void {
    for (const erasure of erase) tableOf(erasure.kind).erase(erasure);
    for (const { kind, records } of all) for (const record of records) tableOf(kind).put(record);
  }

  function homesOf(kind: Kind): readonly Value[] {
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
      return load(joinScopes([scope]));
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
  readonly find: (lookUp: LookUp, value: Value, scope: Scope, limit?: number) => readonly object[];
  /** The keys that a filter finds, in no order. */
  readonly list: (filter: Filter, homes: () => readonly Value[]) => readonly string[];
  readonly all: () => Iterable<object>;
  readonly put: (record: object) => void;
  readonly erase: (erasure: Erasure) => void;
}

/** The keys of the records that a look-up leads to. */
interface Index {
  readonly add: (record: object, key: string) => void;
  readonly remove: (record: object, key: string) => void;
  /** For a scope. */
  readonly keys: (value: string, upTo: number) => Iterable<string>;
  /** For `find`, which passes over `while`. */
  readonly everyKey: (value: string, upTo: number) => Iterable<string>;
}

function createTable(kind: Kind): Table {
  const records = new Map<string, object>();
  const indexes = new Map<string, Index>();
  for (const lookUp of Object.values(kind.lookUps)) {
    const index = createIndex(lookUp, (key) => records.get(key));
    if (index !== undefined) indexes.set(lookUp.name, index);
  }

  function put(record: object): void {
    const key = nameOf(keyOf(kind, record));
    remove(key);
    records.set(key, record);
    for (const index of indexes.values()) index.add(record, key);
  }

  function remove(key: string): void {
    const before = records.get(key);
    if (before === undefined) return;
    for (const index of indexes.values()) index.remove(before, key);
    records.delete(key);
  }

  function all(keys: Iterable<string>): object[] {
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
      if (lookUp === kind.byKey) return all([nameOf(value)]);
      const found = all(indexes.get(lookUp.name)?.keys(nameOf(value), dueBy) ?? []);
      const { while: column, order } = lookUp;
      if (column !== undefined)
        return found.filter((record) => (numberOf(kind, column, record) ?? now) > now);
      if (order === undefined) return found;
      const orderOf = (record: object) => numberOf(kind, order, record) ?? 0;
      return found.sort((a, b) => orderOf(a) - orderOf(b)).slice(0, limit);
    },
    list({ lookUp, value, upTo }, homes) {
      if (lookUp === kind.byKey) return [nameOf(value)];
      const keysIn = ({ name }: LookUp, of: Value) => [
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

/** Whether a look-up by homes finds what another one finds in all of them. */
function isPartOf(part: LookUp, whole: LookUp): boolean {
  return (
    isOfHome(part) &&
    part.order === undefined &&
    part.upTo === (whole.by?.length === 0 ? whole.upTo : undefined)
  );
}

/** None where the look-ups by homes lead to the same. */
function createIndex(lookUp: LookUp, recordOf: (key: string) => object | undefined): Index | undefined {
  const { kind, list, upTo, order } = lookUp;
  if (list !== undefined) return listIndex(lookUp, list);
  if (
    Object.values(kind.lookUps).some((other) => other !== lookUp && isPartOf(other, lookUp)) &&
    !isOfHome(lookUp)
  )
    return undefined;
  if (upTo !== undefined) return dueIndex(lookUp, upTo, recordOf);
  const index = createKeyIndex();
  const change = (what: "add" | "remove") => (record: object, key: string) => {
    if (order === undefined || numberOf(kind, order, record) !== undefined)
      index[what](placeOf(lookUp, record), key);
  };
  return { add: change("add"), remove: change("remove"), keys: index.keys, everyKey: index.keys };
}

/** What is no longer found is kept apart: of a sender it may be much. */
function listIndex(lookUp: LookUp, list: string): Index {
  const { kind, while: column } = lookUp;
  const [found, past] = [createKeyIndex(), createKeyIndex()];
  const change = (what: "add" | "remove") => (record: object, key: string) => {
    const isPast = column !== undefined && numberOf(kind, column, record) === undefined;
    const index = isPast ? past : found;
    for (const value of kind.lists?.[list]?.each(record) ?? []) index[what](value, key);
  };
  return {
    add: change("add"),
    remove: change("remove"),
    keys: found.keys,
    everyKey: (value) => [...found.keys(value), ...past.keys(value)],
  };
}

function dueIndex(lookUp: LookUp, upTo: string, recordOf: (key: string) => object | undefined): Index {
  const { kind } = lookUp;
  const lists = new Map<string, DueList>();
  const dueAt = (key: string) => {
    const record = recordOf(key);
    return (record && numberOf(kind, upTo, record)) ?? Infinity;
  };
  const listOf = (value: string) => {
    const known = lists.get(value) ?? createDueList(dueAt);
    lists.set(value, known);
    return known;
  };
  const change = (what: "add" | "remove") => (record: object, key: string) => {
    const at = numberOf(kind, upTo, record);
    if (at !== undefined) listOf(placeOf(lookUp, record))[what](key, at);
  };
  const keys = (value: string, by: number) => lists.get(value)?.due(by) ?? [];
  return { add: change("add"), remove: change("remove"), keys, everyKey: keys };
}

function placeOf({ kind, by = [] }: LookUp, record: object): string {
  return nameOf(textsOf(kind, by, record));
}

function numberOf(kind: Kind, column: string, record: object): number | undefined {
  const value = kind.columns[column]?.of(record);
  return value === undefined ? undefined : Number(value);
}
