import { createDueList, type DueList } from "./due-list.js";
import { createKeyIndex } from "./key-index.js";
import { homeColumns, isOfHome, type Kind, type LookUp, nameOf, textsOf } from "./kind.js";

/** The keys of the records that a look-up leads to. */
export interface LookUpIndex {
  /** `place` names the record's home. */
  readonly change: (what: "add" | "remove", record: object, key: string, place: string) => void;
  /** For a scope. */
  readonly keys: (value: string, upTo: number) => Iterable<string>;
  /** For `find`, which passes over `while`. */
  readonly everyKey: (value: string, upTo: number) => Iterable<string>;
}

/** Whether a look-up by homes finds what another one finds in all of them. */
export function isPartOf(part: LookUp, whole: LookUp): boolean {
  const { kind, by = [], upTo } = whole;
  const columns = homeColumns(kind);
  const isThroughHomes = by.every((name, index) => name === columns[index]) && upTo === columns[by.length];
  if (!isOfHome(part) || part.order !== undefined) return false;
  return by.length === 0 ? part.upTo === upTo : isThroughHomes && part.upTo === undefined;
}

/** None where the look-ups by homes lead to the same. */
export function createLookUpIndex(
  lookUp: LookUp,
  recordOf: (key: string) => object | undefined,
): LookUpIndex | undefined {
  const { kind, list, upTo, order } = lookUp;
  if (list !== undefined) return listIndex(lookUp, list);
  if (
    Object.values(kind.lookUps).some((other) => other !== lookUp && isPartOf(other, lookUp)) &&
    !isOfHome(lookUp)
  )
    return undefined;
  if (upTo !== undefined) return dueIndex(lookUp, upTo, recordOf);
  const index = createKeyIndex();
  const valueName = namer(lookUp);
  return {
    change(what, record, key, place) {
      if (order === undefined || numberOf(kind, order, record) !== undefined)
        index[what](valueName(record, place), key);
    },
    keys: index.keys,
    everyKey: index.keys,
  };
}

/** What is no longer found is kept apart: of a sender it may be much. */
function listIndex(lookUp: LookUp, list: string): LookUpIndex {
  const { kind, while: column } = lookUp;
  const [found, past] = [createKeyIndex(), createKeyIndex()];
  return {
    change(what, record, key) {
      const isPast = column !== undefined && numberOf(kind, column, record) === undefined;
      const index = isPast ? past : found;
      for (const value of kind.lists?.[list]?.each(record) ?? []) index[what](value, key);
    },
    keys: found.keys,
    everyKey: (value) => [...found.keys(value), ...past.keys(value)],
  };
}

function dueIndex(lookUp: LookUp, upTo: string, recordOf: (key: string) => object | undefined): LookUpIndex {
  const { kind } = lookUp;
  const lists = new Map<string, DueList>();
  const valueName = namer(lookUp);
  const dueAt = (key: string) => {
    const record = recordOf(key);
    return (record && numberOf(kind, upTo, record)) ?? Infinity;
  };
  const listOf = (value: string) => {
    const known = lists.get(value) ?? createDueList(dueAt);
    lists.set(value, known);
    return known;
  };
  const keys = (value: string, by: number) => lists.get(value)?.due(by) ?? [];
  return {
    change(what, record, key, place) {
      const at = numberOf(kind, upTo, record);
      if (at !== undefined) listOf(valueName(record, place))[what](key, at);
    },
    keys,
    everyKey: keys,
  };
}

/** Names the value of a look-up that a record has; mostly it is that of its home. */
function namer(lookUp: LookUp): (record: object, place: string) => string {
  const { kind, by = [] } = lookUp;
  return isOfHome(lookUp) ? (_, place) => place : (record) => nameOf(textsOf(kind, by, record));
}

/** A number or an instant of a record. */
export function numberOf(kind: Kind, column: string, record: object): number | undefined {
  const value = kind.columns[column]?.of(record);
  return value === undefined ? undefined : Number(value);
}
