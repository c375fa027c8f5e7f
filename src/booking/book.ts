import { type Kind, keyNameOf, type LookUpValue, nameOf } from "../store/kind.js";
import { type Decision, type Erasure, type Records, recordsOf, saved } from "../store/scope.js";

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
      const all = [...sheets.values()];
      const erase: Erasure[] = aged.slice();
      for (const { kind, erased } of all) if (erased().length > 0) erase.push({ kind, keys: erased() });
      const save = all
        .map(({ kind, changed }) => saved(kind, changed()))
        .filter((one) => one.records.length > 0);
      return { result, save, ...(erase.length > 0 && { erase }) };
    },
  };
}

function createSheet<R extends object>(kind: Kind<R>, loaded: readonly R[]): WorkingSheet<R> {
  const records = new Map<string, R>();
  const touched = new Set<string>();
  const erased: LookUpValue[] = [];
  for (const record of loaded) records.set(keyNameOf(kind, record), record);
  return {
    kind,
    find: (key) => records.get(key),
    all: () => records.values(),
    put(record) {
      const key = keyNameOf(kind, record);
      records.set(key, record);
      touched.add(key);
    },
    erase(...keys) {
      for (const key of keys) {
        records.delete(nameOf(key));
        touched.delete(nameOf(key));
        erased.push(key);
      }
    },
    changed: () => [...touched].flatMap((key) => records.get(key) ?? []),
    erased: () => erased,
  };
}
