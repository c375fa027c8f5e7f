import type { ColumnType, MigrationStep, TableShape } from "../kind.js";
import { snakeCase, tableOf } from "../sql-tables.js";
import { entryTable } from "../versions/layout.js";
import { collation, columnOf, columnsOf } from "./literals.js";

const engine = `ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = ${collation}`;

/** Not made by a migration, as lists of all kinds are in it. */
export const createEntryTable: string = `
  CREATE TABLE IF NOT EXISTS ${entryTable} (
    list VARCHAR(64) NOT NULL,
    value VARCHAR(600) NOT NULL,
    turn INT NOT NULL,
    \`key\` VARCHAR(600),
    PRIMARY KEY (value, list, turn)
  ) ${engine}`;

/**
 * What a step of a migration is in MariaDB. A statement that makes a table ends a transaction, so that a migration may
 * stop in the middle: what is there is passed over.
 */
export function statementsOf(step: MigrationStep): readonly string[] {
  if (step.kind === "table") return [createTable(step.table)];
  return step.kind === "sql" && step.mariadb !== undefined ? [step.mariadb] : [];
}

const sqlTypes: Readonly<Record<ColumnType, string>> = {
  text: "TEXT",
  integer: "INT",
  instant: "BIGINT",
  boolean: "BOOLEAN",
};

/** `record` is the truth, the columns find it. Of a record with a version there may be the version alone. */
function createTable(table: TableShape): string {
  const { name, columns, key, record, versioned = false, checks = [] } = table;
  const lines = Object.entries(columns).flatMap(([column, type]) => {
    if (type === "list") return [];
    const isOptional = type.endsWith("?") || (versioned && !key.includes(column));
    return `${columnOf(column)} ${typeIn(table, column)}${isOptional ? "" : " NOT NULL"}`;
  });
  return `CREATE TABLE IF NOT EXISTS ${tableOf(name)} (
    ${[
      ...lines,
      ...(versioned ? ["version BIGINT NOT NULL"] : []),
      ...(record ? [`record LONGTEXT${versioned ? "" : " NOT NULL"}`] : []),
      `PRIMARY KEY (${columnsOf(key)})`,
      ...indexesOf(table).map(
        ([part, names, isUnique]) =>
          `${isUnique ? "UNIQUE " : ""}INDEX ${tableOf(name)}_${snakeCase(part)} (${columnsOf(names)})`,
      ),
      ...checks.map(
        (check, index) => `CONSTRAINT ${tableOf(name)}_check${index > 0 ? index : ""} CHECK (${check})`,
      ),
    ].join(",\n    ")}
  ) ${engine}`;
}

/** Where the last column has no value, a unique index has no rule. */
function indexesOf({
  columns,
  indexes = {},
  unique = {},
}: TableShape): readonly (readonly [part: string, names: readonly string[], isUnique: boolean])[] {
  const isHere = (names: readonly string[]) => names.every((column) => columns[column] !== "list");
  return [
    ...Object.entries(indexes).map(([part, names]) => [part, names, false] as const),
    ...Object.entries(unique).map(([part, names]) => [part, names, true] as const),
  ].filter(([, names]) => isHere(names));
}

/** Of InnoDB's 3072 bytes for an index, beside some numbers. */
const mostCharacters = 740;

/** A text in an index is as long as the index lets it be. */
function typeIn(table: TableShape, column: string): string {
  const typeOf = (name: string) => (table.columns[name]?.replace("?", "") ?? "text") as ColumnType; // without what stands behind it
  if (typeOf(column) !== "text") return sqlTypes[typeOf(column)];
  const lengths = [table.key, ...indexesOf(table).map(([, names]) => names)]
    .filter((names) => names.includes(column))
    .map((names) => Math.floor(mostCharacters / names.filter((name) => typeOf(name) === "text").length));
  return lengths.length === 0 ? sqlTypes.text : `VARCHAR(${Math.min(...lengths)})`;
}
