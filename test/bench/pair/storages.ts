import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { BookingStore } from "giliran";
import { Redis } from "ioredis";
import Database from "libsql";
import pg from "pg";
import { postgresUser, startPostgres } from "../../store/servers/postgres-server.js";
import { startRedis } from "../../store/servers/redis-server.js";
import { usedHeap } from "../stores/used-heap.js";
import type { Build } from "./build.js";

/** Where the stores of both builds keep their bookings. */
export interface Storage {
  readonly title: string;
  /** Fixed work: as many calls as take a good part of a second. */
  readonly calls: Readonly<Record<"hotDay" | "manyDays" | "oneCaller", number>>;
  /** How many bookings are weighed. */
  readonly weighed: number;
  /** New and empty. */
  readonly open: (build: Build) => Promise<OpenStorage>;
  readonly stop: () => Promise<void>;
}

export interface OpenStorage {
  readonly store: BookingStore;
  readonly weigh: () => Promise<Weight>;
  readonly close: () => Promise<void>;
}

export interface Weight {
  /** Of tables; fields and members of keys. */
  readonly rows?: number;
  readonly bytes: number;
}

type StartStorage = () => Promise<Storage | { readonly missingBecause: string }>;

const nothing = async () => undefined;

const startMemory: StartStorage = async () => ({
  title: "Memory",
  calls: { hotDay: 6000, manyDays: 4000, oneCaller: 3000 },
  weighed: 15_600,
  open: async ({ memoryStore }) => ({
    store: memoryStore(),
    weigh: async () => ({ bytes: usedHeap() }),
    close: nothing,
  }),
  stop: nothing,
});

const startSqlite: StartStorage = async () => {
  const folder = mkdtempSync(join(tmpdir(), "giliran-pair-"));
  let files = 0;
  return {
    title: "SQLite, synchronous FULL",
    calls: { hotDay: 3072, manyDays: 2048, oneCaller: 150 },
    weighed: 2600,
    async open({ sqliteStore }) {
      const database = new Database(join(folder, `${files++}.db`));
      const numberOf = (sql: string) => Number((database.prepare(sql).raw().get() as unknown[])[0]);
      return {
        store: sqliteStore({ database }),
        async weigh() {
          const tables = database
            .prepare("SELECT name FROM sqlite_master WHERE type = 'table'")
            .raw()
            .all() as [string][];
          const rows = tables.map(([name]) => numberOf(`SELECT count(*) FROM "${name}"`));
          return { rows: sum(rows), bytes: numberOf("PRAGMA page_count") * numberOf("PRAGMA page_size") };
        },
        close: async () => void database.close(),
      };
    },
    stop: async () => rmSync(folder, { recursive: true }),
  };
};

const startOnPostgres: StartStorage = async () => {
  const server = await startPostgres();
  if (!("port" in server.address)) return server.address;
  const pool = new pg.Pool({ ...postgresUser, host: "127.0.0.1", port: server.address.port, max: 16 });
  pool.on("error", () => undefined); // idle connections are cut when the server stops
  let schemas = 0;
  return {
    title: "PostgreSQL",
    calls: { hotDay: 3072, manyDays: 2048, oneCaller: 100 },
    weighed: 2600,
    async open({ postgresStore }) {
      const schema = `pair_${schemas++}`;
      const numberOf = async (sql: string) =>
        Number((await pool.query({ text: sql, rowMode: "array" })).rows[0]?.[0]);
      return {
        store: postgresStore({ pool, schema }),
        async weigh() {
          const { rows: tables } = await pool.query<{ name: string }>(
            "SELECT quote_ident(schemaname) || '.' || quote_ident(tablename) AS name FROM pg_tables WHERE schemaname = $1",
            [schema],
          );
          const [rows, bytes]: number[][] = [[], []];
          for (const { name } of tables) {
            await pool.query(`VACUUM FULL ${name}`);
            rows?.push(await numberOf(`SELECT count(*) FROM ${name}`));
            bytes?.push(await numberOf(`SELECT pg_total_relation_size('${name}')`));
          }
          return { rows: sum(rows), bytes: sum(bytes) };
        },
        close: async () => void (await pool.query(`DROP SCHEMA IF EXISTS ${schema} CASCADE; CHECKPOINT`)),
      };
    },
    async stop() {
      await pool.end();
      await server.stop();
    },
  };
};

const startOnRedis: StartStorage = async () => {
  const server = await startRedis();
  if (!("port" in server.address)) return server.address;
  const client = new Redis(server.address.port, "127.0.0.1", { enableAutoPipelining: true });
  await client.config("SET", "appendfsync", "everysec");
  return {
    title: "Redis, appendfsync everysec",
    calls: { hotDay: 4096, manyDays: 2048, oneCaller: 300 },
    weighed: 2600,
    async open({ redisStore }) {
      await client.flushdb();
      return {
        store: redisStore({ client }),
        async weigh() {
          const keys = await client.keys("*");
          const rows = await Promise.all(keys.map((key) => countIn(client, key)));
          const bytes = await Promise.all(keys.map((key) => client.memory("USAGE", key, "SAMPLES", 0)));
          return { rows: sum(rows), bytes: sum(bytes.map(Number)) };
        },
        close: nothing,
      };
    },
    async stop() {
      client.disconnect();
      await server.stop();
    },
  };
};

async function countIn(client: Redis, key: string): Promise<number> {
  switch (await client.type(key)) {
    case "hash":
      return client.hlen(key);
    case "zset":
      return client.zcard(key);
    case "set":
      return client.scard(key);
    case "list":
      return client.llen(key);
    default:
      return 1;
  }
}

function sum(numbers: readonly number[] = []): number {
  return numbers.reduce((all, one) => all + one, 0);
}

export const storages: Readonly<Record<string, StartStorage>> = {
  memory: startMemory,
  sqlite: startSqlite,
  postgres: startOnPostgres,
  redis: startOnRedis,
};
