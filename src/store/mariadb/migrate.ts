import { StoreError } from "../../errors.js";
import type { Family } from "../kind.js";
import { versionIn, versionTable } from "../sql-tables.js";
import type { AskMariadb, MariadbConnection } from "./connection.js";
import { expectedPool } from "./connection.js";
import { numberOf } from "./failures.js";
import { waiting } from "./statements.js";
import { createEntryTable, statementsOf } from "./tables.js";

/** Brings the tables of families to their versions; processes that start together wait for one another. */
export async function migrate(
  { query, session }: MariadbConnection,
  families: readonly Family[],
): Promise<void> {
  await checkServer(query);
  const ask: AskMariadb = (sql) => query(`${waiting} ${sql}`);
  const isNewest = async (family: Family) => (await versionOf(ask, family)) === family.migrations.length;
  for (const family of families)
    if (!(await isNewest(family)))
      return session((run) => makeTables((sql) => run(`${waiting} ${sql}`), families));
}

/** Names of locks are those of the whole server. */
const lockName = "CONCAT('giliran ', LEFT(DATABASE(), 50))";

async function makeTables(run: AskMariadb, families: readonly Family[]): Promise<void> {
  const [lock] = await run(`SELECT 'lock' AS kind, GET_LOCK(${lockName}, 10) AS taken`);
  if (Number(lock?.taken) !== 1)
    throw new StoreError("Another process makes giliran's tables; ask again.", { retryable: true });
  try {
    // A statement that makes a table is certain by itself: who is cut off after the last version has made all.
    await run(createEntryTable);
    for (const family of families) await makeFamily(run, family);
  } finally {
    await run(`SELECT RELEASE_LOCK(${lockName})`);
  }
}

async function makeFamily(run: AskMariadb, family: Family): Promise<void> {
  const { migrations } = family;
  const versions = versionTable(family);
  await run(`CREATE TABLE IF NOT EXISTS ${versions} (version INT PRIMARY KEY) ENGINE = InnoDB`);
  const version = await versionOf(run, family);
  for (const [index, steps] of migrations.entries()) {
    if (index < version) continue;
    for (const step of steps) for (const statement of statementsOf(step)) await run(statement);
    await run(`INSERT INTO ${versions} (version) VALUES (${index + 1})`);
  }
}

interface Demand {
  /** What the server is asked for, with a name. */
  readonly ask: string;
  readonly name: string;
  readonly isGood: (found: string) => boolean;
  readonly advice: string;
}

/** What a server must be, and what to do where it is not. */
const demands: readonly Demand[] = [
  {
    ask: "VERSION()",
    name: "version",
    isGood: (version) => /mariadb/i.test(version) && isSince(version, [10, 11]),
    advice: "giliran needs MariaDB 10.11 or newer",
  },
  {
    ask: "@@sql_mode",
    name: "sql_mode",
    isGood: (modes) => /STRICT_(TRANS|ALL)_TABLES/.test(modes) && !/ORACLE|MSSQL/.test(modes),
    advice: "add STRICT_TRANS_TABLES for this pool, or what is too long would be cut off",
  },
  ...["character_set_client", "character_set_connection", "character_set_results"].map((name) => ({
    ask: `@@${name}`,
    name,
    isGood: (charset: string) => charset === "utf8mb4",
    advice: "not every name can be written in it; set charset to utf8mb4 for this pool",
  })),
  {
    ask: "IF(@@log_bin, @@binlog_format, '')",
    name: "binlog_format",
    isGood: (format) => format !== "STATEMENT",
    advice: "InnoDB writes nothing so under READ COMMITTED; set it to MIXED or ROW",
  },
];

function isSince(version: string, [least, leastMinor]: readonly [number, number]): boolean {
  // Before version 11 some servers say that they are a replication of 5.5.5.
  const [major = 0, minor = 0] = version
    .replace(/^5\.5\.5-/, "")
    .split(".")
    .map(Number.parseFloat);
  return major > least || (major === least && minor >= leastMinor);
}

async function checkServer(query: AskMariadb): Promise<void> {
  const settings = demands.map(({ ask, name }) => `${ask} AS ${name}`);
  const [row] = await query(`SELECT 'server' AS kind, ${settings.join(", ")}`);
  for (const { name, isGood, advice } of demands) {
    const found = row?.[name];
    if (typeof found !== "string")
      throw new StoreError(`The pool gives no rows by the names of their columns; give ${expectedPool}.`, {
        retryable: false,
      });
    if (!isGood(found))
      throw new StoreError(`MariaDB's ${name} is "${found}"; ${advice}.`, { retryable: false });
  }
}

async function versionOf(run: AskMariadb, family: Family): Promise<number> {
  const sql = `SELECT 'version' AS kind, MAX(version) AS version FROM ${versionTable(family)}`;
  const rows = await run(sql).catch((error: StoreError) => {
    if ([1146, 1049].includes(numberOf(error.cause))) return [];
    throw error;
  });
  return versionIn(rows, family);
}
