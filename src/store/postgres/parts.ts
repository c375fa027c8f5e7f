import { type ArrayValue, arrayLiteral } from "./array-literal.js";
import { columnOf } from "./names.js";

/** Rows that a function is given. Each column is an array; records are one JSON array, written and read once. */
export interface Part {
  readonly name: string;
  /** SQL types by the names of the columns. */
  readonly columns: Readonly<Record<string, string>>;
}

/** The arguments of a part; `cellsOf` tells of a column what a row has in it. */
export function writePart<Row>(
  { columns }: Part,
  rows: readonly Row[],
  cellsOf: (column: string) => (row: Row) => ArrayValue,
): readonly string[] {
  return Object.entries(columns).map(([column, type]) => {
    if (rows.length === 0) return type === "json" ? "[]" : "{}";
    const cells = rows.map(cellsOf(column));
    return type === "json" ? JSON.stringify(cells) : arrayLiteral(cells);
  });
}

export function variableOf(part: Part, column: string): string {
  return `"${part.name}.${column}"`;
}

export function variablesOf(part: Part): string {
  return Object.keys(part.columns)
    .map((column) => variableOf(part, column))
    .join(", ");
}

export function declareParts(parts: readonly Part[]): string {
  const variables = parts.flatMap((part) =>
    Object.entries(part.columns).map(([column, type]) => `${variableOf(part, column)} ${type};`),
  );
  return variables.join("\n  ");
}

/**
 * Reads the texts of `arguments` into the variables: a function has 100 parameters at most, an array has any number.
 * One statement, as each by itself costs some microseconds in every call.
 */
export function readParts(parts: readonly Part[]): string {
  const types = parts.flatMap(({ columns }) => Object.values(columns));
  const values = types.map((type, index) => `arguments[${index + 1}]::${type}`);
  return `SELECT ${values.join(", ")} INTO ${parts.map(variablesOf).join(", ")};`;
}

export function columnCount(parts: readonly Part[]): number {
  return parts.flatMap(({ columns }) => Object.keys(columns)).length;
}

/** Whether a part has a row. */
export function isGiven(part: Part): string {
  const [first = ""] = Object.keys(part.columns);
  return `cardinality(${variableOf(part, first)}) > 0`;
}

/** A part's rows on the server. `unnest` would keep each column apart before it joins them. */
export function rowsOf(part: Part, alias: string): string {
  const columns = Object.entries(part.columns);
  const [[first = ""] = []] = columns;
  const records = columns.filter(([, type]) => type === "json").map(([name]) => name);
  const values = columns.map(([name]) =>
    records.includes(name) ? columnOf(name) : `${variableOf(part, name)}[i] AS ${columnOf(name)}`,
  );
  const each = [
    `generate_series(1, cardinality(${variableOf(part, first)}))`,
    ...records.map((name) => `json_array_elements(${variableOf(part, name)})`),
  ];
  const row = ["i", ...records.map(columnOf)];
  return `(SELECT ${values.join(", ")} FROM ROWS FROM (${each.join(", ")}) AS number (${row.join(", ")})) AS ${alias}`;
}
