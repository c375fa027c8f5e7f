import type { Desk } from "giliran";
import { type PostgresPool, postgresStore } from "giliran/postgres";
import { describe, expect, it } from "vitest";
import { day, deskFor, holdOf } from "../five-places.js";
import { raceProcesses } from "../race-processes.js";
import { freshSchema, openPool, postgresMissing, postgresUrl } from "./open-postgres.js";

const script = new URL("hold-many.ts", import.meta.url);
const rounds = 5;

/** 40 callers at once, each at another desk than the one before. */
async function race(desks: readonly Desk[]): Promise<readonly string[]> {
  const holds = Array.from({ length: 40 }, (_, caller) =>
    desks[caller % desks.length]?.hold(holdOf(`${caller}`)),
  );
  return (await Promise.all(holds)).map((outcome) => outcome?.kind ?? "");
}

/** A pool as a transaction-mode pooler makes it: what a session was told is forgotten after each transaction. */
function forgetful(pool: ReturnType<typeof openPool>): PostgresPool {
  return {
    async query(sql, values) {
      const client = await pool.connect();
      try {
        return await client.query(sql, values);
      } finally {
        await client.query("DISCARD ALL");
        client.release();
      }
    },
    async connect() {
      const client = await pool.connect();
      return {
        query: (sql, values) => client.query(sql, values),
        release: (error) => void client.query("DISCARD ALL").finally(() => client.release(error)),
      };
    },
  };
}

describe.skipIf(postgresMissing)("five places that forty callers want on PostgreSQL", () => {
  it("go to five, every time, from eight connections", async () => {
    const pools = Array.from({ length: 8 }, () => openPool({ max: 1 }));
    const ids = await Promise.all(
      pools.map(async (pool) => (await pool.query("SELECT pg_backend_pid() AS id")).rows[0].id),
    );
    console.log(`backends: ${ids.join(" ")}`);
    expect(new Set(ids).size).toBe(8);
    for (let round = 0; round < rounds; round++) {
      const schema = freshSchema();
      const stores = pools.map((pool) => postgresStore({ pool, schema }));
      const kinds = await race(stores.map((store) => deskFor(store)));
      expect(kinds.filter((kind) => kind === "held")).toHaveLength(5);
      expect(kinds.filter((kind) => kind === "day-full")).toHaveLength(35);
    }
  });

  it("go to five behind a pooler in transaction mode", async () => {
    const pool = openPool({ max: 8 });
    const schema = freshSchema();
    const desks = Array.from({ length: 8 }, () => deskFor(postgresStore({ pool: forgetful(pool), schema })));
    expect((await race(desks)).filter((kind) => kind === "held")).toHaveLength(5);
  });

  it("go to five over eight processes that make the tables together", async () => {
    const schema = freshSchema();
    const { lines, held, full } = await raceProcesses({ script, where: [postgresUrl(), schema] });
    const backends = lines.filter((line) => line.startsWith("backend"));
    console.log(backends.join(", "));
    expect(new Set(backends).size).toBe(8);
    expect({ held, full }).toEqual({ held: 5, full: 35 });
    expect(await deskFor(postgresStore({ pool: openPool(), schema })).find(day)).toHaveLength(5);
  });

  it("are given once where the same requests come to eight processes", async () => {
    const schema = freshSchema();
    const where = [postgresUrl(), schema];
    expect(await raceProcesses({ script, where, nameOf: () => "same" })).toMatchObject({ held: 40 });
    expect(await deskFor(postgresStore({ pool: openPool(), schema })).find(day)).toHaveLength(5);
  });
});
