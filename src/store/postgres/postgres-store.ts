import { InvalidConfigError, StoreError } from "../../errors.js";
import { checkSettings } from "../../input/check-settings.js";
import { found } from "../../input/found.js";
import { aClient, checkClient, refuseClient } from "../clients.js";
import type { Loaded, Scope } from "../scope.js";
import { type Page, pageOf, type Query, type Store } from "../store.js";
import type { Row } from "../versions/changed-rows.js";
import { createKnowledge } from "../versions/knowledge.js";
import type { Part } from "../versions/layout.js";
import { readSeen, readWanted, type SeenRows } from "../versions/seen.js";
import { createTransact, kindsOf } from "../versions/transact.js";
import {
  createPostgresConnection,
  type PostgresPool,
  type PostgresRow,
  type RunQuery,
} from "./connection.js";
import { isConflict, ruleBroken } from "./failures.js";
import { type Functions, functionsFor } from "./functions.js";
import type { Statement } from "./in-one-text.js";
import { writeScope } from "./load-function.js";
import { confirmMade, makeFunctions, migrate } from "./migrate.js";
import { begin, confirmStatement, findStatement, lineStatement, lockStatement } from "./statements.js";

export type { PostgresClient, PostgresPool } from "./connection.js";
export { type Pglite, pglitePool } from "./pglite-pool.js";

export interface PostgresSettings {
  /** A pool of `pg`, or of what is made after it; the caller ends it. A transaction-mode pooler may stand behind. */
  readonly pool: PostgresPool;
  /** Where the tables are, in small letters; default `public`. It is made where it is missing. */
  readonly schema?: string;
}

/** While one is decided here the server saves another; more of them would only make batches smaller. */
const width = 4;

/**
 * Keeps everything in a PostgreSQL database, for any number of processes. It makes its tables when it first meets their
 * kinds. A batch is two calls of the server, and no transaction is open meanwhile; where another process came first it
 * is decided again, in line and under locks. What it can't do is a `StoreError`.
 * @example
 * import { Pool } from "pg";
 * const store = postgresStore({ pool: new Pool({ connectionString: "postgres://localhost/bookings" }) });
 */
export function postgresStore(settings: PostgresSettings): Store {
  checkSettings(settings, { pool: aClient, schema: ["string"] });
  const { pool, schema = "public" } = settings;
  const expected = "a pool with query and connect, such as new Pool() of pg";
  checkClient("pool", pool, ["query", "connect"], expected);
  if ("processID" in pool) refuseClient("pool", pool, expected);
  if (!/^[a-z_][a-z0-9_]{0,62}$/.test(schema))
    throw new InvalidConfigError(
      "schema",
      `expected a name of small letters, digits and underscores, found ${found(schema)}`,
    );
  const connection = createPostgresConnection(pool);
  const knowledge = createKnowledge(
    (families) => migrate(connection, schema, families),
    (kinds) => makeFunctions(connection, schema, functionsFor(schema, kinds)),
    (functions) => confirmMade(connection, functions),
  );

  async function load(
    ask: (statement: Statement) => Promise<readonly PostgresRow[]>,
    { layout, load }: Functions,
    scope: Scope,
  ): Promise<SeenRows> {
    const wanted = readWanted(scope);
    const rows = await ask([load, ...writeScope(layout, scope, wanted)]);
    const seen = readSeen(layout, wanted, rows);
    return { ...seen, ...serverOf(rows), now: scope.now ?? seen.now };
  }

  /** What is told as certain without saving anything waits as a commit does. */
  async function confirm(query: RunQuery, seen: Pick<SeenRows, "server">): Promise<void> {
    for (const statement of confirmations(seen)) {
      const confirmed = await query(...statement);
      if (confirmed.length === 0)
        throw new StoreError("PostgreSQL was read on one server and is another one now; ask again.", {
          retryable: true,
        });
    }
  }

  const transact = createTransact<Functions>({
    learn: knowledge.learnCertainly,
    /** In two calls without a transaction between them. */
    async decideFreely(functions, { scope, decide }) {
      const { query, certainQuery } = connection;
      const seen = await load((statement) => query(...statement), functions, scope);
      const next = decide(seen);
      if (next === undefined || "widen" in next.decision) return next?.decision;
      // Refusals alone were true of the one snapshot that they were decided on.
      if (next.rows === undefined) await confirm(certainQuery, seen);
      else await (seen.server === undefined ? query : certainQuery)(...saveStatement(functions, next.rows));
      return next.decision;
    },
    /** In two calls of one transaction, which ends with what fails in it. */
    async decideInLine(functions, { scope, decide }, { names, homes, noteWaiting }) {
      const { layout } = functions;
      const rows =
        homes.length === 0
          ? []
          : layout.kinds
              .filter(({ role }) => role === "home")
              .map(({ kind }) => lockStatement(schema, kind, homes));
      return connection.session(async ({ together, certainlyTogether }) => {
        const stand = [[begin] as const, lineStatement(schema, names), ...rows];
        const ask = async (statement: Statement) => {
          const found = await together(...stand, statement);
          if (found.some(({ waited }) => waited === true)) noteWaiting();
          return found.filter((row) => !("waited" in row));
        };
        const seen = await load(ask, functions, scope);
        const next = decide(seen);
        const last =
          next === undefined || "widen" in next.decision
            ? []
            : next.rows === undefined
              ? confirmations(seen)
              : [saveStatement(functions, next.rows)];
        await certainlyTogether(...last, ["COMMIT"]);
        return next?.decision;
      });
    },
    isConflict,
    ruleBroken,
  });

  return {
    width,
    transact,
    async read(scope: Scope): Promise<Loaded> {
      const functions = await knowledge.learn(kindsOf(scope.wants.map(({ lookUp }) => lookUp)));
      const seen = await load((statement) => connection.query(...statement), functions, scope);
      // Ledgers of days alone, such as of what is free, are told as of now.
      if (scope.wants.some(({ lookUp }) => lookUp.kind.isolation !== "own"))
        await confirm(connection.certainQuery, seen);
      return { now: seen.now, records: seen.records };
    },
    async find<R extends object>(query: Query<R>): Promise<Page<R>> {
      await knowledge.tables([query.lookUp.kind]);
      const rows = await connection.certainQuery(...findStatement(schema, query));
      await confirm(connection.certainQuery, serverOf(rows));
      const records = rows.flatMap(({ record }) =>
        record === null ? [] : (JSON.parse(String(record)) as R),
      ); // decoded
      return pageOf(query, records);
    },
  };
}

function saveStatement({ save }: Functions, rows: ReadonlyMap<Part, readonly Row[]>): Statement {
  return [save, ...[...rows.values()].map((some) => (some.length > 0 ? JSON.stringify(some) : null))];
}

/** In a transaction that has read, it is one server all along. */
function confirmations({ server }: Pick<SeenRows, "server">): readonly Statement[] {
  return server === undefined ? [] : [[confirmStatement, server]];
}

function serverOf([row]: readonly PostgresRow[]): Pick<SeenRows, "server"> {
  return typeof row?.server === "string" ? { server: row.server } : {};
}
