import type { SqliteDatabase } from "giliran/sqlite";
import type Libsql from "libsql";
import { describe, expectTypeOf, it } from "vitest";

// Abridged from the packages' own declarations; generics and overloads are kept, they are what may not fit.

/** @types/better-sqlite3 9.6 */
interface BetterSqlite3 {
  // biome-ignore lint/complexity/noBannedTypes: it stands so in the package
  prepare<BindParameters extends unknown[] | {} = unknown[], Result = unknown>(
    source: string,
  ): BindParameters extends unknown[]
    ? BetterSqlite3Statement<BindParameters, Result>
    : BetterSqlite3Statement<[BindParameters], Result>;
  exec(source: string): this;
}
interface BetterSqlite3Statement<BindParameters extends unknown[], Result> {
  run(...params: BindParameters): { changes: number; lastInsertRowid: number | bigint };
  all(...params: BindParameters): Result[];
}

/** @types/node 24, sqlite.d.ts */
interface DatabaseSync {
  prepare(sql: string, options?: { readBigInts?: boolean }): StatementSync;
  exec(sql: string): void;
}
interface StatementSync {
  run(...anonymousParameters: SQLInputValue[]): { changes: number | bigint };
  run(
    namedParameters: Record<string, SQLInputValue>,
    ...anonymousParameters: SQLInputValue[]
  ): { changes: number | bigint };
  all(...anonymousParameters: SQLInputValue[]): Record<string, SQLOutputValue>[];
  all(
    namedParameters: Record<string, SQLInputValue>,
    ...anonymousParameters: SQLInputValue[]
  ): Record<string, SQLOutputValue>[];
}
type SQLInputValue = null | number | bigint | string | NodeJS.ArrayBufferView;
type SQLOutputValue = null | number | bigint | string | Uint8Array;

/** bun-types 1.4, sqlite.d.ts */
interface BunDatabase {
  prepare<ReturnType, ParamsType extends SQLQueryBindings | SQLQueryBindings[]>(
    sql: string,
    params?: ParamsType,
  ): BunStatement<ReturnType, ParamsType extends SQLQueryBindings[] ? ParamsType : [ParamsType]>;
  exec<ParamsType extends SQLQueryBindings[]>(sql: string, ...bindings: ParamsType[]): { changes: number };
}
interface BunStatement<ReturnType, ParamsType extends unknown[]> {
  run(...params: ParamsType): { changes: number };
  all(...params: ParamsType): ReturnType[];
}
type SQLQueryBindings = string | bigint | NodeJS.TypedArray | number | boolean | null;

describe("a SQLite database to keep bookings in", () => {
  it("may be of libsql, better-sqlite3, node:sqlite or bun:sqlite, without a cast", () => {
    expectTypeOf<Libsql.Database>().toExtend<SqliteDatabase>();
    expectTypeOf<BetterSqlite3>().toExtend<SqliteDatabase>();
    expectTypeOf<DatabaseSync>().toExtend<SqliteDatabase>();
    expectTypeOf<BunDatabase>().toExtend<SqliteDatabase>();
  });
});
