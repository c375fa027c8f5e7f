import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Store } from "giliran";
import { mariadbStore } from "giliran/mariadb";
import { postgresStore } from "giliran/postgres";
import { redisStore } from "giliran/redis";
import { sqliteStore } from "giliran/sqlite";
import { Redis } from "ioredis";
import Database from "libsql";
import mariadb from "mariadb";
import pg from "pg";
import { mariadbUser, startMariadb } from "../store/servers/mariadb-server.js";
import { startPgbouncer } from "../store/servers/pgbouncer.js";
import { cutOff, startPair } from "../store/servers/postgres-pair.js";
import { portOf, postgresUser } from "../store/servers/postgres-server.js";
import { openProxy } from "../store/servers/proxy.js";
import { startRedis } from "../store/servers/redis-server.js";

/** A database that is tortured, round after round. */
export interface Arena {
  /** What of the database can break, by names. */
  readonly faults: Readonly<Record<string, () => Promise<void>>>;
  /** A new place for a round: what its workers are told of it, and the store as it is looked at when they are done. */
  readonly open: (round: number) => Promise<Ring>;
  readonly close: () => Promise<void>;
}

export interface Ring {
  readonly where: readonly [store: StoreName, place: string, name: string];
  readonly store: Store;
  readonly close: () => Promise<void>;
}

export type StoreName = "sqlite" | "postgres" | "mariadb" | "redis";

/** What is tortured: a store, PostgreSQL also through a pooler in transaction mode. */
export type ArenaName = StoreName | "pgbouncer";

export const arenas: Readonly<Record<ArenaName, () => Promise<Arena>>> = {
  sqlite: openSqlite,
  postgres: openPostgres,
  pgbouncer: openPgbouncer,
  mariadb: openMariadb,
  redis: openRedis,
};

async function openSqlite(): Promise<Arena> {
  const folder = await mkdtemp(join(tmpdir(), "giliran-torture-"));
  return {
    faults: {},
    async open(round) {
      const file = join(folder, `${round}.db`);
      const database = new Database(file);
      return {
        where: ["sqlite", file, ""],
        store: sqliteStore({ database }),
        close: async () => void database.close(),
      };
    },
    close: () => rm(folder, { recursive: true }),
  };
}

async function openPostgres(): Promise<Arena> {
  const { port, faults, close } = await openPair();
  return { faults, open: async (round) => ringOfPostgres(port, round), close };
}

async function openPgbouncer(): Promise<Arena> {
  const pair = await openPair();
  const pooler = await startPgbouncer(pair.port);
  const port = portOf(pooler);
  return {
    faults: { ...pair.faults, "the pooler killed": () => pooler.killAndStart() },
    open: async (round) => ringOfPostgres(port, round),
    async close() {
      await pooler.stop();
      await pair.close();
    },
  };
}

/** A primary and a standby that its commits wait for; by the port callers reach whichever is the primary. */
async function openPair(): Promise<Pick<Arena, "faults" | "close"> & { readonly port: number }> {
  const pair = await startPair();
  const proxy = await openProxy(() => portOf(pair.primary()));
  // An administrator's own connection may break like any.
  const administrate = async (sql: string) => void (await pair.administrate(sql).catch(() => undefined));
  return {
    port: proxy.port,
    faults: {
      "a backend killed": () =>
        administrate(
          `SELECT pg_terminate_backend(pid) FROM pg_stat_activity
           WHERE pid <> pg_backend_pid() AND backend_type = 'client backend' ORDER BY random() LIMIT 1`,
        ),
      "a wait for the standby cut off": () => administrate(cutOff.terminate),
      "the server killed": () => pair.primary().killAndStart(),
      "a standby promoted": async () => {
        await pair.promote();
        await pair.addStandby();
      },
    },
    async close() {
      proxy.close();
      await pair.stop();
    },
  };
}

function ringOfPostgres(port: number, round: number): Ring {
  const { user, password, database } = postgresUser;
  const schema = `round_${round}`;
  const pool = new pg.Pool({ ...postgresUser, host: "127.0.0.1", port });
  return {
    where: [
      "postgres",
      `postgres://${user}:${encodeURIComponent(password)}@127.0.0.1:${port}/${database}`,
      schema,
    ],
    store: postgresStore({ pool, schema }),
    close: () => pool.end(),
  };
}

async function openMariadb(): Promise<Arena> {
  const server = await startMariadb();
  const at = { ...mariadbUser, host: "127.0.0.1", port: portOf(server) };
  // An administrator's own connection may break like any.
  const administrate = async (...statements: readonly string[]) => {
    const connection = await mariadb.createConnection(at).catch(() => undefined);
    for (const statement of statements) await connection?.query(statement).catch(() => undefined);
    await connection?.end().catch(() => undefined);
  };
  const killOne = (what: "CONNECTION" | "QUERY") => `
    BEGIN NOT ATOMIC
      DECLARE victim BIGINT;
      SELECT id INTO victim FROM information_schema.processlist
        WHERE id <> CONNECTION_ID() AND db IS NOT NULL ORDER BY RAND() LIMIT 1;
      IF victim IS NOT NULL THEN EXECUTE IMMEDIATE CONCAT('KILL ${what} ', victim); END IF;
    END`;
  return {
    faults: {
      "a connection killed": () => administrate(killOne("CONNECTION")),
      "a query killed": () => administrate(killOne("QUERY")),
      "the server killed": () => server.killAndStart(),
    },
    async open(round) {
      const database = `round_${round}`;
      await administrate(`CREATE DATABASE ${database}`);
      const pool = mariadb.createPool({ ...at, database, connectionLimit: 5 });
      const { user, password } = mariadbUser;
      return {
        where: [
          "mariadb",
          `mariadb://${user}:${encodeURIComponent(password)}@127.0.0.1:${at.port}/${database}`,
          "",
        ],
        store: mariadbStore({ pool }),
        close: () => pool.end(),
      };
    },
    close: () => server.stop(),
  };
}

async function openRedis(): Promise<Arena> {
  const server = await startRedis();
  const port = portOf(server);
  const client = new Redis(port, "127.0.0.1");
  client.on("error", () => undefined); // the server is killed
  return {
    faults: {
      "connections killed": async () =>
        void (await client.call("CLIENT", "KILL", "TYPE", "normal", "SKIPME", "yes")),
      "scripts forgotten": async () => void (await client.call("SCRIPT", "FLUSH")),
      "the server killed": () => server.killAndStart(),
    },
    open: async (round) => ({
      where: ["redis", `${port}`, `round:${round}`],
      store: redisStore({ client, prefix: `round:${round}` }),
      close: async () => undefined,
    }),
    async close() {
      client.disconnect();
      await server.stop();
    },
  };
}
