import { StoreError } from "../../errors.js";
import type { Family } from "../kind.js";
import { versionIn, versionTable } from "../sql-tables.js";
import { codeOf, type PostgresConnection, type RunQuery } from "./connection.js";
import type { Functions } from "./functions.js";
import { createEntryTable, statementsOf } from "./tables.js";

/** Brings the tables of families to their versions; processes that start together wait for one another. */
export async function migrate(
  connection: PostgresConnection,
  schema: string,
  families: readonly Family[],
): Promise<void> {
  await checkIsolation(connection.query);
  const isNewest = async (family: Family) =>
    (await versionOf(connection.query, schema, family)) === family.migrations.length;
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

/** Makes the functions where nobody has. */
export async function makeFunctions(
  connection: PostgresConnection,
  schema: string,
  { name, definition }: Functions,
): Promise<void> {
  const isMissing = async (run: RunQuery) => {
    const [row] = await run("SELECT to_regproc($1) IS NULL AS missing", name);
    return row?.missing === true;
  };
  if (!(await isMissing(connection.query))) return;
  await inLine(connection, schema, async (run) => {
    if (await isMissing(run)) await run(definition);
  });
}

function inLine(
  { transaction }: PostgresConnection,
  schema: string,
  work: (run: RunQuery) => Promise<void>,
): Promise<void> {
  return transaction("BEGIN ISOLATION LEVEL READ COMMITTED", async (run) => {
    // A lock of the transaction, not of the session: behind a pooler sessions change hands.
    await run("SELECT pg_advisory_xact_lock(hashtext($1))", `giliran ${schema}`);
    const [found] = await run("SELECT to_regnamespace($1) IS NULL AS missing", `"${schema}"`);
    if (found?.missing === true) await run(`CREATE SCHEMA "${schema}"`);
    await run(`SET LOCAL search_path = "${schema}", pg_temp`);
    await work(run);
  });
}

/** The functions wait for a lock and then look again; under a stricter level every wait would end in an error. */
async function checkIsolation(query: RunQuery): Promise<void> {
  const [row] = await query("SELECT current_setting('default_transaction_isolation') AS level");
  if (row?.level === "read committed") return;
  throw new StoreError(
    `The pool's connections default to the isolation "${row?.level}"; set default_transaction_isolation to "read committed" for this pool.`,
    { retryable: false },
  );
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
