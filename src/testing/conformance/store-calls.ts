import { type Kind, keyOf, type LookUp, type LookUpValue, nameOf, textsOf } from "../../store/kind.js";
import {
  type Decision,
  type Erasure,
  joinWants,
  type Records,
  recordsOf,
  type Saved,
  type Scope,
  type Want,
} from "../../store/scope.js";
import type { Query, Store } from "../../store/store.js";

/** Monday, 06:00 in Jakarta. */
export const now: number = Date.parse("2017-08-07T06:00+07:00");

export function want(lookUp: LookUp, ...values: readonly LookUpValue[]): Want {
  return { lookUp, values };
}

export function scopeOf(...wants: readonly Want[]): Scope {
  return { now, wants: joinWants(wants) };
}

/** The records that are wanted, as one snapshot. */
export async function recordsBy(store: Store, ...wants: readonly Want[]): Promise<Records> {
  return (await store.read(scopeOf(...wants))).records;
}

/** All that must be wanted for records to be saved: their keys, their homes, and the values of their lists. */
export function wantsOf({ kind, records }: Saved): readonly Want[] {
  const { isolation } = kind;
  const home = typeof isolation === "object" ? isolation.home : undefined;
  return [
    want(kind.byKey, ...records.map((record) => keyOf(kind, record))),
    ...(home === undefined ? [] : [want(home.byKey, ...records.map((one) => textsOf(kind, home.key, one)))]),
    ...Object.values(kind.lookUps).flatMap((lookUp) => {
      const list = lookUp.list === undefined ? undefined : kind.lists?.[lookUp.list];
      return list === undefined
        ? []
        : [want(lookUp, ...records.flatMap((record) => list.each(record).map((value) => [value])))];
    }),
  ];
}

/** Saves whatever was there before. */
export function save(store: Store, ...all: readonly Saved[]): Promise<void> {
  return store.transact(scopeOf(...all.flatMap(wantsOf)), () => ({ result: undefined, save: all }));
}

export function erase(store: Store, erasures: readonly Erasure[], ...all: readonly Saved[]): Promise<void> {
  const keys = erasures.map(({ kind, keys = [] }) => want(kind.byKey, ...keys));
  return store.transact(scopeOf(...keys, ...all.flatMap(wantsOf)), () => ({
    result: undefined,
    save: all,
    erase: erasures,
  }));
}

/** Of what was loaded the records that a look-up has by some values: a store may give more than is wanted. */
export function foundBy<R extends object>(
  records: Records,
  { kind, list = "", by }: LookUp<R>,
  ...values: readonly LookUpValue[]
): readonly R[] {
  const names = new Set(values.map(nameOf));
  return recordsOf(records, kind).filter((record) => {
    const own = by === undefined ? kind.lists?.[list]?.each(record) : [nameOf(textsOf(kind, by, record))];
    return own?.some((name) => names.has(name));
  });
}

export async function readBy<R extends object>(
  store: Store,
  lookUp: LookUp<R>,
  ...values: readonly LookUpValue[]
): Promise<readonly R[]> {
  return foundBy(await recordsBy(store, want(lookUp, ...values)), lookUp, ...values);
}

/** The record of another one's key, as it is now. */
export async function readOne<R extends object>(
  store: Store,
  kind: Kind<R>,
  record: R,
): Promise<R | undefined> {
  const [found] = await readBy(store, kind.byKey, keyOf(kind, record));
  return found;
}

/** Of these keys of one column those that were found, in their order. */
export function among<R extends object>(
  records: Records,
  { kind }: LookUp<R>,
  keys: readonly string[],
): string {
  const found = new Set(recordsOf(records, kind).map((record) => nameOf(keyOf(kind, record))));
  return keys.filter((key) => found.has(key)).join(" ");
}

/** The keys of a query's records, page by page. */
export async function pagesOf<R extends object>(store: Store, query: Query<R>): Promise<readonly string[]> {
  const pages: string[] = [];
  let after: string | undefined;
  do {
    const page = await store.find({ ...query, ...(after !== undefined && { after }) });
    pages.push(page.records.map((record) => nameOf(keyOf(query.lookUp.kind, record))).join(" "));
    after = page.next;
  } while (after !== undefined && pages.length < 20);
  return pages;
}

/** Asks again while the store says that it may be asked again, as callers do. */
export async function insist<T>(store: Store, ...call: Parameters<Store["transact"]>): Promise<T> {
  for (let tries = 1; ; tries++) {
    try {
      return (await store.transact(...call)) as T; // of that decision
    } catch (error) {
      const { retryable } = error as { retryable?: boolean };
      if (retryable !== true || tries === 20) throw error;
    }
  }
}

export function nothing<T>(result: T): Decision<T> {
  return { result, save: [] };
}

/** What a promise rejects with; by name, as a store may have come with another copy of the class. */
export async function failureOf(work: Promise<unknown>): Promise<string> {
  return work.then(
    () => "none",
    (error: unknown) => (error instanceof Error ? error.name : String(error)),
  );
}
