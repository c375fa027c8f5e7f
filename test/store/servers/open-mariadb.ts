import { type MariadbPool, mariadbStore } from "giliran/mariadb";
import * as mariadb from "mariadb";
import mysql from "mysql2/promise";
import { afterAll, beforeAll, inject, onTestFinished } from "vitest";
import type { OpenedStore, OpenStore } from "../../../src/testing/open-store.js";
import { mariadbUser } from "./mariadb-server.js";

const address = inject("mariadb");

/** Why there is no server, or `undefined` where there is one. */
export const mariadbMissing: string | undefined = "port" in address ? undefined : address.missingBecause;

export function mariadbPort(): number {
  if (!("port" in address)) throw new Error(address.missingBecause);
  return address.port;
}

export function mariadbUrl(database: string, port: number = mariadbPort()): string {
  const { user, password } = mariadbUser;
  return `mariadb://${user}:${encodeURIComponent(password)}@127.0.0.1:${port}/${database}`;
}

let databases = 0;

export interface MariadbDriver {
  readonly name: string;
  readonly connect: (settings?: PoolSettings) => EndingPool;
}

export interface PoolSettings {
  readonly database?: string;
  readonly port?: number;
  readonly user?: string;
  readonly connectionLimit?: number;
  readonly charset?: string;
  readonly socketTimeout?: number;
}

export interface EndingPool extends MariadbPool {
  end(): Promise<void>;
}

function withDefaults(settings: PoolSettings = {}) {
  return { ...mariadbUser, host: "127.0.0.1", port: mariadbPort(), connectionLimit: 8, ...settings };
}

export const mariadbDrivers: readonly MariadbDriver[] = [
  { name: "mariadb", connect: (settings) => mariadb.createPool(withDefaults(settings)) },
  { name: "mysql2", connect: (settings) => mysql.createPool(withDefaults(settings)) },
];

/** An administrator's statements, on a connection of their own. */
export async function administrate(...statements: readonly string[]): Promise<readonly unknown[]> {
  return administrateAt(mariadbPort(), ...statements);
}

async function administrateAt(port: number, ...statements: readonly string[]): Promise<readonly unknown[]> {
  const connection = await mysql.createConnection({ ...mariadbUser, host: "127.0.0.1", port });
  try {
    let rows: unknown = [];
    for (const statement of statements) [rows] = await connection.query(statement);
    return rows as readonly unknown[]; // of the last
  } finally {
    await connection.end();
  }
}

/** A database that no other test of the run has. */
export async function freshDatabase(port: number = mariadbPort()): Promise<string> {
  const database = `test_${process.pid}_${databases++}`;
  await administrateAt(port, `CREATE DATABASE ${database}`);
  return database;
}

/** A pool on a database of its own, that ends with the test. */
export async function openMariadb(
  settings: PoolSettings = {},
  [driver]: readonly MariadbDriver[] = mariadbDrivers,
): Promise<EndingPool> {
  if (driver === undefined) throw new Error("no driver");
  const pool = driver.connect({
    database: settings.database ?? (await freshDatabase(settings.port)),
    ...settings,
  });
  onTestFinished(() => pool.end());
  return pool;
}

/** A pool on a database of its own, for all tests of a `describe`. */
export function poolOfFile([driver]: readonly MariadbDriver[] = mariadbDrivers): () => EndingPool {
  let pool: EndingPool | undefined;
  beforeAll(async () => {
    pool = driver?.connect({ database: await freshDatabase() });
  });
  afterAll(() => pool?.end());
  return () => {
    if (pool === undefined) throw new Error("The pool is not open.");
    return pool;
  };
}

/** Stores of a new database each, whose tables they make. */
export function openFreshMariadbOn(
  change: (pool: MariadbPool) => MariadbPool = (pool) => pool,
  driver: MariadbDriver | undefined = mariadbDrivers[0],
): OpenStore {
  return async () => {
    if (driver === undefined) throw new Error("no driver");
    const pool = driver.connect({ database: await freshDatabase() });
    return { ...openOn(change(pool)), close: () => pool.end() };
  };
}

/** Stores of one database that is emptied for each, for properties that want hundreds. */
export function openMariadbOn(
  connect: () => MariadbPool,
  createStore: typeof mariadbStore = mariadbStore,
): OpenStore {
  return async () => {
    const pool = connect();
    await empty(pool);
    return openOn(pool, createStore);
  };
}

async function empty(pool: MariadbPool): Promise<void> {
  const client = await pool.getConnection();
  try {
    const answer = (await client.query(
      "SELECT table_name AS name FROM information_schema.tables WHERE table_schema = DATABASE()",
    )) as readonly { readonly name: string }[] | readonly [readonly { readonly name: string }[]];
    for (const { name } of answer.flat())
      if (typeof name === "string" && /^giliran_(?!schema)/.test(name))
        await client.query(`DELETE FROM ${name}`);
  } finally {
    client.release();
  }
}

/** A pool that sends another text in place of one. */
export function rewriting(
  pool: MariadbPool,
  { from, to }: { readonly from: string; readonly to: string },
): MariadbPool {
  return sending(pool, (query, sql) => query(sql.replaceAll(from, to)));
}

/** A pool whose statements go through a function. */
export function sending(
  pool: MariadbPool,
  send: (query: (sql: string) => Promise<unknown>, sql: string) => Promise<unknown>,
): MariadbPool {
  return {
    async getConnection() {
      const client = await pool.getConnection();
      return {
        query: (sql) => send((text) => client.query(text), sql),
        release: () => client.release(),
        destroy: () => client.destroy(),
      };
    },
  };
}

function openOn(pool: MariadbPool, createStore: typeof mariadbStore = mariadbStore): OpenedStore {
  return {
    connect: () => createStore({ pool }),
    connectSlowly: (pass) =>
      createStore({
        pool: sending(pool, async (query, sql) => {
          await pass();
          return query(sql);
        }),
      }),
  };
}
