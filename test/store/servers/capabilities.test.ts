import { readFileSync, writeFileSync } from "node:fs";
import { type BookingStore, memoryStore } from "giliran";
import { postgresStore } from "giliran/postgres";
import { redisStore } from "giliran/redis";
import { sqliteStore } from "giliran/sqlite";
import { conformanceTests, type OpenStore } from "giliran/testing";
import { describe, expect, it } from "vitest";
import { openSqlite } from "../../rules/stores.js";
import { day, deskFor, holdOf } from "../five-places.js";
import { openDatabase } from "../open-database.js";
import { freshSchema, openPool, openPostgresOn, postgresMissing } from "./open-postgres.js";
import { freshPrefix, openIoRedis, openRedisOn, redisMissing } from "./open-redis.js";
import { type OwnServer, ownServer } from "./own-server.js";
import { startPostgres } from "./postgres-server.js";
import { startRedis } from "./redis-server.js";

const page = "docs/storage.md";
const [begin, end] = ["<!-- measured: begin -->", "<!-- measured: end -->"];

/** What a run of the tests shows of a store. */
interface Capabilities {
  readonly name: string;
  readonly isolates: string;
  readonly callsForOne: string;
  readonly callsForHundred: string;
  readonly lost: string;
}

async function isolates(open: OpenStore): Promise<string> {
  const tests = conformanceTests.filter(({ needs }) => needs === "connections");
  for (const { run } of tests) await run(open, 1);
  return `${tests.length} of ${tests.length} tests`;
}

/** How often a store calls its server for so many holds that are decided together. */
async function countCalls(store: BookingStore, calls: () => number, holds: number): Promise<string> {
  const desk = deskFor(store);
  await desk.hold(holdOf("first")); // makes what is made once
  const before = calls();
  await Promise.all(Array.from({ length: holds }, (_, caller) => desk.hold(holdOf(`${caller}`))));
  return `${calls() - before}`;
}

/** Of five holds that were acknowledged when the server is killed in the next moment. */
async function countLost(store: BookingStore, { killAndStart }: OwnServer): Promise<string> {
  const desk = deskFor(store);
  for (let caller = 0; caller < 5; caller++) await desk.hold(holdOf(`${caller}`));
  await killAndStart();
  return `${5 - (await findAll(store)).length} of 5`;
}

/** A connection that was cut while it was idle is noticed by the first call. */
async function findAll(store: BookingStore) {
  const find = () => deskFor(store).find(day);
  return find().catch(find);
}

const inTheProcess = { callsForOne: "in the process", callsForHundred: "in the process" };

function ofMemory(): Capabilities {
  const { volatile } = memoryStore();
  return {
    name: "memory",
    isolates: "one process, one thread",
    ...inTheProcess,
    lost: volatile === true ? "all, with the process" : "",
  };
}

async function ofSqlite(): Promise<Capabilities> {
  const database = openDatabase();
  sqliteStore({ database });
  const [row] = database.prepare("PRAGMA synchronous").all() as { synchronous: number }[];
  return {
    name: "SQLite",
    isolates: await isolates(openSqlite),
    ...inTheProcess,
    lost: row?.synchronous === 2 ? "no server; `synchronous` is FULL" : "",
  };
}

async function ofPostgres(server: OwnServer): Promise<Capabilities> {
  // The database's default says that a commit need not be on the disk; the store says that it must.
  const pool = openPool({ max: 10, port: server.port(), options: "-c synchronous_commit=off" });
  let calls = 0;
  const counting = {
    query(sql: string, values?: unknown[]) {
      calls++;
      return pool.query(sql, values);
    },
    connect: () => pool.connect(),
  };
  const count = (holds: number) =>
    countCalls(postgresStore({ pool: counting, schema: freshSchema() }), () => calls, holds);
  return {
    name: "PostgreSQL",
    isolates: await isolates(openPostgresOn(() => pool, freshSchema())),
    callsForOne: await count(1),
    callsForHundred: await count(100),
    lost: await countLost(postgresStore({ pool, schema: freshSchema() }), server),
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
  const open = openRedisOn(() => clients);
  return {
    name: "Redis, Valkey",
    isolates: await isolates(open),
    callsForOne: await count(1),
    callsForHundred: await count(100),
    lost: `${await countLost(redisStore({ client, prefix: freshPrefix() }), server)}, \`appendfsync always\``,
  };
}

function tableOf(stores: readonly Capabilities[]): string {
  const row = (...cells: readonly string[]) => `| ${cells.join(" | ")} |`;
  return [
    row("", ...stores.map(({ name }) => name)),
    row("---", ...stores.map(() => "---")),
    row("isolation over 8 connections", ...stores.map((store) => store.isolates)),
    row("calls of the server for one hold", ...stores.map((store) => store.callsForOne)),
    row("calls for 100 holds at once", ...stores.map((store) => store.callsForHundred)),
    row("acknowledged holds lost with a killed server", ...stores.map((store) => store.lost)),
  ].join("\n");
}

describe.skipIf(postgresMissing ?? redisMissing)(page, () => {
  const postgres = ownServer(startPostgres);
  const redis = ownServer(startRedis);

  it("shows what the stores do, as a run measures it", async () => {
    const table = tableOf([ofMemory(), await ofSqlite(), await ofPostgres(postgres), await ofRedis(redis)]);
    const text = readFileSync(page, "utf8");
    const written = `${text.split(begin)[0]}${begin}\n${table}\n${end}${text.split(end)[1]}`;
    if (process.env.GILIRAN_WRITE === "docs") writeFileSync(page, written);
    expect(text).toBe(written);
  });
});
