// Made with the library of commit 34cff23: make.ts <its dist> <url of a PostgreSQL> <url of a Redis>. pg_dump must not
// be older than the server. Writes the databases, and what the desk of that library tells of them.
import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { isDeepStrictEqual } from "node:util";
import type { BookingStore } from "giliran";
import { Redis } from "ioredis";
import Database from "libsql";
import pg from "pg";
import { seededBytes } from "../../../src/testing/seeded-bytes.js";
import { createClock, type Library, openDesk, wednesday } from "./offices.js";
import { readKeys } from "./redis-keys.js";
import { type Told, tellAll } from "./tell-all.js";
import { liveThreeDays } from "./three-days.js";

const [, , build = "", postgresUrl = "", redisUrl = ""] = process.argv;

async function load<M>(entry: string): Promise<M> {
  return (await import(pathToFileURL(resolve(build, entry)).href)) as M;
}

const library = await load<Library>("index.js");
const { sqliteStore } = await load<typeof import("giliran/sqlite")>("sqlite.js");
const { postgresStore } = await load<typeof import("giliran/postgres")>("postgres.js");
const { redisStore } = await load<typeof import("giliran/redis")>("redis.js");

function write(name: string, content: string | Uint8Array): void {
  writeFileSync(join(import.meta.dirname, name), content);
}

/** JSON of lists, each of their entries on a line. */
function linesOf(lists: Readonly<Record<string, unknown>>): string {
  const parts = Object.entries(lists).map(([name, list]) => {
    const lines = (list as readonly unknown[]).map((one) => `  ${JSON.stringify(one)}`);
    return `${JSON.stringify(name)}: [\n${lines.join(",\n")}\n]`;
  });
  return `{\n${parts.join(",\n")}\n}\n`;
}

/** The database is kept as it is before anything is told: telling gives notices out. */
async function live(store: BookingStore, keep: () => Promise<void>): Promise<Told> {
  const clock = createClock(wednesday);
  const calls = await liveThreeDays(openDesk(store, clock, seededBytes(2017), library), clock);
  await keep();
  return tellAll(openDesk(store, clock, seededBytes(34), library), calls);
}

async function liveOnSqlite(): Promise<Told> {
  const folder = mkdtempSync(join(tmpdir(), "giliran-first-layout-"));
  const file = join(folder, "sqlite.db");
  const database = new Database(file);
  const told = await live(sqliteStore({ database }), async () => {
    database.exec("PRAGMA wal_checkpoint(TRUNCATE)");
    write("sqlite.db", readFileSync(file));
  });
  database.close();
  rmSync(folder, { recursive: true });
  return told;
}

async function liveOnPostgres(): Promise<Told> {
  const schema = "first_layout";
  const pool = new pg.Pool({ connectionString: postgresUrl });
  await pool.query(`DROP SCHEMA IF EXISTS ${schema} CASCADE`);
  const told = await live(postgresStore({ pool, schema }), async () => {
    const options = [`--schema=${schema}`, "--no-owner", "--no-privileges", "--rows-per-insert=1000"];
    const dump = execFileSync("pg_dump", [...options, postgresUrl], { encoding: "utf8" });
    // Without remarks, and without commands of psql and settings of the session.
    const lines = dump.split("\n").filter((line) => !/^(?:$|--|\\|SET |SELECT pg_catalog)/.test(line));
    write("postgres.sql", `${lines.join("\n")}\n`);
  });
  await pool.end();
  return told;
}

async function liveOnRedis(): Promise<Told> {
  const client = new Redis(redisUrl);
  await client.flushdb();
  const told = await live(redisStore({ client, prefix: "first-layout" }), async () => {
    write("redis.json", linesOf(await readKeys(client)));
  });
  client.disconnect();
  return told;
}

const told = await liveOnSqlite();
for (const other of [await liveOnPostgres(), await liveOnRedis()])
  if (!isDeepStrictEqual(other, told)) throw new Error("The stores don't tell the same.");
write("told.json", linesOf({ ...told }));
