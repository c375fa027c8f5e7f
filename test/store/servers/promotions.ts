import { type Desk, StoreError } from "giliran";
import { type PostgresPool, postgresStore } from "giliran/postgres";
import pg from "pg";
import { expect } from "vitest";
import { nextTurn } from "../../../src/testing/next-turn.js";
import { day, deskFor, holdOf } from "../five-places.js";
import { places } from "../survive.js";
import { portOf, postgresUser, startPostgres, startStandby } from "./postgres-server.js";
import type { RunningServer } from "./server-process.js";

/** A primary whose commits wait for its standby, and a pool that is pointed from one to the other. */
export interface Pair {
  readonly pool: PostgresPool;
  /** Statements of an administrator on the primary. */
  readonly administrate: (sql: string) => Promise<readonly unknown[]>;
  readonly standby: () => RunningServer;
  /** Kills the primary, and makes the standby one that waits for nobody. */
  readonly promote: () => Promise<void>;
  /** Gives the primary a new standby. */
  readonly addStandby: () => Promise<void>;
  readonly stop: () => Promise<void>;
}

export async function startPair(): Promise<Pair> {
  let primary = await startPostgres();
  let standby: RunningServer | undefined;
  let pool = connect(primary);
  const administrate = async (sql: string) => {
    const client = new pg.Client({ ...postgresUser, host: "127.0.0.1", port: portOf(primary) });
    client.on("error", () => undefined);
    await client.connect();
    try {
      return (await client.query(sql)).rows;
    } finally {
      await client.end();
    }
  };
  const pointTo = async (server: RunningServer) => {
    const old = pool;
    pool = connect(server);
    void old.end().catch(() => undefined);
  };
  const pair: Pair = {
    pool: { query: (sql, values) => pool.query(sql, values), connect: () => pool.connect() },
    administrate,
    standby: () => standby ?? primary,
    async promote() {
      const old = primary;
      await old.kill();
      primary = pair.standby();
      await administrate("SELECT pg_promote()");
      await pointTo(primary);
      standby = undefined;
      await old.stop();
    },
    async addStandby() {
      standby = await startStandby(primary);
      await pointTo(primary);
      for (let state: unknown; state !== "sync"; )
        [{ state } = { state: "" }] = (await administrate(
          "SELECT sync_state AS state FROM pg_stat_replication",
        )) as { state: unknown }[];
    },
    async stop() {
      await pool.end();
      await standby?.stop();
      await primary.stop();
    },
  };
  await pair.addStandby();
  return pair;
}

function connect(server: RunningServer): pg.Pool {
  const pool = new pg.Pool({ ...postgresUser, host: "127.0.0.1", port: portOf(server), max: 6 });
  pool.on("error", () => undefined); // it stands behind one that has no events
  return pool;
}

/** Ends the waits of commits for the standby, as administrators do it. */
export const cutOff = {
  terminate: "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE wait_event = 'SyncRep'",
  cancel: "SELECT pg_cancel_backend(pid) FROM pg_stat_activity WHERE wait_event = 'SyncRep'",
} as const;

/** What a hold was told, or nothing where it failed and may be asked again. */
export async function codeOf(desk: Desk, name: string): Promise<string | undefined> {
  try {
    const outcome = await desk.hold(holdOf(name));
    return outcome.kind === "held" ? outcome.booking.code : outcome.kind;
  } catch (error) {
    if (error instanceof StoreError && error.retryable) return undefined;
    throw error;
  }
}

/**
 * Eight callers at two desks, who ask for the same holds, while waits for the standby are cut off and at last the
 * primary is killed. Every answer of either is still true afterwards.
 */
export async function expectToSurvivePromotion(pair: Pair, round: number): Promise<number> {
  const store = postgresStore({ pool: pair.pool });
  const desks = [deskFor(store, places), deskFor(postgresStore({ pool: pair.pool }), places)];
  const told: (readonly [name: string, code: string])[] = [];
  let isEnded = false;
  const caller = async (first: number) => {
    for (let next = first; !isEnded; next++)
      for (const desk of desks) {
        await nextTurn();
        const name = `${round} ${next}`;
        const code = await codeOf(desk, name);
        if (code !== undefined) told.push([name, code]);
      }
  };
  const callers = Array.from({ length: 8 }, (_, index) => caller(index * 1000));
  for (let cuts = 0; cuts < 40; cuts++)
    await pair.administrate(cuts % 2 === 0 ? cutOff.terminate : cutOff.cancel);
  await pair.promote();
  isEnded = true;
  await Promise.all(callers);
  const kept = new Map((await desks[0]?.find(day))?.map(({ sender, code }) => [sender, code]));
  const lost = told.filter(([name, code]) => kept.get(`sender ${name}`) !== code);
  expect(lost).toEqual([]);
  return told.length;
}
