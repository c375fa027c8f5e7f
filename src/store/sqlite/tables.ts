import { createFamilyCheck } from "../check-families.js";
import { checkTables } from "../check-tables.js";
import type { ColumnType, Family, Kind, ListTableShape, MigrationStep, TableShape } from "../kind.js";
import { columnOf, columnsOf, snakeCase, tableOf, versionIn, versionTable } from "../sql-tables.js";
import type { SqliteConnection } from "./connection.js";

export interface SqliteTables {
  /** Brings the tables of some kinds, and of their homes, to this version, in a transaction of its own. */
  readonly learn: (kinds: readonly Kind[]) => void;
  /** The same within a transaction that may write, and may be rolled back. */
  readonly learnWithin: (kinds: readonly Kind[]) => void;
}

export function createSqliteTables(connection: SqliteConnection): SqliteTables {
  const known = new Set<Family>();
  const met = new Set<Kind>();
  const { familiesOf } = createFamilyCheck(checkTables);

  function familiesNew(kinds: readonly Kind[]): readonly Family[] {
    const strangers = kinds.filter((kind) => !met.has(kind));
    if (strangers.length === 0) return [];
    return [...familiesOf(strangers)].filter((family) => !known.has(family));
  }

  return {
    learn(kinds) {
      const families = familiesNew(kinds);
      if (families.length > 0)
        connection.transaction("IMMEDIATE", () => {
          for (const family of families) migrate(connection, family);
        });
      for (const family of families) known.add(family);
      for (const kind of kinds) met.add(kind);
    },
    learnWithin(kinds) {
      for (const family of familiesNew(kinds)) migrate(connection, family);
    },
  };
}

/** Processes that start together wait for one another, as the transaction has the database's only lock. */
function migrate({ exec, rows, run }: SqliteConnection, family: Family): void {
  const table = versionTable(family);
  exec(`CREATE TABLE IF NOT EXISTS ${table} (version INTEGER NOT NULL)`);
  const version = versionIn(rows(`SELECT max(version) AS version FROM ${table}`), family);
  for (const [index, steps] of family.migrations.entries()) {
    if (index < version) continue;
    for (const step of steps) for (const statement of statementsOf(step)) exec(statement);
    run(`INSERT INTO ${table} (version) VALUES (?)`, index + 1);
  }
}

/** The column of a list's table that has the list's value. */
export function listColumn(list: string): string {
  return `${list}Key`;
}

function statementsOf(step: MigrationStep): readonly string[] {
  switch (step.kind) {
    case "table":
      return [createTable(step.table), ...createIndexes(step.table)];
    case "list":
      return [createTable(tableOfList(step.list))];
    case "sql":
      return step.sqlite === undefined ? [] : [step.sqlite];
    default:
      throw step satisfies never;
  }
}

function tableOfList({ name, key, while: column }: ListTableShape): TableShape {
  return {
    name,
    columns: { [listColumn(name)]: "text", [key]: "text", ...(column && { [column]: "instant?" }) },
    key: [listColumn(name), key],
    record: false,
  };
}

function createTable(table: TableShape): string {
  const { name, columns, key, record, checks = [] } = table;
  const lines = Object.entries(columns).map(
    ([column, type]) => `${columnOf(column)} ${sqlType(column, type)}`,
  );
  if (record) lines.push("record TEXT NOT NULL");
  if (!hasRowids(table)) lines.push(`PRIMARY KEY (${columnsOf(key)})`);
  for (const check of checks) lines.push(`CHECK (${check})`);
  return `CREATE TABLE ${tableOf(name)} (${lines.join(", ")})${hasRowids(table) ? "" : " WITHOUT ROWID"}`;
}

/** Records that belong to others are many and large, and lie in the order of their making: by a random key they would
 * tear the pages apart. */
function hasRowids({ record, versioned = false }: TableShape): boolean {
  return record && !versioned;
}

function createIndexes(table: TableShape): readonly string[] {
  const { name, columns, key, unique = {}, indexes = {} } = table;
  const index = (kind: "INDEX" | "UNIQUE INDEX", part: string, names: readonly string[], where = "") =>
    `CREATE ${kind} ${tableOf(name)}_${snakeCase(part)} ON ${tableOf(name)} (${columnsOf(names)})${where}`;
  const mayBeNull = (column: string) => /^list$|\?$/.test(columns[column] ?? "");
  const whereFound = (column: string | undefined) =>
    column !== undefined && mayBeNull(column) ? ` WHERE ${columnOf(column)} IS NOT NULL` : "";
  const complete = new Set<string>();
  return [
    ...(hasRowids(table) ? [index("UNIQUE INDEX", key.join("_"), key)] : []),
    ...Object.entries(indexes).map(([part, names]) => {
      // What nearly no record has for long is found by indexes that are nearly empty; of several that begin with the
      // same columns the first has all records, and so finds them by those columns alone.
      const nullable = names.find(mayBeNull);
      const before = columnsOf(names.slice(0, nullable ? names.indexOf(nullable) : undefined)).join();
      const isFirst = before !== "" && !complete.has(before);
      complete.add(before);
      return index("INDEX", part, names, isFirst ? "" : whereFound(nullable));
    }),
    ...Object.entries(unique).map(([part, names]) =>
      index("UNIQUE INDEX", part, names, whereFound(names.at(-1))),
    ),
  ];
}

function sqlType(column: string, type: ColumnType | `${ColumnType}?` | "list"): string {
  if (type === "list") return "TEXT";
  const isText = type.startsWith("text");
  const check = type.startsWith("boolean") ? ` CHECK (${columnOf(column)} IN (0, 1))` : "";
  return `${isText ? "TEXT" : "INTEGER"}${type.endsWith("?") ? "" : " NOT NULL"}${check}`;
}
