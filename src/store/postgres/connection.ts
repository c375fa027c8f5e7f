import { StoreError } from "../../errors.js";

/** The few methods of a pool that the store calls; `pg` and what is made after it have them. */
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
  /** All that `work` does, or nothing of it. What `work` itself throws passes through. */
  readonly transaction: <T>(begin: string, work: (query: RunQuery) => Promise<T>) => Promise<T>;
}

export function createPostgresConnection(pool: PostgresPool): PostgresConnection {
  const queryOn =
    (connection: Pick<PostgresPool, "query">): RunQuery =>
    async (sql, ...values) => {
      const { rows } = await guard(() =>
        values.length > 0 ? connection.query(sql, [...values]) : connection.query(sql),
      );
      return rows as readonly PostgresRow[]; // decoded
    };
  return {
    query: queryOn(pool),
    async transaction(begin, work) {
      const client = await guard(() => pool.connect());
      const query = queryOn(client);
      try {
        await query(begin);
        const result = await work(query);
        await query("COMMIT");
        client.release();
        return result;
      } catch (error) {
        await rollBack(client);
        throw error;
      }
    },
  };
}

/** A connection that can't even roll back is of no more use. */
async function rollBack(client: PostgresClient): Promise<void> {
  try {
    await client.query("ROLLBACK");
    client.release();
  } catch (error) {
    client.release(error instanceof Error ? error : new Error("ROLLBACK failed"));
  }
}

async function guard<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    throw storeError(error);
  }
}

/** Other transactions came first: what was decided is void, and may be decided again. */
export function isConflict(error: unknown): boolean {
  return error instanceof StoreError && ["40001", "40P01", "23505"].includes(codeOf(error.cause));
}

export function codeOf(error: unknown): string {
  const { code } = error instanceof Error ? (error as Error & { code?: unknown }) : {};
  return typeof code === "string" ? code : "";
}

/** Only the code and the name of a constraint go on: messages and details quote what was to be stored. */
function storeError(error: unknown): StoreError {
  const code = codeOf(error);
  const { constraint } = error as { constraint?: unknown };
  const [, advice, retryable] = advices.find(([pattern]) => pattern.test(code)) ?? unknown;
  const rule = typeof constraint === "string" ? `, ${constraint}` : "";
  return new StoreError(`PostgreSQL failed (${code || "no code"}${rule}): ${advice}.`, {
    retryable: retryable === "retryable",
    cause: Object.assign(new Error(code || "PostgreSQL error"), { code }),
  });
}

type Advice = readonly [RegExp, string, "retryable" | "final"];

/** What breaks without a code is the connection: then nobody knows whether the commit was the last that it did. */
const unknown: Advice = [/^/, "the connection broke; ask again with the same request id", "retryable"];

/** By SQLSTATE, https://www.postgresql.org/docs/current/errcodes-appendix.html. */
const advices: readonly Advice[] = [
  [/^(40001|40P01|23505)$/, "others were faster every time; ask again", "retryable"],
  [/^55P03$/, "another transaction holds what is needed; ask again", "retryable"],
  [/^23/, "the records break a rule of the tables; nothing was saved", "final"],
  [/^(42P01|42883|3F000)$/, "giliran's tables are gone; open the store again to make them", "final"],
  [
    /^42501$/,
    "the user lacks a right; grant it, or let a user who may create tables open the store once",
    "final",
  ],
  [
    /^25006$/,
    "the server or the user is read-only; connect to the primary, as a user who may write",
    "final",
  ],
  [/^28/, "the user was not let in; look at the pool's settings", "final"],
  [/^3D/, "there is no such database; look at the pool's settings", "final"],
  [/^(57|53|08)/, "the server is stopping, starting or overloaded; ask again", "retryable"],
  [/^[0-9A-Z]{5}$/, "nothing was saved", "final"],
];
