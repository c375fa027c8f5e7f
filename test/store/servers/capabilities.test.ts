import { readFileSync, writeFileSync } from "node:fs";
import { type BookingStore, memoryStore } from "giliran";
import { postgresStore } from "giliran/postgres";
import { redisStore } from "giliran/redis";
import { sqliteStore } from "giliran/sqlite";
import { conformanceTests, type OpenStore } from "giliran/testing";
import { describe, expect, it } from "vitest";
import { openMemory, openSqlite } from "../../rules/stores.js";
import { deskFor, holdOf } from "../five-places.js";
import { openDatabase } from "../open-database.js";
import { freshSchema, openPool, openPostgresOn, postgresMissing } from "./open-postgres.js";
import { freshPrefix, openNodeRedis, openRedisOn, redisMissing } from "./open-redis.js";

const page = "docs/storage.md";
const [begin, end] = ["<!-- measured: begin -->", "<!-- measured: end -->"];

/** What a run of the tests shows of a store. */
interface Capabilities {
  readonly name: string;
  readonly isolates: string;
  readonly callsForOne: string;
  readonly callsForHundred: string;
  readonly onDisk: string;
}

async function isolates(open: OpenStore, outlives: "the process" | "nothing"): Promise<string> {
  if (outlives === "nothing") return "one process, one thread";
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

const inTheProcess = { callsForOne: "in the process", callsForHundred: "in the process" };

async function ofMemory(): Promise<Capabilities> {
  const isVolatile = memoryStore().volatile === true;
  return {
    name: "memory",
    isolates: await isolates(openMemory, isVolatile ? "nothing" : "the process"),
    ...inTheProcess,
    onDisk: isVolatile ? "never" : "yes",
  };
}

async function ofSqlite(): Promise<Capabilities> {
  const database = openDatabase();
  sqliteStore({ database });
  const [row] = database.prepare("PRAGMA synchronous").all() as { synchronous: number }[];
  return {
    name: "SQLite",
    isolates: await isolates(openSqlite, "the process"),
    ...inTheProcess,
    onDisk: row?.synchronous === 2 ? "always" : "no",
  };
}

async function ofPostgres(): Promise<Capabilities> {
  // The database's default says no, the store says yes.
  const pool = openPool({ max: 10, options: "-c synchronous_commit=off" });
  let calls = 0;
  const counting = {
    query(sql: string, values?: unknown[]) {
      calls++;
      return pool.query(sql, values);
    },
    connect: () => pool.connect(),
  };
  const schema = freshSchema();
  const count = (holds: number) =>
    countCalls(postgresStore({ pool: counting, schema: `${schema}_${holds}` }), () => calls, holds);
  const [callsForOne, callsForHundred] = [await count(1), await count(100)];
  const { rows } = await pool.query(
    "SELECT pg_current_wal_flush_lsn() >= pg_current_wal_insert_lsn() AS flushed",
  );
  const open = openPostgresOn(() => pool, schema);
  return {
    name: "PostgreSQL",
    isolates: await isolates(open, "the process"),
    callsForOne,
    callsForHundred,
    onDisk: rows[0].flushed === true ? "always" : "no",
  };
}

async function ofRedis(): Promise<Capabilities> {
  const clients = await Promise.all(Array.from({ length: 8 }, openNodeRedis));
  let calls = 0;
  const counting = {
    sendCommand(command: string[]) {
      calls++;
      return clients[0]?.sendCommand(command) ?? Promise.reject(new Error("no client"));
    },
  };
  const count = (holds: number) =>
    countCalls(redisStore({ client: counting, prefix: freshPrefix() }), () => calls, holds);
  const [callsForOne, callsForHundred] = [await count(1), await count(100)];
  return {
    name: "Redis, Valkey",
    isolates: await isolates(
      openRedisOn(() => clients),
      "the process",
    ),
    callsForOne,
    callsForHundred,
    onDisk: "as `appendfsync` says",
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
    row("on the disk when it is acknowledged", ...stores.map((store) => store.onDisk)),
  ].join("\n");
}

describe.skipIf(postgresMissing ?? redisMissing)(page, () => {
  it("shows what the stores do, as a run measures it", async () => {
    const table = tableOf([await ofMemory(), await ofSqlite(), await ofPostgres(), await ofRedis()]);
    const text = readFileSync(page, "utf8");
    const written = `${text.split(begin)[0]}${begin}\n${table}\n${end}${text.split(end)[1]}`;
    if (process.env.GILIRAN_WRITE === "docs") writeFileSync(page, written);
    expect(text).toBe(written);
  });
});
