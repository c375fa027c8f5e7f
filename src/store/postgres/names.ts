import type { ColumnType, Kind } from "../kind.js";
import { columnOf } from "../sql-tables.js";

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
