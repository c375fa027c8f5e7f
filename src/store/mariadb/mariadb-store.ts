import { InvalidConfigError, StoreError } from "../../errors.js";
import { checkSettings } from "../../input/check-settings.js";
import { aClient, checkClient } from "../clients.js";
import type { Loaded, Scope } from "../scope.js";
import { type Page, pageOf, type Query, type Store } from "../store.js";
import type { Row } from "../versions/changed-rows.js";
import { createKnowledge } from "../versions/knowledge.js";
import { type Layout, layoutOf, type Part } from "../versions/layout.js";
import { readSeen, readWanted, type SeenRows, timeRow } from "../versions/seen.js";
import { createTransact, kindsOf } from "../versions/transact.js";
import {
  type AskMariadb,
  createMariadbConnection,
  expectedPool,
  type MariadbPool,
  type MariadbRow,
} from "./connection.js";
import { guard, isConflict, ruleBroken } from "./failures.js";
import { loadStatement } from "./load-statement.js";
import { migrate } from "./migrate.js";
import { saveStatements } from "./save-statements.js";
import {
  block,
  endWhenIdle,
  findStatement,
  lineStatements,
  startOfLine,
  waiting,
  waitOfLine,
} from "./statements.js";

export type { MariadbClient, MariadbPool } from "./connection.js";

export interface MariadbSettings {
  /** A pool of `mariadb` or `mysql2/promise`, with the database that the tables are in; the caller ends it. */
  readonly pool: MariadbPool;
}

/** While one is decided here the server saves another; more of them would only make batches smaller. */
const width = 4;

/**
 * Keeps everything in a MariaDB database, for any number of processes. It makes its tables when it first meets their
 * kinds. A batch is two calls of the server, and no transaction is open meanwhile; where another process came first it
 * is decided again, in line and under locks. What it can't do is a `StoreError`.
 * @example
 * import { createPool } from "mariadb";
 * const store = mariadbStore({ pool: createPool("mariadb://bot@localhost/bookings") });
 */
export function mariadbStore(settings: MariadbSettings): Store {
  checkSettings(settings, { pool: aClient });
  const { pool } = settings;
  checkClient("pool", pool, ["getConnection"], expectedPool);
  if ("promise" in pool)
    throw new InvalidConfigError(
      "pool",
      `expected ${expectedPool}, found one of mysql2 with callbacks; give what its promise() gives`,
    );
  const connection = createMariadbConnection(pool);
  const knowledge = createKnowledge(
    (families) => migrate(connection, families),
    (kinds) => ({ layout: layoutOf([...kinds].sort((a, b) => (a.name < b.name ? -1 : 1))) }),
  );

  /** Once more where a record was found of a home that was not asked for: all comes from one snapshot. */
  async function load(
    ask: (statement: string) => Promise<readonly MariadbRow[]>,
    layout: Layout,
    scope: Scope,
  ): Promise<SeenRows> {
    let { homes } = readWanted(scope);
    for (;;) {
      const known = homes;
      const wanted = { ...readWanted(scope), homes: new Map(known) };
      const rows = await ask(await written(() => loadStatement(layout, scope, wanted)));
      if (!rows.some(({ kind }) => kind === timeRow)) throw noRows();
      const seen = readSeen(layout, wanted, rows);
      homes = wanted.homes;
      if (homes.size === known.size) return { ...seen, now: scope.now ?? seen.now };
    }
  }

  const askFreely = (query: AskMariadb) => (statement: string) => query(`${waiting} ${statement}`);

  return {
    width,
    transact: createTransact<{ readonly layout: Layout }>({
      learn: knowledge.learn,
      async decideFreely({ layout }, { scope, decide }) {
        const seen = await load(askFreely(connection.query), layout, scope);
        const next = decide(seen);
        const { rows } = next ?? {};
        if (rows !== undefined)
          await connection.query(await written(() => block(true, ...save(layout, rows), "COMMIT")));
        return next?.decision;
      },
      decideInLine: ({ layout }, { scope, decide }, { homes, noteWaiting }) =>
        connection.session(async (query) => {
          const line = new Map([...readWanted(scope).homes.values(), ...homes].map((home) => [home, home]));
          const stand = layout.kinds
            .filter(({ role }) => role === "home")
            .flatMap(({ kind }) => lineStatements(kind, [...line.values()]));
          let isBegun = false;
          const ask = async (statement: string) => {
            if (isBegun) return query(statement);
            isBegun = true;
            const begin = [endWhenIdle, startOfLine, ...stand, waitOfLine, statement];
            const found = await query(await written(() => block(true, ...begin)));
            if (found.some(({ kind, waited }) => kind === "waited" && Number(waited) > 0)) noteWaiting();
            return found.filter(({ kind }) => kind !== "waited");
          };
          const seen = await load(ask, layout, scope);
          const next = decide(seen);
          const { rows } = next ?? {};
          const last = rows === undefined ? [] : save(layout, rows);
          await query(await written(() => block(false, ...last, "COMMIT")));
          return next?.decision;
        }),
      isConflict,
      ruleBroken,
    }),
    async read(scope: Scope): Promise<Loaded> {
      const { layout } = await knowledge.learn(kindsOf(scope.wants.map(({ lookUp }) => lookUp)));
      const { now, records } = await load(askFreely(connection.query), layout, scope);
      return { now, records };
    },
    async find<R extends object>(query: Query<R>): Promise<Page<R>> {
      await knowledge.tables([query.lookUp.kind]);
      const rows = await connection.query(await written(() => findStatement(query)));
      return pageOf(
        query,
        rows.map(({ record }) => JSON.parse(String(record)) as R), // decoded
      );
    },
  };
}

/** A statement whose values can't be written is what a driver would refuse. */
function written(write: () => string): Promise<string> {
  return guard(async () => write());
}

function save(layout: Layout, rows: ReadonlyMap<Part, readonly Row[]>): readonly string[] {
  return saveStatements(layout, rows, drawVersion());
}

/** One of 2^53, so that no two saves have the same. */
function drawVersion(): number {
  const [high = 0, low = 0] = crypto.getRandomValues(new Uint32Array(2));
  return (high % 2 ** 21) * 2 ** 32 + low;
}

function noRows(): StoreError {
  return new StoreError(`The pool gives no rows by the names of their columns; give ${expectedPool}.`, {
    retryable: false,
  });
}
