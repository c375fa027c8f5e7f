import { StoreError } from "../../errors.js";
import { listen } from "../listen.js";
import { guard, isConflict } from "./failures.js";

/**
 * The one method of a pool that the store calls; those of `mariadb` and of `mysql2/promise` have it. Where it emits
 * events the store listens to them, so that no connection that breaks ends the process.
 */
export interface MariadbPool {
  getConnection(): Promise<MariadbClient>;
}

/** One connection of a pool, for as long as a transaction lasts. */
export interface MariadbClient {
  query(sql: string): Promise<unknown>;
  release(): unknown;
  /** Closes the connection instead of giving it back. */
  destroy(): unknown;
}

export type MariadbRow = Readonly<Record<string, unknown>>;

/** A statement with its values in it, and the rows that it gives. */
export type AskMariadb = (sql: string) => Promise<readonly MariadbRow[]>;

export interface MariadbConnection {
  /** A statement by itself, on whatever connection is free. */
  readonly query: AskMariadb;
  /** Several on one connection; a transaction that is open where `work` fails is rolled back. */
  readonly session: <T>(work: (query: AskMariadb) => Promise<T>) => Promise<T>;
}

export const expectedPool = "a pool with getConnection, such as createPool() of mariadb or of mysql2/promise";

export function createMariadbConnection(pool: MariadbPool): MariadbConnection {
  // For each time that they give a connection drivers make an object, and so they would each be listened to.
  listen(pool, { given: "connection" });
  const session: MariadbConnection["session"] = async (work) => {
    const client = await guard(async () => pool.getConnection());
    if (typeof client?.query !== "function" || typeof client.destroy !== "function") throw noPool();
    try {
      const result = await work(async (sql) => rowsIn(await guard(() => client.query(sql))));
      await client.release();
      return result;
    } catch (error) {
      await letGo(client, error);
      throw error;
    }
  };
  return { query: (sql) => session((query) => query(sql)), session };
}

/**
 * A connection is used again, but where asking again may reach another server. One that is broken must not be waited
 * for.
 */
async function letGo(client: MariadbClient, error: unknown): Promise<void> {
  try {
    if (error instanceof StoreError && error.retryable && !isConflict(error)) return void client.destroy();
    await client.query("ROLLBACK");
    await client.release();
  } catch {
    client.destroy();
  }
}

/**
 * A statement of several gives a list for each, and `mysql2` what it knows of the columns beside them: of all only rows
 * have a `kind`.
 */
function rowsIn(answer: unknown): readonly MariadbRow[] {
  if (Array.isArray(answer)) return answer.flatMap(rowsIn);
  return typeof answer === "object" && answer !== null && "kind" in answer ? [answer as MariadbRow] : []; // has it
}

function noPool(): StoreError {
  return new StoreError(`The pool's getConnection() gives no client; give ${expectedPool}.`, {
    retryable: false,
  });
}
