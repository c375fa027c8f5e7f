import { InvalidConfigError, StoreError } from "../../errors.js";
import { checkSettings } from "../../input/check-settings.js";
import { found } from "../../input/found.js";
import { checkUnique } from "../check-unique.js";
import { aClient, checkClient, refuseClient } from "../clients.js";
import type { Kind } from "../kind.js";
import { type Decision, type Home, isEmpty, joinScopes, type Loaded, type Scope } from "../scope.js";
import { checkWidenings, type Decide, type Page, pageOf, type Query, type Store } from "../store.js";
import { writeChanges } from "./changes.js";
import {
  createPostgresConnection,
  type PostgresPool,
  type PostgresRow,
  type RunQuery,
  type Statement,
} from "./connection.js";
import { createContention, linesOf } from "./contention.js";
import { endOfTries } from "./end-of-tries.js";
import type { Functions } from "./functions.js";
import { createKnowledge } from "./knowledge.js";
import { writeScope } from "./load-function.js";
import { readSeen, readWanted, type SeenRows } from "./seen.js";
import { begin, confirmStatement, findStatement, lineStatement, lockStatement } from "./statements.js";

export type { PostgresClient, PostgresPool } from "./connection.js";

export interface PostgresSettings {
  /** A pool of `pg`, or of what is made after it; the caller ends it. A transaction-mode pooler may stand behind. */
  readonly pool: PostgresPool;
  /** Where the tables are, in small letters; default `public`. It is made where it is missing. */
  readonly schema?: string;
}

/** While one is decided here the server saves another; more of them would only make batches smaller. */
const width = 4;

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
  const contention = createContention();

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

  return {
    width,
    async transact<T>(scope: Scope, decide: Decide<T>): Promise<T> {
      let wide = scope;
      let decided: readonly Kind[] = [];
      let homes: readonly Home[] = [];
      let widenings = 0;
      let tries = 1;

      /** Nothing where it has to be decided again, as the functions don't know a kind of what was decided. */
      function decideOn(
        { know }: Functions,
        seen: SeenRows,
      ): { readonly decision: ReturnType<Decide<T>>; readonly isToSave: boolean } | undefined {
        homes = [...seen.homes.values()];
        const decision = decide(seen.records, { ...wide, now: seen.now });
        if ("widen" in decision || isEmpty(decision)) return { decision, isToSave: false };
        checkUnique(decision, seen.records);
        decided = kindsOf([...decision.save, ...(decision.erase ?? [])]);
        return know(decided) ? { decision, isToSave: true } : undefined;
      }

      /** In two calls without a transaction between them. */
      async function decideFreely(functions: Functions): Promise<ReturnType<Decide<T>> | undefined> {
        const { query, certainQuery } = connection;
        const seen = await load((statement) => query(...statement), functions, wide);
        const next = decideOn(functions, seen);
        if (next === undefined || "widen" in next.decision) return next?.decision;
        // Refusals alone were true of the one snapshot that they were decided on.
        if (!next.isToSave) await confirm(certainQuery, seen);
        else
          await (seen.server === undefined ? query : certainQuery)(
            ...saveStatement(functions, seen, next.decision),
          );
        return next.decision;
      }

      /** In two calls of one transaction, which stands in line first; it ends with what fails in it. */
      async function decideInLine(
        functions: Functions,
        lines: readonly string[],
      ): Promise<ReturnType<Decide<T>> | undefined> {
        const { layout } = functions;
        const rows =
          tries === 1
            ? []
            : layout.kinds
                .filter(({ role }) => role === "home")
                .map(({ kind }) => lockStatement(schema, kind, homes));
        return connection.session(async ({ together, certainlyTogether }) => {
          const stand = [[begin] as const, lineStatement(schema, lines), ...rows];
          const ask = async (statement: Statement) => {
            const found = await together(...stand, statement);
            if (found.some(({ waited }) => waited === true)) contention.note(lines);
            return found.filter((row) => !("waited" in row));
          };
          const seen = await load(ask, functions, wide);
          const next = decideOn(functions, seen);
          const last =
            next === undefined || "widen" in next.decision
              ? []
              : next.isToSave
                ? [saveStatement(functions, seen, next.decision)]
                : confirmations(seen);
          await certainlyTogether(...last, ["COMMIT"]);
          return next?.decision;
        });
      }

      async function decideNext(functions: Functions): Promise<ReturnType<Decide<T>> | undefined> {
        // Made only where somebody came in the way: a large scope has many homes.
        const lines = () => linesOf(functions.layout, [...readWanted(wide).homes.values(), ...homes]);
        return tries === 1 && !contention.isAt(lines)
          ? decideFreely(functions)
          : decideInLine(functions, lines());
      }

      for (;;) {
        const functions = await knowledge.certainFunctions([
          ...kindsOf(wide.wants.map(({ lookUp }) => lookUp)),
          ...decided,
        ]);
        try {
          const decision = await decideNext(functions);
          if (decision === undefined) continue;
          if (!("widen" in decision)) return decision.result;
          checkWidenings(++widenings);
          wide = joinScopes([wide, decision.widen]);
        } catch (error) {
          const end = endOfTries(error, tries, mostTries);
          if (end !== undefined) throw end;
          contention.note(linesOf(functions.layout, homes));
          tries++;
        }
      }
    },
    async read(scope: Scope): Promise<Loaded> {
      const functions = await knowledge.functions(kindsOf(scope.wants.map(({ lookUp }) => lookUp)));
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

function saveStatement(
  { save, layout }: Functions,
  seen: SeenRows,
  decision: Pick<Decision<unknown>, "save" | "erase">,
): Statement {
  return [save, ...writeChanges(layout, seen, decision)];
}

/** In a transaction that has read, it is one server all along. */
function confirmations({ server }: Pick<SeenRows, "server">): readonly Statement[] {
  return server === undefined ? [] : [[confirmStatement, server]];
}

function serverOf([row]: readonly PostgresRow[]): Pick<SeenRows, "server"> {
  return typeof row?.server === "string" ? { server: row.server } : {};
}

function kindsOf(all: readonly { readonly kind: Kind }[]): readonly Kind[] {
  return all.map(({ kind }) => kind);
}
