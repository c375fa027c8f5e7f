import { InvalidConfigError } from "giliran";
import { postgresStore } from "giliran/postgres";
import { sqliteStore } from "giliran/sqlite";
import { Redis } from "ioredis";
import pg from "pg";
import { describe, expect, it } from "vitest";
import { openDatabase } from "./open-database.js";

const nothing = () => undefined;
const later = async () => [];

/** A client by what it has, as a function where it is one. */
const having = (...methods: readonly string[]) =>
  Object.fromEntries(methods.map((method) => [method, nothing]));
const tagged = (...methods: readonly string[]) => Object.assign(() => undefined, having(...methods));

const noPools: readonly (readonly [name: string, client: () => unknown])[] = [
  ["a Client of pg, which is one connection", () => new pg.Client()],
  ["Kysely; give what it stands on", () => having("selectFrom", "executeQuery", "connection")],
  ["drizzle; give its $client", () => ({ ...having("select", "execute"), query: {}, $client: {} })],
  ["postgres.js", () => tagged("unsafe", "begin", "file")],
  ["Bun.SQL", () => tagged("unsafe", "begin", "beginDistributed", "connect")],
  ["Neon over HTTP; its Pool keeps a connection", () => tagged("unsafe", "transaction", "query")],
  ["PGlite; give pglitePool of it", () => having("query", "exec", "runExclusive", "transaction")],
  ["a client of Redis", () => new Redis({ lazyConnect: true })],
  ["a SQLite database", () => openDatabase()],
  ["one without query", () => ({})],
  ["one without connect", () => having("query")],
];

const noDatabases: readonly (readonly [name: string, client: () => unknown])[] = [
  [
    "D1, which is asynchronous",
    () => ({ ...having("exec", "batch"), prepare: () => ({ run: later, all: later }) }),
  ],
  [
    "node-sqlite3, which is asynchronous",
    () => ({
      ...having("exec", "parallelize"),
      prepare() {
        const statement = { run: () => statement, all: () => statement };
        return statement;
      },
    }),
  ],
  ["expo-sqlite, which is asynchronous", () => having("execAsync", "prepareAsync", "execSync")],
  ["a client of libsql over the network, which is asynchronous", () => having("execute", "batch")],
  ["one that does not answer at once", () => ({ exec: later, prepare: async () => ({}) })],
  [
    "one that does not answer at once",
    () => ({ ...having("exec"), prepare: () => ({ run: nothing, all: () => [["yes"]] }) }),
  ],
  ["a client of Redis", () => new Redis({ lazyConnect: true })],
  ["a pool of PostgreSQL", () => new pg.Pool()],
];

describe("a client that is not supported", () => {
  it.each(noPools)("is refused as a pool: %s", (name, client) => {
    const open = () => postgresStore({ pool: client() as never });
    expect(open).toThrow(InvalidConfigError);
    expect(open).toThrow(
      `pool: expected a pool with query and connect, such as new Pool() of pg, found ${name}`,
    );
  });

  it.each(noDatabases)("is refused as a database: %s", (name, client) => {
    const open = () => sqliteStore({ database: client() as never });
    expect(open).toThrow(InvalidConfigError);
    expect(open).toThrow(`found ${name}`);
    expect(open).toThrow("database: expected an open SQLite database of a synchronous driver");
  });
});
