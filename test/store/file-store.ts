import { existsSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import {
  type Decision,
  decideOn,
  type Erasure,
  type Filter,
  type Kind,
  keyOf,
  nameOf,
  pageOf,
  type Records,
  recordsOf,
  type Store,
  textsOf,
} from "giliran";

/** Keeps everything in one JSON file, for one process: all is read and written without a pause, so nobody comes between. */
export function fileStore(path: string): Store {
  /** All there is, whatever a scope wants: more than was asked for may come. */
  function load(): Records {
    return existsSync(path) ? (JSON.parse(readFileSync(path, "utf8")) as Records) : {}; // decoded
  }

  function save({ save: all, erase = [] }: Decision<unknown>): void {
    const content: Record<string, readonly object[]> = { ...load() };
    for (const erasure of erase) {
      const { kind } = erasure;
      content[kind.name] = recordsOf(content, kind).filter((record) => !isErased(record, erasure));
    }
    for (const { kind, records } of all)
      content[kind.name] = join(kind, [...recordsOf(content, kind), ...records]);
    // A file takes the place of another at once, so that a crash leaves the old one or the new one.
    writeFileSync(`${path}.new`, JSON.stringify(content), { flush: true });
    renameSync(`${path}.new`, path);
  }

  return {
    async transact(scope, decide) {
      const decision = decideOn(scope, load, decide);
      save(decision);
      return decision.result;
    },
    read: async ({ now = Date.now() }) => ({ now, records: load() }),
    async find(query) {
      const { kind } = query.lookUp;
      const nameOfRecord = (record: object) => nameOf(keyOf(kind, record));
      const found = recordsOf(load(), kind)
        .filter((record) => isFound(record, query) && nameOfRecord(record) > (query.after ?? ""))
        .sort((a, b) => (nameOfRecord(a) < nameOfRecord(b) ? -1 : 1));
      return pageOf(query, found);
    },
  };
}

/** A new record takes the place of the old one with its key. */
function join(kind: Kind, records: readonly object[]): readonly object[] {
  return [...new Map(records.map((record) => [nameOf(keyOf(kind, record)), record])).values()];
}

function isErased(record: object, { kind, keys = [], before = -Infinity }: Erasure): boolean {
  const at = kind.columns[kind.agedBy ?? ""]?.of(record) ?? Infinity;
  return Number(at) < before || keys.some((key) => nameOf(key) === nameOf(keyOf(kind, record)));
}

function isFound(record: object, { lookUp, value, upTo = "" }: Filter): boolean {
  const { kind, by = [], list = "", upTo: column, order } = lookUp;
  const most = column === undefined ? undefined : kind.columns[column]?.of(record);
  if (column !== undefined && !(most !== undefined && most <= upTo)) return false;
  if (order !== undefined && kind.columns[order]?.of(record) === undefined) return false;
  return lookUp.list === undefined
    ? nameOf(textsOf(kind, by, record)) === nameOf(value)
    : kind.lists?.[list]?.each(record).includes(nameOf(value)) === true;
}
