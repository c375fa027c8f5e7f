import type { ColumnType, Kind } from "../kind.js";
import { columnOf } from "../sql-tables.js";

/** The table of all lists: each record that a value leads to has a turn of the value's own, from 1. */
export const entryTable = "giliran_list_entry";

/** The kind of the row that has the server's time, where a scope has none. */
export const timeRow = "scope.now";

export const sqlTypes: Readonly<Record<ColumnType, string>> = {
  text: "text",
  integer: "integer",
  instant: "bigint",
  boolean: "boolean",
};

/** `a.x = b.x AND a.y = b.y` */
export function equal(columns: readonly string[], one: string, other: string): string {
  return columns.map((name) => `${one}.${columnOf(name)} = ${other}.${columnOf(name)}`).join(" AND ");
}

export function sqlTypeOf(kind: Kind, column: string): string {
  return sqlTypes[kind.columns[column]?.type ?? "text"];
}
