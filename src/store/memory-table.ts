import { brokenUnique, uniqueName, uniqueRulesOf } from "./check-unique.js";
import { homeColumns, type Kind, keyNameOf, type LookUp, type LookUpValue, nameOf, textsOf } from "./kind.js";
import { createLookUpIndex, isPartOf, type LookUpIndex, numberOf } from "./look-up-index.js";
import { type ByKind, type Erasure, partOf, type TimedScope } from "./scope.js";
import type { Filter } from "./store.js";

const none: readonly string[] = [];

/** The records of one kind, and what leads to them. */
export interface MemoryTable {
  readonly get: (key: string) => object | undefined;
  /** Adds to `found` what a scope wants of a look-up, by the name of a value. */
  readonly find: (
    lookUp: LookUp,
    name: string,
    scope: TimedScope,
    limit: number | undefined,
    found: ByKind<object>,
  ) => void;
  /** The keys that a filter finds, in no order. */
  readonly list: (filter: Filter, homes: () => readonly LookUpValue[]) => readonly string[];
  readonly all: () => Iterable<object>;
  /** @throws StoreError where records, put after others are erased, break a unique rule. */
  readonly check: (records: readonly object[], erased: readonly LookUpValue[]) => void;
  readonly put: (record: object) => void;
  readonly erase: (erasure: Erasure) => void;
}

export function createMemoryTable(kind: Kind): MemoryTable {
  const records = new Map<string, object>();
  const indexes = new Map<string, LookUpIndex>();
  for (const lookUp of Object.values(kind.lookUps)) {
    const index = createLookUpIndex(lookUp, (key) => records.get(key));
    if (index !== undefined) indexes.set(lookUp.name, index);
  }
  const all = [...indexes.values()];
  const uniques = uniqueRulesOf(kind).map((rule) => ({ rule, owners: new Map<string, string>() }));
  const places = homeColumns(kind);

  function index(what: "add" | "remove", record: object, key: string): void {
    for (const { rule, owners } of uniques) {
      const name = uniqueName(kind, rule, record);
      if (name === undefined) continue;
      if (what === "add") owners.set(name, key);
      else if (owners.get(name) === key) owners.delete(name);
    }
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
  function take(key: string, found: ByKind<object>, column?: string, now = 0): void {
    const record = records.get(key);
    if (record === undefined) return;
    if (column === undefined || (numberOf(kind, column, record) ?? now) > now)
      partOf(found, kind).set(key, record);
  }

  function takeFirst(
    keys: Iterable<string>,
    order: string,
    limit: number | undefined,
    found: ByKind<object>,
  ): void {
    const orderOf = (record: object) => numberOf(kind, order, record) ?? 0;
    const inOrder: object[] = [];
    for (const key of keys) {
      const record = records.get(key);
      if (record !== undefined) inOrder.push(record);
    }
    inOrder.sort((a, b) => orderOf(a) - orderOf(b));
    for (const record of inOrder.slice(0, limit)) partOf(found, kind).set(keyNameOf(kind, record), record);
  }

  return {
    get: (key) => records.get(key),
    check(given, erased) {
      for (const { rule, owners } of uniques) {
        let gone: Set<string> | undefined;
        for (const record of given) {
          const name = uniqueName(kind, rule, record);
          const owner = name === undefined ? undefined : owners.get(name);
          if (owner === undefined || owner === keyNameOf(kind, record)) continue;
          gone ??= new Set([...given.map((one) => keyNameOf(kind, one)), ...erased.map(nameOf)]);
          if (!gone.has(owner)) throw brokenUnique(kind, rule);
        }
      }
    },
    all: () => records.values(),
    put,
    find(lookUp, name, { now }, limit, found) {
      if (lookUp === kind.byKey) return take(name, found);
      const { while: column, order } = lookUp;
      const keys = indexes.get(lookUp.name)?.keys(name, now) ?? none;
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
