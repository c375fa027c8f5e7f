import type { Booking } from "../booking/booking.js";
import { type DayKey, isEmpty, joinScopes, type Records, type Scope } from "../booking/records.js";
import { InvalidConfigError } from "../errors.js";
import { checkMethods, checkSettings } from "../input/check-settings.js";
import { found } from "../input/found.js";
import { anObject } from "../input/shape.js";
import {
  type BookingPage,
  type BookingQuery,
  type BookingStore,
  checkWidenings,
  type Decide,
  pageOf,
} from "./booking-store.js";
import { writeChanges } from "./postgres/changes.js";
import {
  createPostgresConnection,
  isConflict,
  type PostgresPool,
  type RunQuery,
} from "./postgres/connection.js";
import { writeDays, writeScope } from "./postgres/functions.js";
import { migrate } from "./postgres/schema.js";
import { readSeen } from "./postgres/seen.js";
import * as sql from "./postgres/statements.js";

export type { PostgresClient, PostgresPool } from "./postgres/connection.js";

export interface PostgresSettings {
  /** A pool of `pg`, or of what is made after it; the caller ends it. A transaction-mode pooler may stand behind. */
  readonly pool: PostgresPool;
  /** Where the tables are, in small letters; default `public`. It is made where it is missing. */
  readonly schema?: string;
}

/** Locked tries stand in line, so few are needed; more only where the same person is booked at many offices. */
const mostTries = 12;

/**
 * Keeps everything in a PostgreSQL database, for any number of processes. It makes its tables at the first call. A
 * batch is two calls of the server, and no transaction is open meanwhile; where another process came first it is
 * decided again, in line and under locks. What it can't do is a `StoreError`.
 */
export function postgresStore(settings: PostgresSettings): BookingStore {
  checkSettings(settings, { pool: anObject, schema: ["string"] });
  const { pool, schema = "public" } = settings;
  checkMethods("pool", pool, ["query", "connect"], "a pool with query and connect, such as new Pool() of pg");
  if (!/^[a-z_][a-z0-9_]{0,62}$/.test(schema))
    throw new InvalidConfigError(
      "schema",
      `expected a name of small letters, digits and underscores, found ${found(schema)}`,
    );
  const connection = createPostgresConnection(pool);
  const { load, lock, save, find } = sql.statementsFor(schema);
  let migrated: Promise<void> | undefined;

  async function ready(): Promise<void> {
    migrated ??= migrate(connection, schema);
    try {
      await migrated;
    } catch (error) {
      migrated = undefined; // the next call may find the server up
      throw error;
    }
  }

  const loadSeen = async (query: RunQuery, scope: Scope) =>
    readSeen(scope, await query(load, ...writeScope(scope)));

  return {
    async transact<T>(scope: Scope, decide: Decide<T>): Promise<T> {
      await ready();
      let wide = joinScopes([scope]); // without what it names twice
      let days: readonly DayKey[] = [];
      let widenings = 0;
      let tries = 1;

      async function decideOnce(query: RunQuery): Promise<ReturnType<Decide<T>>> {
        const seen = await loadSeen(query, wide);
        days = [...seen.days.values()].map(({ key }) => key);
        const decision = decide(seen.records, wide);
        // Refusals alone were true of the one snapshot that they were decided on.
        if (!("widen" in decision) && !isEmpty(decision)) await query(save, ...writeChanges(seen, decision));
        return decision;
      }

      async function decideLocked(query: RunQuery): Promise<ReturnType<Decide<T>>> {
        await query(lock, ...writeDays(days));
        return decideOnce(query);
      }

      for (;;) {
        try {
          const decision =
            tries === 1
              ? await decideOnce(connection.query)
              : await connection.transaction(sql.begin, decideLocked);
          if (!("widen" in decision)) return decision.result;
          checkWidenings(++widenings);
          wide = joinScopes([wide, decision.widen]);
        } catch (error) {
          if (tries === mostTries || !isConflict(error)) throw error;
          tries++;
        }
      }
    },
    async read(scope: Scope): Promise<Records> {
      await ready();
      return (await loadSeen(connection.query, scope)).records;
    },
    async find({ limit, after = "", ...filter }: BookingQuery): Promise<BookingPage> {
      await ready();
      const rows = await connection.query(...find(filter, after, limit + 1));
      const found = rows.map(({ record }) => JSON.parse(String(record)) as Booking); // decoded
      return pageOf(found, limit);
    },
  };
}
