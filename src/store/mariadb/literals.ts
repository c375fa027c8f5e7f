import { snakeCase } from "../sql-tables.js";

/** Texts compare by their bytes, as in JavaScript, and a space at the end counts. */
export const collation = "utf8mb4_nopad_bin";

/** Quoted, as some names are words of SQL. */
export function columnOf(name: string): string {
  return `\`${snakeCase(name)}\``;
}

export function columnsOf(names: readonly string[]): string {
  return names.map(columnOf).join(", ");
}

/**
 * A value as it stands in a statement, safe in every `sql_mode`: a text with a backslash, which only some of them
 * escape, is written by its bytes.
 *
 * @throws RangeError for half a character, which has no bytes.
 */
export function literalOf(value: unknown): string {
  if (value === undefined || value === null) return "NULL";
  if (typeof value !== "string") return String(Number(value));
  if (/\p{Cs}/u.test(value)) throw new RangeError("A text has half a character.");
  if (!value.includes("\\")) return `'${value.replaceAll("'", "''")}'`;
  let bytes = "";
  for (const byte of new TextEncoder().encode(value)) bytes += byte.toString(16).padStart(2, "0");
  return `_utf8mb4 x'${bytes}'`;
}

/** `(1, 'a'), (2, 'b')` */
export function tuplesOf(rows: readonly (readonly unknown[])[]): string {
  return rows.map((row) => `(${row.map(literalOf).join(", ")})`).join(", ");
}

/** More values than the server takes for a list; from a thousand on it makes a table of them. */
const mostInList = 500;

/**
 * Whether some columns have one of some values, in a form that is looked up by an index: where there is one value alone the
 * server does not see that of a list.
 */
export function among(columns: readonly string[], values: readonly (readonly unknown[])[]): string {
  const [first] = values;
  if (first === undefined) return "false";
  if (values.length === 1)
    return columns.map((column, index) => `${column} = ${literalOf(first[index])}`).join(" AND ");
  if (values.length > mostInList)
    return `(${among(columns, values.slice(0, mostInList))} OR ${among(columns, values.slice(mostInList))})`;
  const lists =
    columns.length === 1 ? values.map(([value]) => literalOf(value)).join(", ") : tuplesOf(values);
  return `${columns.length === 1 ? columns[0] : `(${columns.join(", ")})`} IN (${lists})`;
}

/** `a.x = b.x AND a.y = b.y` */
export function equal(columns: readonly string[], one: string, other: string): string {
  return columns.map((name) => `${one}.${columnOf(name)} = ${other}.${columnOf(name)}`).join(" AND ");
}
