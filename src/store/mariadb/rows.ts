import { snakeCase } from "../sql-tables.js";
import type { Row } from "../versions/changed-rows.js";

/** What a row has in some columns. */
export function valuesOf(row: Row, columns: readonly string[]): readonly unknown[] {
  return columns.map((column) => row[snakeCase(column)]);
}

/** In one order for everybody, so that no two wait for each other. */
export function inOrder(columns: readonly string[], rows: readonly Row[]): readonly Row[] {
  const named = rows.map((row) => [valuesOf(row, columns), row] as const);
  return named.sort(([one], [other]) => compare(one, other)).map(([, row]) => row);
}

function compare(one: readonly unknown[], other: readonly unknown[]): number {
  for (const [index, value] of one.entries()) {
    const [a, b] = [value, other[index]] as [string, string]; // texts and turns, each beside its like
    if (a !== b) return a < b ? -1 : 1;
  }
  return 0;
}
