import type { Family, MigrationStep, TableShape } from "../kind.js";
import { columnOf, columnsOf, snakeCase, tableOf } from "../sql-tables.js";
import { entryTable } from "../versions/layout.js";
import { sqlTypes } from "./names.js";

/** Not made by a migration, as lists of all kinds are in it. Texts compare by their bytes, as in JavaScript. */
export const createEntryTable: string = `
  CREATE TABLE IF NOT EXISTS ${entryTable} (
    list text COLLATE "C" NOT NULL,
    value text COLLATE "C" NOT NULL,
    turn integer NOT NULL,
    key text COLLATE "C",
    PRIMARY KEY (value, list, turn)
  )`;

/** What a step of a migration is in PostgreSQL. */
export function statementsOf(family: Family, step: MigrationStep): readonly string[] {
  if (step.kind === "table") return [createTable(step.table), ...createIndexes(family, step.table)];
  return step.kind === "sql" && step.postgres !== undefined ? [step.postgres] : [];
}

/** `record` is the truth, the columns find it. Of a record with a version there may be the version alone. */
function createTable({ name, columns, key, record, versioned = false, checks = [] }: TableShape): string {
  const lines = Object.entries(columns).flatMap(([column, type]) => {
    if (type === "list") return [];
    const isOptional = type.endsWith("?") || (versioned && !key.includes(column));
    const sqlType = sqlTypes[type.replace("?", "") as keyof typeof sqlTypes]; // without what stands behind it
    return `${columnOf(column)} ${sqlType}${sqlType === "text" ? ' COLLATE "C"' : ""}${isOptional ? "" : " NOT NULL"}`;
  });
  return `CREATE TABLE ${tableOf(name)} (
    ${[
      ...lines,
      ...(versioned ? ["version bigint NOT NULL"] : []),
      ...(record ? [`record json${versioned ? "" : " NOT NULL"}`] : []),
      `PRIMARY KEY (${columnsOf(key)})`,
      ...checks.map((check) => `CHECK (${check})`),
    ].join(",\n    ")}
  )`;
}

/** What nearly no record has for long is found by indexes that are nearly empty. */
function createIndexes(
  family: Family,
  { name, columns, unique = {}, indexes = {} }: TableShape,
): readonly string[] {
  const table = tableOf(name);
  const all = Object.values(indexes);
  const begin = (of: readonly string[]) => of.slice(0, -1).join();
  const create = (index: string, on: readonly string[], isUnique: boolean) => {
    const last = on.at(-1) ?? "";
    // The first index of several that begin alike has every row.
    const isFull = !isUnique && on.length > 1 && all.find((other) => begin(other) === begin(on)) === on;
    const isWithinOthers = on.length === 1 && all.some((other) => other !== on && other.at(-1) === last);
    const key = isWithinOthers ? apart(last) : columnOf(last);
    const where = columns[last]?.endsWith("?") && !isFull ? ` WHERE ${key} IS NOT NULL` : "";
    const how = isAgeOfAppended(family, name, on) ? " USING brin" : "";
    return `CREATE ${isUnique ? "UNIQUE " : ""}INDEX ${table}_${snakeCase(index)} ON ${table}${how} (${[
      ...columnsOf(on.slice(0, -1)),
      isWithinOthers ? `(${key})` : key,
    ]})${where}`;
  };
  const isHere = ([, on]: readonly [string, readonly string[]]) =>
    on.every((column) => columns[column] !== "list");
  return [
    ...Object.entries(indexes)
      .filter(isHere)
      .map(([index, on]) => create(index, on, false)),
    ...Object.entries(unique)
      .filter(isHere)
      .map(([index, on]) => create(index, on, true)),
  ];
}

/** Keeps look-ups within homes from an index of all homes, even from walking it while it is small. */
export function apart(column: string): string {
  return `${columnOf(column)} + 0`;
}

/** What is written once lies in the order of its time. */
function isAgeOfAppended({ kinds }: Family, table: string, [column, ...more]: readonly string[]): boolean {
  const kind = kinds.find(({ name }) => name === table);
  return kind?.isolation === "none" && kind.agedBy === column && more.length === 0;
}
