import { type Kind, keyNameOf, type LookUpValue, nameOf } from "../store/kind.js";
import { type Decision, type Erasure, type Records, recordsOf, type Saved, saved } from "../store/scope.js";

/** The records that were loaded, as they are by now; what is put or erased becomes the decision. */
export interface Book {
  readonly of: <R extends object>(kind: Kind<R>) => Sheet<R>;
  /** Erases what lies too far back to have been loaded: records whose `agedBy` column is earlier. */
  readonly eraseBefore: (kind: Kind, before: number) => void;
  readonly decision: <T>(result: T) => Decision<T>;
}

/** The records of one kind. */
export interface Sheet<R extends object> {
  /** By the key's one column, or by `nameOf` of its columns. */
  readonly find: (key: string) => R | undefined;
  readonly all: () => Iterable<R>;
  put(record: R): void;
  readonly erase: (...keys: readonly LookUpValue[]) => void;
}

interface WorkingSheet<R extends object> extends Sheet<R> {
  readonly kind: Kind<R>;
  readonly changed: () => readonly R[];
  readonly erased: () => readonly LookUpValue[];
}

export function createBook(records: Records): Book {
  const sheets = new Map<Kind, WorkingSheet<object>>();
  const aged: Erasure[] = [];
  return {
    of<R extends object>(kind: Kind<R>) {
      const known = sheets.get(kind);
      if (known !== undefined) return known as unknown as Sheet<R>; // of that kind
      const sheet = createSheet(kind, recordsOf(records, kind));
      sheets.set(kind, sheet as unknown as WorkingSheet<object>);
      return sheet;
    },
    eraseBefore(kind, before) {
      aged.push({ kind, before });
    },
    decision(result) {
      const erase: Erasure[] = aged.slice();
      const save: Saved[] = [];
      for (const { kind, erased, changed } of sheets.values()) {
        const [keys, records] = [erased(), changed()];
        if (keys.length > 0) erase.push({ kind, keys });
        if (records.length > 0) save.push(saved(kind, records));
      }
      return { result, save, ...(erase.length > 0 && { erase }) };
    },
  };
}

function createSheet<R extends object>(kind: Kind<R>, loaded: readonly R[]): WorkingSheet<R> {
  const records = new Map<string, R>();
  let touched: Set<string> | undefined; // most kinds are looked at only
  let erased: readonly LookUpValue[] = [];
  for (const record of loaded) records.set(keyNameOf(kind, record), record);
  return {
    kind,
    find: (key) => records.get(key),
    all: () => records.values(),
    put(record) {
      const key = keyNameOf(kind, record);
      records.set(key, record);
      touched ??= new Set();
      touched.add(key);
    },
    erase(...keys) {
      for (const key of keys) {
        records.delete(nameOf(key));
        touched?.delete(nameOf(key));
      }
      erased = [...erased, ...keys];
    },
    changed() {
      const changed: R[] = [];
      for (const key of touched ?? []) {
        const record = records.get(key);
        if (record !== undefined) changed.push(record);
      }
      return changed;
    },
    erased: () => erased,
  };
}
