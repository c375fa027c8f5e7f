import { StoreError } from "../../errors.js";
import { listen } from "../listen.js";
import { guard, isConflict } from "./failures.js";
import { inOneText, type Statement } from "./in-one-text.js";

/**
 * The few methods of a pool that the store calls; `pg` and what is made after it have them. Where it emits events the
 * store listens to them, so that no connection that breaks ends the process.
 */
export interface PostgresPool {
  query(sql: string, values?: unknown[]): Promise<{ rows: unknown[] }>;
  connect(): Promise<PostgresClient>;
}

/** One connection of a pool, for as long as a transaction lasts. */
export interface PostgresClient {
  query(sql: string, values?: unknown[]): Promise<{ rows: unknown[] }>;
  /** With an error the connection is closed instead of used again. */
  release(error?: Error): void;
}

export type PostgresRow = Readonly<Record<string, unknown>>;
export type RunQuery = (
  sql: string,
  ...values: readonly (string | null)[]
) => Promise<readonly PostgresRow[]>;

export interface PostgresConnection {
  /** A statement by itself, on whatever connection is free. */
  readonly query: RunQuery;
  /** The same, with an answer that is certain: one that comes in time, and without a warning. */
  readonly certainQuery: RunQuery;
  /** All that `work` does, or nothing of it. What `work` itself throws passes through. */
  readonly transaction: <T>(begin: string, work: (query: RunQuery) => Promise<T>) => Promise<T>;
  /** The same in fewer calls: what `work` asks for may begin and end the transaction by itself. */
  readonly session: <T>(work: (session: PostgresSession) => Promise<T>) => Promise<T>;
}

/** One connection, of which a transaction that fails is rolled back. */
export interface PostgresSession {
  /** Statements in one call, and the rows of them all. */
  readonly together: (...statements: readonly Statement[]) => Promise<readonly PostgresRow[]>;
  /** The same with an answer that is certain. */
  readonly certainlyTogether: PostgresSession["together"];
}

/** Longer than a lock is waited for. */
const mostWaitMs = 12_000;

/** Nobody waits for them any more, but they would keep their locks until the standby comes back. */
const endWaits = `
  SELECT pg_cancel_backend(pid) FROM pg_stat_activity
  WHERE wait_event = 'SyncRep' AND usename = current_user AND query LIKE '%giliran%'
    AND query_start < clock_timestamp() - interval '${mostWaitMs / 1000 - 1} s'`;

/** Named, so that one that waits for a standby is found above. */
const commit = "COMMIT -- giliran";

export function createPostgresConnection(pool: PostgresPool): PostgresConnection {
  listenTo(pool);

  async function withClient<T>(
    work: (client: PostgresClient) => Promise<T>,
    undo = async (_client: PostgresClient): Promise<unknown> => undefined,
  ): Promise<T> {
    const client = await guard(() => pool.connect());
    if (typeof client?.query !== "function" || typeof client.release !== "function") throw noPool();
    listenTo(client);
    try {
      const result = await work(client);
      client.release();
      return result;
    } catch (error) {
      await letGo(client, error, undo);
      throw error;
    }
  }

  /** Who cancels a commit that waits for a standby makes it one that succeeds with a warning. */
  async function queryCertainly(
    client: PostgresClient,
    ...query: Parameters<RunQuery>
  ): ReturnType<RunQuery> {
    warned.delete(client);
    let timer: ReturnType<typeof setTimeout> | undefined;
    const patience = new Promise<never>((_, reject) => {
      timer = setTimeout(() => {
        reject(uncertain());
        guard(() => pool.query(endWaits)).catch(() => undefined);
      }, mostWaitMs);
    });
    try {
      const rows = await Promise.race([queryOn(client)(...query), patience]);
      if (warned.has(client)) throw uncertain();
      return rows;
    } finally {
      clearTimeout(timer);
    }
  }

  return {
    // A pool that is asked by itself closes its connection after every error, conflicts included.
    query: (sql, ...values) => withClient((client) => queryOn(client)(sql, ...values)),
    certainQuery: (sql, ...values) => withClient((client) => queryCertainly(client, sql, ...values)),
    transaction: (begin, work) =>
      withClient(async (client) => {
        const query = queryOn(client);
        await query(begin);
        const result = await work(query);
        await queryCertainly(client, commit);
        return result;
      }, rollBack),
    session: (work) =>
      withClient(
        (client) =>
          work({
            together: (...statements) => queryOn(client)(inOneText(statements)),
            certainlyTogether: (...statements) => queryCertainly(client, inOneText(statements)),
          }),
        rollBack,
      ),
  };
}

function rollBack(client: PostgresClient): Promise<unknown> {
  return client.query("ROLLBACK");
}

interface QueryResult {
  readonly rows: unknown[];
}

function queryOn(connection: Pick<PostgresPool, "query">): RunQuery {
  return async (sql, ...values) => {
    const result: QueryResult | QueryResult[] = await guard(() =>
      values.length > 0 ? connection.query(sql, [...values]) : connection.query(sql),
    );
    const rows = Array.isArray(result) ? result.flatMap((one) => one.rows) : result.rows;
    return rows as readonly PostgresRow[]; // decoded
  };
}

/** Connections that the server warned since they were last asked for something that must be certain. */
const warned: WeakSet<object> = /* @__PURE__ */ new WeakSet();

/** A connection may break in the moment in which a pool gives it. */
function listenTo(emitter: object): void {
  listen(emitter, {
    given: "acquire",
    more: (client) => ({
      notice({ code }) {
        if (/^01/.test(String(code))) warned.add(client);
      },
    }),
  });
}

/** A connection is used again, but where asking again may reach another server. */
async function letGo(
  client: PostgresClient,
  error: unknown,
  undo: (client: PostgresClient) => Promise<unknown>,
): Promise<void> {
  if (error instanceof StoreError && error.retryable && !isConflict(error)) return client.release(error);
  try {
    await undo(client);
    client.release();
  } catch (broken) {
    client.release(broken instanceof Error ? broken : new Error("ROLLBACK failed"));
  }
}

function uncertain(): StoreError {
  return new StoreError(
    "PostgreSQL gave no certain answer: no standby of synchronous_standby_names confirms it, or somebody holds the tables; ask again with the same request id.",
    { retryable: true },
  );
}

function noPool(): StoreError {
  return new StoreError(
    "The pool's connect() gives no client with query and release; give a pool such as new Pool() of pg.",
    { retryable: false },
  );
}
