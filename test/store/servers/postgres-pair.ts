import type { PostgresPool } from "giliran/postgres";
import pg from "pg";
import { portOf, postgresUser, startPostgres, startStandby } from "./postgres-server.js";
import type { RunningServer } from "./server-process.js";

/** A primary whose commits wait for its standby, and a pool that is pointed from one to the other. */
export interface Pair {
  readonly pool: PostgresPool;
  /** Statements of an administrator on the primary. */
  readonly administrate: (sql: string) => Promise<readonly unknown[]>;
  readonly primary: () => RunningServer;
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
    primary: () => primary,
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
