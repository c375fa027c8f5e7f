import type { ColumnType, Kind } from "../kind.js";

/** The table of all lists: each record that a value leads to has a turn of the value's own, from 1. */
export const entryTable = "giliran_list_entry";

export const sqlTypes: Readonly<Record<ColumnType, string>> = {
  text: "text",
  integer: "integer",
  instant: "bigint",
  boolean: "boolean",
};

/** `placeCount` is `place_count`. */
export function snakeCase(name: string): string {
  return name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
}

export function tableOf(name: string): string {
  return `giliran_${snakeCase(name)}`;
}

export function columnOf(name: string): string {
  return `"${snakeCase(name)}"`;
}

export function columnsOf(names: readonly string[]): readonly string[] {
  return names.map(columnOf);
}

/** `a.x = b.x AND a.y = b.y` */
export function equal(columns: readonly string[], one: string, other: string): string {
  return columns.map((name) => `${one}.${columnOf(name)} = ${other}.${columnOf(name)}`).join(" AND ");
}

export function sqlTypeOf(kind: Kind, column: string): string {
  return sqlTypes[kind.columns[column]?.type ?? "text"];
}
