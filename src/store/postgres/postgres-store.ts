import { InvalidConfigError, StoreError } from "../../errors.js";
import { checkSettings } from "../../input/check-settings.js";
import { found } from "../../input/found.js";
import { checkUnique } from "../check-unique.js";
import { aClient, checkClient, refuseClient } from "../clients.js";
import type { Kind } from "../kind.js";
import { type Home, isEmpty, joinScopes, type Loaded, type Scope } from "../scope.js";
import { checkWidenings, type Decide, type Page, pageOf, type Query, type Store } from "../store.js";
import { writeChanges } from "./changes.js";
import {
  createPostgresConnection,
  type PostgresPool,
  type PostgresRow,
  type RunQuery,
} from "./connection.js";
import { endOfTries } from "./end-of-tries.js";
import type { Functions } from "./functions.js";
import { createKnowledge } from "./knowledge.js";
import { writeScope } from "./load-function.js";
import { readSeen, readWanted, type SeenRows } from "./seen.js";
import { begin, confirmStatement, findStatement, lockStatement } from "./statements.js";

export type { PostgresClient, PostgresPool } from "./connection.js";

export interface PostgresSettings {
  /** A pool of `pg`, or of what is made after it; the caller ends it. A transaction-mode pooler may stand behind. */
  readonly pool: PostgresPool;
  /** Where the tables are, in small letters; default `public`. It is made where it is missing. */
  readonly schema?: string;
}

/** Locked tries stand in line, so few are needed; more only where the same person is booked at many offices. */
const mostTries = 12;

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
  const knowledge = createKnowledge(connection, schema);

  async function load(query: RunQuery, { layout, load }: Functions, scope: Scope): Promise<SeenRows> {
    const wanted = readWanted(scope);
    const rows = await query(load, ...writeScope(layout, scope, wanted));
    const seen = readSeen(layout, wanted, rows);
    return { ...seen, ...serverOf(rows), now: scope.now ?? seen.now };
  }

  /** What is told as certain without saving anything waits as a commit does. */
  async function confirm(query: RunQuery, { server }: Pick<SeenRows, "server">): Promise<void> {
    if (server === undefined) return;
    const confirmed = await query(confirmStatement, server);
    if (confirmed.length === 0)
      throw new StoreError("PostgreSQL was read on one server and is another one now; ask again.", {
        retryable: true,
      });
  }

  return {
    async transact<T>(scope: Scope, decide: Decide<T>): Promise<T> {
      let wide = scope;
      let decided: readonly Kind[] = [];
      let homes: readonly Home[] = [];
      let widenings = 0;
      let tries = 1;

      /** Nothing where it has to be decided again, as the functions don't know a kind of what was decided. */
      async function decideOnce(
        functions: Functions,
        query: RunQuery,
        certainQuery: RunQuery = query,
      ): Promise<ReturnType<Decide<T>> | undefined> {
        const seen = await load(query, functions, wide);
        homes = [...seen.homes.values()];
        const decision = decide(seen.records, { ...wide, now: seen.now });
        if ("widen" in decision) return decision;
        if (isEmpty(decision)) {
          // Refusals alone were true of the one snapshot that they were decided on.
          await confirm(certainQuery, seen);
          return decision;
        }
        checkUnique(decision, seen.records);
        decided = kindsOf([...decision.save, ...(decision.erase ?? [])]);
        if (!functions.know(decided)) return undefined;
        const save = seen.server === undefined ? query : certainQuery;
        await save(functions.save, ...writeChanges(functions.layout, seen, decision));
        return decision;
      }

      async function decideNext(functions: Functions): Promise<ReturnType<Decide<T>> | undefined> {
        if (tries === 1) return decideOnce(functions, connection.query, connection.certainQuery);
        return connection.transaction(begin, async (query) => {
          for (const { kind, role } of functions.layout.kinds)
            if (role === "home") await query(...lockStatement(schema, kind, homes));
          return decideOnce(functions, query);
        });
      }

      for (;;) {
        try {
          const functions = await knowledge.functions([
            ...kindsOf(wide.wants.map(({ lookUp }) => lookUp)),
            ...decided,
          ]);
          const decision = await decideNext(functions);
          if (decision === undefined) continue;
          if (!("widen" in decision)) return decision.result;
          checkWidenings(++widenings);
          wide = joinScopes([wide, decision.widen]);
        } catch (error) {
          const end = endOfTries(error, tries, mostTries);
          if (end !== undefined) throw end;
          tries++;
        }
      }
    },
    async read(scope: Scope): Promise<Loaded> {
      const functions = await knowledge.functions(kindsOf(scope.wants.map(({ lookUp }) => lookUp)));
      const seen = await load(connection.query, functions, scope);
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

function serverOf([row]: readonly PostgresRow[]): Pick<SeenRows, "server"> {
  return typeof row?.server === "string" ? { server: row.server } : {};
}

function kindsOf(all: readonly { readonly kind: Kind }[]): readonly Kind[] {
  return all.map(({ kind }) => kind);
}
