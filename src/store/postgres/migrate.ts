import { StoreError } from "../../errors.js";
import type { Family } from "../kind.js";
import { versionIn, versionTable } from "../sql-tables.js";
import type { PostgresConnection, RunQuery } from "./connection.js";
import { codeOf } from "./failures.js";
import type { Functions } from "./functions.js";
import { begin, confirmMadeStatement } from "./statements.js";
import { createEntryTable, statementsOf } from "./tables.js";

/** Brings the tables of families to their versions; processes that start together wait for one another. */
export async function migrate(
  connection: PostgresConnection,
  schema: string,
  families: readonly Family[],
): Promise<void> {
  const { certainQuery } = connection;
  await checkServer(certainQuery);
  const isNewest = async (family: Family) =>
    (await versionOf(certainQuery, schema, family)) === family.migrations.length;
  for (const family of families)
    if (!(await isNewest(family))) return makeTables(connection, schema, families);
}

function makeTables(
  connection: PostgresConnection,
  schema: string,
  families: readonly Family[],
): Promise<void> {
  return inLine(connection, schema, async (run) => {
    for (const family of families) {
      const versions = versionTable(family);
      await run(`CREATE TABLE IF NOT EXISTS ${versions} (version integer NOT NULL)`);
      const version = await versionOf(run, schema, family);
      const { migrations } = family;
      for (const step of migrations.slice(version).flat())
        for (const statement of statementsOf(family, step)) await run(statement);
      if (version < migrations.length)
        await run(`INSERT INTO ${versions} (version) VALUES ($1)`, String(migrations.length));
    }
    await run(createEntryTable);
  });
}

/** Makes the functions where nobody has, and gives them. */
export async function makeFunctions(
  connection: PostgresConnection,
  schema: string,
  functions: Functions,
): Promise<Functions> {
  const { name, definition } = functions;
  const isMissing = async (run: RunQuery) => {
    // Reading the table makes the server look again for what others have made since the transaction began.
    const [row] = await run(
      "SELECT NOT EXISTS (SELECT FROM pg_proc WHERE oid = to_regproc($1)) AS missing",
      name,
    );
    return row?.missing === true;
  };
  if (await isMissing(connection.query))
    await inLine(connection, schema, async (run) => {
      if (await isMissing(run)) await run(definition);
    });
  return functions;
}

/**
 * Waits until a standby has what was made, where commits wait for one: somebody else's commit may have been cut off in
 * that wait, and what is to be seen here would be gone after a promotion.
 */
export async function confirmMade({ certainQuery }: PostgresConnection, { name }: Functions): Promise<void> {
  const [row] = await certainQuery(confirmMadeStatement, name);
  if (row?.made !== true)
    throw new StoreError(
      "The tables of giliran were made on one server, and this is another one now; ask again.",
      {
        retryable: true,
      },
    );
}

function inLine(
  { transaction }: PostgresConnection,
  schema: string,
  work: (run: RunQuery) => Promise<void>,
): Promise<void> {
  return transaction(begin, async (run) => {
    // A lock of the transaction, not of the session: behind a pooler sessions change hands.
    await run("SELECT pg_advisory_xact_lock(hashtext($1))", `giliran ${schema}`);
    const [found] = await run(
      "SELECT NOT EXISTS (SELECT FROM pg_namespace WHERE nspname = $1) AS missing",
      schema,
    );
    if (found?.missing === true) await run(`CREATE SCHEMA "${schema}"`);
    await run(`SET LOCAL search_path = "${schema}", pg_temp`);
    await work(run);
  });
}

/** What a server must be: what it says of it, and what to do where it says something else. */
const demands: readonly (readonly [setting: string, isGood: (found: string) => boolean, advice: string])[] = [
  ["server_version_num", (version) => Number(version) >= 130_000, "giliran needs PostgreSQL 13 or newer"],
  [
    "server_encoding",
    (encoding) => encoding === "UTF8",
    "not every name can be written in it; use a database that was made with ENCODING 'UTF8'",
  ],
  ["client_encoding", (encoding) => encoding === "UTF8", "set client_encoding to UTF8 for this pool"],
  [
    // The functions wait for a lock and then look again; under a stricter level every wait would end in an error.
    "default_transaction_isolation",
    (level) => level === "read committed",
    'set default_transaction_isolation to "read committed" for this pool',
  ],
];

async function checkServer(query: RunQuery): Promise<void> {
  const settings = demands.map(([setting]) => `current_setting('${setting}') AS ${setting}`);
  const [row] = (await query(`SELECT ${settings.join(", ")}`)) ?? [];
  for (const [setting, isGood, advice] of demands) {
    const found = row?.[setting];
    if (typeof found !== "string")
      throw new StoreError("The pool gives no { rows }; give a pool such as new Pool() of pg.", {
        retryable: false,
      });
    if (!isGood(found))
      throw new StoreError(`PostgreSQL's ${setting} is "${found}"; ${advice}.`, { retryable: false });
  }
}

async function versionOf(query: RunQuery, schema: string, family: Family): Promise<number> {
  const rows = await query(`SELECT max(version) AS version FROM "${schema}".${versionTable(family)}`).catch(
    (error: StoreError) => {
      if (["42P01", "3F000"].includes(codeOf(error.cause))) return [];
      throw error;
    },
  );
  return versionIn(rows, family);
}
