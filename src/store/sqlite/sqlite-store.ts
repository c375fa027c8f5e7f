import { checkSettings } from "../../input/check-settings.js";
import { listChanges } from "../changes.js";
import { aClient, checkClient } from "../clients.js";
import {
  homeKind,
  isOfHome,
  type Kind,
  keyOf,
  type LookUp,
  type LookUpValue,
  nameOf,
  textsOf,
} from "../kind.js";
import {
  type ByKind,
  type Decision,
  homesWanted,
  type Loaded,
  partOf,
  type Records,
  recordsOf as recordsIn,
  type Scope,
  type TimedScope,
  timed,
  type Want,
} from "../scope.js";
import { type Decide, decideOn, type Page, pageOf, type Query, type Store } from "../store.js";
import { createSqliteConnection, expectedDatabase, type SqliteDatabase } from "./connection.js";
import * as sql from "./statements.js";
import { createSqliteTables } from "./tables.js";

export type { SqliteDatabase, SqliteStatement } from "./connection.js";

export interface SqliteSettings {
  /** An open database of libsql, better-sqlite3, node:sqlite or bun:sqlite; the caller closes it. */
  readonly database: SqliteDatabase;
}

/**
 * Keeps everything in one SQLite file, for one or several processes of a machine. It makes its tables, turns on
 * write-ahead logging, and has every commit written through to the disk before it is acknowledged. Tables that were
 * made by a newer giliran it leaves alone: whatever is asked of them fails.
 * @throws StoreError where the database can't be written.
 * @example
 * import Database from "libsql";
 * const store = sqliteStore({ database: new Database("bookings.db") });
 */
export function sqliteStore(settings: SqliteSettings): Store {
  checkSettings(settings, { database: aClient });
  const { database } = settings;
  checkClient("database", database, ["exec", "prepare"], expectedDatabase);
  const connection = createSqliteConnection(database);
  const tables = createSqliteTables(connection);
  const { rows, run, transaction } = connection;
  const statementsOf = remembering(sql.statementsOf);
  const loadStatement = remembering(sql.loadStatement);
  const findStatement = remembering(sql.findStatement);

  const recordsOf = (statement: string, ...values: (string | number)[]): object[] =>
    rows(statement, ...values).map((row) => JSON.parse(String(row.record)) as object);

  const runWith = (statement: string, list: readonly unknown[]) => {
    if (list.length > 0) run(statement, JSON.stringify(list));
  };

  function load(scope: TimedScope): Records {
    const { wants } = scope;
    tables.learnWithin(wants.map(({ lookUp }) => lookUp.kind));
    const found: Found = { records: new Map(), homes: homesWanted(scope) };
    const homesOf = (kind: Kind | undefined) => [...((kind && found.homes.get(kind)?.values()) ?? [])];
    for (const want of wants)
      if (want.everyHome !== true && !isHome(want.lookUp)) look(want, want.values, scope, found);
    // What homes lead to is looked up once they are all known.
    for (const want of wants)
      if (want.everyHome === true) look(want, homesOf(homeKind(want.lookUp.kind)), scope, found);
    for (const kind of found.homes.keys()) look({ lookUp: kind.byKey }, homesOf(kind), scope, found);
    return Object.fromEntries([...found.records].map(([kind, known]) => [kind.name, [...known.values()]]));
  }

  function look(
    want: Pick<Want, "lookUp" | "limit">,
    values: readonly LookUpValue[],
    scope: TimedScope,
    found: Found,
  ): void {
    if (values.length === 0) return;
    const { lookUp } = want;
    const { kind } = lookUp;
    const known = partOf(found.records, kind);
    const home = isHome(lookUp) ? undefined : homeKind(kind);
    const homes = home && partOf(found.homes, home);
    for (const record of recordsOf(loadStatement(lookUp), ...sql.loadValues(want, values, scope))) {
      known.set(nameOf(keyOf(kind, record)), record);
      if (home === undefined) continue;
      const key = textsOf(kind, home.key, record);
      homes?.set(nameOf(key), key);
    }
  }

  function save(decision: Decision<unknown>, loaded: Records): void {
    const { save: all, erase = [] } = decision;
    const kinds = new Set([...all, ...erase].map(({ kind }) => kind));
    tables.learnWithin([...kinds]);
    for (const kind of kinds) eraseParts(kind, decision, loaded);
    for (const { kind, keys = [], before } of erase) {
      runWith(statementsOf(kind).table.erase, keys);
      if (before !== undefined) run(statementsOf(kind).eraseAged, before);
    }
    for (const { kind, records } of all) {
      const { table, parts } = statementsOf(kind);
      for (const { save: statement, rows: rowsOf } of [table, ...parts]) runWith(statement, rowsOf(records));
    }
  }

  /** Rows that no longer follow from a record. */
  function eraseParts(kind: Kind, decision: Decision<unknown>, loaded: Records): void {
    const { parts, aged } = statementsOf(kind);
    if (parts.length === 0) return;
    const old = (decision.erase ?? []).flatMap(({ kind: other, before }) =>
      other === kind && before !== undefined ? recordsOf(aged, before) : [],
    );
    const changes = recordsIn(loaded, kind).length === 0 ? [] : listChanges(kind, decision, loaded);
    const changed = changes.flatMap(({ before, after }) => (before === undefined ? [] : [{ before, after }]));
    for (const { rows: rowsOf, keyLength, erase } of parts) {
      const keysOf = (record: object) => rowsOf([record]).map((row) => row.slice(0, keyLength).map(String));
      const lost = changed.flatMap(({ before, after }) => {
        const kept = new Set(after && keysOf(after).map(nameOf));
        return keysOf(before).filter((key) => !kept.has(nameOf(key)));
      });
      runWith(erase, [...lost, ...old.flatMap(keysOf)]);
    }
  }

  return {
    width: 1,
    async transact<T>(scope: Scope, decide: Decide<T>): Promise<T> {
      tables.learn(scope.wants.map(({ lookUp }) => lookUp.kind));
      return transaction("IMMEDIATE", () => {
        let loaded: Records = {};
        const loadLast = (wide: TimedScope) => {
          loaded = load(wide);
          return loaded;
        };
        const decision = decideOn(scope, loadLast, decide);
        save(decision, loaded);
        return decision.result;
      });
    },
    async read(scope: Scope): Promise<Loaded> {
      tables.learn(scope.wants.map(({ lookUp }) => lookUp.kind));
      const at = timed(scope);
      return { now: at.now, records: transaction("DEFERRED", () => load(at)) };
    },
    async find<R extends object>(query: Query<R>): Promise<Page<R>> {
      tables.learn([query.lookUp.kind]);
      const records = recordsOf(findStatement(query.lookUp), ...sql.findValues(query));
      return pageOf(query, records as R[]); // of the kind that was asked for
    },
  };
}

interface Found {
  readonly records: ByKind<object>;
  /** That are wanted, or that a record was found of. */
  readonly homes: ByKind<LookUpValue>;
}

/** Whether a look-up by key finds homes, which are looked up after all others. */
function isHome(lookUp: LookUp): boolean {
  return lookUp === lookUp.kind.byKey && isOfHome(lookUp);
}

function remembering<K, V>(make: (key: K) => V): (key: K) => V {
  const known = new Map<K, V>();
  return (key) => {
    const value = known.get(key) ?? make(key);
    known.set(key, value);
    return value;
  };
}
