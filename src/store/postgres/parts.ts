import { type ArrayValue, arrayLiteral } from "./array-literal.js";
import { columnOf } from "./names.js";

/** Rows that a function is given. Each column is an array; records are one JSON array, written and read once. */
export interface Part {
  readonly name: string;
  /** SQL types by the names of the columns. */
  readonly columns: Readonly<Record<string, string>>;
}

export type PartRow = Readonly<Record<string, ArrayValue>>;

/** The arguments of a part. */
export function writePart<Row>(
  { columns }: Part,
  rows: readonly Row[],
  cellOf: (row: Row, column: string) => ArrayValue,
): readonly string[] {
  return Object.entries(columns).map(([column, type]) => {
    const values = rows.map((row) => cellOf(row, column));
    return type === "json" ? JSON.stringify(values) : arrayLiteral(values);
  });
}

export function writeRows(part: Part, rows: readonly PartRow[]): readonly string[] {
  return writePart(part, rows, (row, column) => row[column]);
}

export function variableOf(part: Part, column: string): string {
  return `"${part.name}.${column}"`;
}

/** NULL where the part has no row. */
export function declareParts(parts: readonly Part[]): string {
  const variables = parts.flatMap((part) =>
    Object.entries(part.columns).map(([column, type]) => `${variableOf(part, column)} ${type};`),
  );
  return variables.join("\n  ");
}

/** Reads the texts of `arguments` into the variables: a function has 100 parameters at most, an array has any number. */
export function readParts(parts: readonly Part[]): string {
  let count = 0;
  const reads = parts.map((part) => {
    const first = count + 1;
    const read = Object.keys(part.columns).map(
      (column) => `${variableOf(part, column)} := arguments[${++count}];`,
    );
    return `IF arguments[${first}] <> '{}' THEN ${read.join(" ")} END IF;`;
  });
  return reads.join("\n  ");
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
