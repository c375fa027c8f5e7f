import type { PostgresPool } from "./connection.js";
import { inOneText } from "./in-one-text.js";

/** What is called of `PGlite` of `@electric-sql/pglite`. */
export interface Pglite {
  /** Runs statements one after the other, and gives the rows of each. */
  exec(sql: string): Promise<readonly { readonly rows: readonly unknown[] }[]>;
}

/** For each database who had it last: transactions would come into one another otherwise. */
const lines: WeakMap<Pglite, Promise<void>> = /* @__PURE__ */ new WeakMap();

/**
 * A pool of one connection for `postgresStore`, on PostgreSQL in the process itself: for tests, browsers and small bots.
 * Nobody else may begin transactions in the same database.
 * @example
 * import { PGlite } from "@electric-sql/pglite";
 * const store = postgresStore({ pool: pglitePool(new PGlite("./bookings")) });
 */
export function pglitePool(database: Pglite): PostgresPool {
  /** Values stand in the text: as parameters, texts that are JSON would be made JSON once more. */
  async function query(sql: string, values: unknown[] = []) {
    const results = await database.exec(inOneText([[sql, ...(values as (string | null)[])]])); // the store has no others
    return { rows: results.flatMap(({ rows }) => rows) };
  }

  async function connect() {
    const before = lines.get(database);
    let leave = (): void => undefined;
    lines.set(database, new Promise((resolve) => (leave = resolve)));
    await before;
    /** Nobody can close it, so that what it was in the middle of is undone first. */
    const release = (error?: Error) =>
      error === undefined ? leave() : void database.exec("ROLLBACK").then(leave, leave);
    return { query, release };
  }

  return {
    connect,
    async query(sql, values) {
      const client = await connect();
      try {
        return await client.query(sql, values);
      } finally {
        client.release();
      }
    },
  };
}
