import { type PostgresPool, postgresStore } from "giliran/postgres";
import pg from "pg";
import { inject, onTestFinished } from "vitest";
import type { OpenedStore, OpenStore } from "../../../src/testing/open-store.js";
import { postgresUser } from "./postgres-server.js";

const address = inject("postgres");

/** Why there is no server, or `undefined` where there is one. */
export const postgresMissing: string | undefined = "port" in address ? undefined : address.missingBecause;

let schemas = 0;

/** A name of a schema that no other test of the run has. */
export function freshSchema(): string {
  return `test_${process.pid}_${schemas++}`;
}

export function postgresPort(): number {
  if (!("port" in address)) throw new Error(address.missingBecause);
  return address.port;
}

export function createPool(settings: pg.PoolConfig = {}): pg.Pool {
  const pool = new pg.Pool({ ...postgresUser, host: "127.0.0.1", port: postgresPort(), ...settings });
  pool.on("error", () => undefined); // a connection that is cut while it is idle
  return pool;
}

export function postgresUrl(): string {
  const { user, password, database } = postgresUser;
  return `postgres://${user}:${encodeURIComponent(password)}@127.0.0.1:${postgresPort()}/${database}`;
}

/** A pool that ends with the test. */
export function openPool(settings?: pg.PoolConfig): pg.Pool {
  const pool = createPool(settings);
  onTestFinished(() => pool.end());
  return pool;
}

/** Stores of one schema that is emptied for each, for properties that want hundreds. */
export function openPostgresOn(
  connect: () => PostgresPool,
  schema: string,
  createStore: typeof postgresStore = postgresStore,
): OpenStore {
  return async () => {
    const pool = connect();
    await empty(pool, schema);
    return openSchema(pool, schema, createStore);
  };
}

/** Stores of a new schema each, whose tables they make. */
export function openFreshPostgresOn(connect: () => PostgresPool): OpenStore {
  return () => openSchema(connect(), freshSchema(), postgresStore);
}

async function empty(pool: PostgresPool, schema: string): Promise<void> {
  const { rows } = await pool.query(
    "SELECT tablename AS name FROM pg_tables WHERE schemaname = $1 AND tablename NOT LIKE 'giliran_schema%'",
    [schema],
  );
  await pool.query(
    (rows as { name: string }[]).map(({ name }) => `DELETE FROM ${schema}.${name};`).join(" "),
  );
}

/** A pool that sends another text in place of one. */
export function rewriting(
  pool: PostgresPool,
  { from, to }: { readonly from: string; readonly to: string },
): PostgresPool {
  const rewrite = (sql: string) => sql.replaceAll(from, to);
  return {
    query: (sql, values) => pool.query(rewrite(sql), values),
    async connect() {
      const client = await pool.connect();
      return {
        query: (sql, values) => client.query(rewrite(sql), values),
        release: (error) => client.release(error),
      };
    },
  };
}

function openSchema(pool: PostgresPool, schema: string, createStore: typeof postgresStore): OpenedStore {
  return {
    connect: () => createStore({ pool, schema }),
    connectSlowly(pass) {
      const slowly =
        (client: Pick<PostgresPool, "query">): PostgresPool["query"] =>
        async (sql, values) => {
          await pass();
          return client.query(sql, values);
        };
      const connect: PostgresPool["connect"] = async () => {
        const client = await pool.connect();
        return { query: slowly(client), release: (error) => client.release(error) };
      };
      return createStore({ pool: { connect, query: slowly(pool) }, schema });
    },
  };
}
