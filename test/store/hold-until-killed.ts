// A process that stops in mid-batch, to be killed there: hold-until-killed.ts <store> <where> [<name>]. It begins when
// it is written to, and prints each hold that was acknowledged with its code.
import { once } from "node:events";
import { writeSync } from "node:fs";
import type { Store } from "giliran";
import { mariadbStore } from "giliran/mariadb";
import { postgresStore } from "giliran/postgres";
import { redisStore } from "giliran/redis";
import { sqliteStore } from "giliran/sqlite";
import { Redis } from "ioredis";
import Database from "libsql";
import mariadb from "mariadb";
import pg from "pg";
import { deskFor, holdOf } from "./five-places.js";

let acknowledged = 0;

/** At once, as nothing is printed any more when the process stands still. */
function say(line: string): void {
  writeSync(1, `${line}\n`);
}

function stopInMidBatch(): void {
  if (acknowledged === 0) return;
  say("in mid-batch");
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0);
}

const stores: Record<string, (where: string, name: string) => Store> = {
  /** Everything is written and nothing is committed; nobody else may write. */
  sqlite(file) {
    const database = new Database(file);
    const exec = (sql: string) => {
      if (sql === "COMMIT") stopInMidBatch();
      return database.exec(sql);
    };
    return sqliteStore({ database: { exec, prepare: (sql) => database.prepare(sql) } });
  },
  /** About to save and commit in one call, with the office's line locked: others were faster before. */
  postgres(connectionString, schema) {
    const pool = new pg.Pool({ connectionString });
    const connect = async () => {
      const client = await pool.connect();
      return {
        query(sql: string, values?: unknown[]) {
          if (/\bCOMMIT\b/.test(sql)) stopInMidBatch();
          return client.query(sql, values);
        },
        release: (error?: Error) => client.release(error),
      };
    };
    return postgresStore({ pool: { connect, query: (sql, values) => pool.query(sql, values) }, schema });
  },
  /** About to save and commit in one call, with the day locked: others were faster before. */
  mariadb(url) {
    const pool = mariadb.createPool(url);
    const getConnection = async () => {
      const client = await pool.getConnection();
      return {
        query(sql: string) {
          if (sql.includes("COMMIT") && !sql.includes("START TRANSACTION")) stopInMidBatch();
          return client.query(sql);
        },
        release: () => client.release(),
        destroy: () => client.destroy(),
      };
    };
    return mariadbStore({ pool: { getConnection } });
  },
  /** First in the line of the day: others were faster before, and now wait. */
  redis(port, prefix) {
    const client = new Redis(Number(port), "127.0.0.1");
    let isFirst = false;
    const call = async (command: string, ...values: string[]) => {
      if (isFirst) stopInMidBatch();
      const reply = await client.call(command, ...values);
      const asksForItsTurn = command === "EVALSHA" && values.length === 5;
      isFirst = asksForItsTurn && reply === 0;
      return reply;
    };
    return redisStore({ client: { call }, prefix });
  },
};

const [, , kind = "", where = "", name = ""] = process.argv;
const store = stores[kind]?.(where, name);
if (store === undefined) throw new Error(`Expected one of ${Object.keys(stores)}, found "${kind}".`);
say("ready");
await once(process.stdin, "data");
const desk = deskFor(store, 10_000);
for (let batch = 0; ; batch++) {
  const names = Array.from({ length: 5 }, (_, caller) => `killed ${batch} ${caller}`);
  const outcomes = await Promise.all(names.map((name) => desk.hold(holdOf(name))));
  for (const [index, outcome] of outcomes.entries())
    say(JSON.stringify([names[index], outcome.kind === "held" ? outcome.booking.code : outcome.kind]));
  acknowledged += names.length;
}
