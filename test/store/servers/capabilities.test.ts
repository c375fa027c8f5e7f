import { memoryStore } from "giliran";
import { mariadbStore } from "giliran/mariadb";
import { type PostgresPool, postgresStore } from "giliran/postgres";
import { redisStore } from "giliran/redis";
import { sqliteStore } from "giliran/sqlite";
import type { Redis } from "ioredis";
import { describe, it } from "vitest";
import { openSqlite } from "../../rules/stores.js";
import { day, deskFor, holdOf } from "../five-places.js";
import { openDatabase, temporaryFile } from "../open-database.js";
import { expectOnStoragePage, tableRow } from "../storage-page.js";
import { startMariadb } from "./mariadb-server.js";
import { countCalls, countLost, isolates, racesOver } from "./measures.js";
import {
  freshDatabase,
  mariadbMissing,
  mariadbUrl,
  openMariadb,
  openMariadbOn,
  sending,
} from "./open-mariadb.js";
import { freshSchema, openPool, openPostgresOn, postgresMissing, postgresUrl } from "./open-postgres.js";
import { freshPrefix, openIoRedis, openRedisOn, redisMissing, redisPort } from "./open-redis.js";
import { type OwnServer, ownServer } from "./own-server.js";
import { startPostgres } from "./postgres-server.js";
import { startRedis } from "./redis-server.js";

const measured = /(?<=<!-- measured: begin -->\n).*(?=\n<!-- measured: end -->)/s;

/** What a run of the tests shows of a store. */
interface Capabilities {
  readonly name: string;
  readonly isolates: string;
  readonly processes: string;
  readonly callsForOne: string;
  readonly callsForHundred: string;
  readonly lost: string;
}

const inTheProcess = { callsForOne: "in the process", callsForHundred: "in the process" };

async function ofMemory(): Promise<Capabilities> {
  const store = memoryStore();
  await deskFor(store).hold(holdOf("of this one"));
  const seenByAnother = await deskFor(memoryStore()).find(day);
  return {
    name: "memory",
    isolates: "one process, one thread",
    processes: seenByAnother.length === 0 ? "one" : "",
    ...inTheProcess,
    lost: store.volatile === true ? "all, with the process" : "",
  };
}

async function ofSqlite(): Promise<Capabilities> {
  const database = openDatabase();
  sqliteStore({ database });
  const [row] = database.prepare("PRAGMA synchronous").all() as { synchronous: number }[];
  return {
    name: "SQLite",
    isolates: await isolates(openSqlite),
    processes: await racesOver(
      new URL("../drivers/hold-many-on-driver.ts", import.meta.url),
      "libsql",
      temporaryFile(),
    ),
    ...inTheProcess,
    lost: row?.synchronous === 2 ? "no server; `synchronous` is FULL" : "",
  };
}

async function ofPostgres(server: OwnServer): Promise<Capabilities> {
  // The database's default says that a commit need not be on the disk; the store says that it must.
  const pool = openPool({ max: 10, port: server.port(), options: "-c synchronous_commit=off" });
  let calls = 0;
  const counting: PostgresPool = {
    query(sql, values) {
      calls++;
      return pool.query(sql, values);
    },
    async connect() {
      const client = await pool.connect();
      return {
        query(sql, values) {
          calls++;
          return client.query(sql, values);
        },
        release: (error) => client.release(error),
      };
    },
  };
  const schema = freshSchema();
  const openPostgres = () => postgresStore({ pool, schema });
  const count = (holds: number) =>
    countCalls(postgresStore({ pool: counting, schema: freshSchema() }), () => calls, holds);
  return {
    name: "PostgreSQL",
    isolates: await isolates(openPostgresOn(() => pool, freshSchema())),
    processes: await racesOver(new URL("hold-many.ts", import.meta.url), postgresUrl(), freshSchema()),
    callsForOne: await count(1),
    callsForHundred: await count(100),
    lost: await countLost(openPostgres, server.killAndStart),
  };
}

async function ofMariadb(server: OwnServer): Promise<Capabilities> {
  const pool = await openMariadb({ port: server.port(), connectionLimit: 10 });
  let calls = 0;
  const count = async (holds: number) => {
    const counting = sending(await openMariadb({ port: server.port() }), (query, sql) => {
      calls++;
      return query(sql);
    });
    return countCalls(mariadbStore({ pool: counting }), () => calls, holds);
  };
  const where = mariadbUrl(await freshDatabase());
  const isolated = await isolates(openMariadbOn(() => pool));
  const [callsForOne, callsForHundred] = [await count(1), await count(100)];
  const fresh = await openMariadb({ port: server.port() });
  return {
    name: "MariaDB",
    isolates: isolated,
    processes: await racesOver(new URL("hold-many-on-mariadb.ts", import.meta.url), where),
    callsForOne,
    callsForHundred,
    lost: await countLost(() => mariadbStore({ pool: fresh }), server.killAndStart),
  };
}

async function ofRedis(server: OwnServer): Promise<Capabilities> {
  const clients = Array.from({ length: 8 }, () => openIoRedis(server.port()));
  const [client = openIoRedis(server.port())] = clients;
  let calls = 0;
  const counting = {
    call(command: string, ...values: string[]) {
      calls++;
      return client.call(command, ...values);
    },
  };
  const count = (holds: number) =>
    countCalls(redisStore({ client: counting, prefix: freshPrefix() }), () => calls, holds);
  const where = [`${redisPort()}`, freshPrefix()];
  return {
    name: "Redis, Valkey",
    isolates: await isolates(openRedisOn(() => clients)),
    processes: await racesOver(new URL("hold-many-on-redis.ts", import.meta.url), ...where),
    callsForOne: await count(1),
    callsForHundred: await count(100),
    lost: await lostByRedis(client, server),
  };
}

/** The server is one that syncs always; afterwards it is again. */
async function lostByRedis(client: Redis, server: OwnServer): Promise<string> {
  const store = () => {
    const prefix = freshPrefix();
    return () => redisStore({ client, prefix, warn: () => undefined });
  };
  const always = await countLost(store(), server.killAndStart);
  await client.config("SET", "appendfsync", "everysec");
  const atOnce = await countLost(store(), server.killAndStart);
  // While a sync lasts Redis answers and does not write, for two seconds at most: some of it may be lost, or all.
  console.log(`Redis with \`appendfsync everysec\`, killed in the next moment, has lost ${atOnce}`);
  await client.config("SET", "appendfsync", "everysec");
  const written = await countLost(store(), async () => {
    while (!/^aof_buffer_length:0\r$/m.test(await client.info("persistence")));
    await server.killAndStart();
  });
  return `${always}, \`appendfsync always\`; with \`everysec\` ${written} that it had written`;
}

function tableOf(stores: readonly Capabilities[]): string {
  return [
    tableRow("", ...stores.map(({ name }) => name)),
    tableRow("---", ...stores.map(() => "---")),
    tableRow("isolation over 8 connections", ...stores.map((store) => store.isolates)),
    tableRow("processes on one store", ...stores.map((store) => store.processes)),
    tableRow("calls of the server for one hold", ...stores.map((store) => store.callsForOne)),
    tableRow("calls for 100 holds at once", ...stores.map((store) => store.callsForHundred)),
    tableRow("acknowledged holds lost with a killed server", ...stores.map((store) => store.lost)),
  ].join("\n");
}

describe.skipIf(postgresMissing ?? redisMissing ?? mariadbMissing)("the page on storage", () => {
  const postgres = ownServer(startPostgres);
  const mariadb = ownServer(startMariadb);
  const redis = ownServer(startRedis);

  it("shows what the stores do, as a run measures it", async () => {
    const stores = [
      await ofMemory(),
      await ofSqlite(),
      await ofPostgres(postgres),
      await ofMariadb(mariadb),
      await ofRedis(redis),
    ];
    expectOnStoragePage(measured, tableOf(stores));
  }, 180_000);
});
