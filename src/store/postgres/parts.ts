import { arrayLiteral, type ColumnValue } from "./array-literal.js";

/**
 * What a batch saves, each column an array of its own. Records that every row has are one JSON array, written and read
 * once; with the other columns in it the server would read every record several times.
 */
const parts = {
  /** All that were named or found; version 0 where there was none. */
  day: {
    office_id: "text[]",
    date: "text[]",
    version: "bigint[]",
    touched: "boolean[]",
    erased: "boolean[]",
    decided_at: "bigint[]",
    record: "json[]",
  },
  count: {
    office_id: "text[]",
    date: "text[]",
    window: "text[]",
    pool: "text[]",
    taken: "integer[]",
    ceiling: "integer[]",
  },
  /** Turns that are taken; those without a code are given back. */
  owner: { kind: "text[]", key: "text[]", turn: "integer[]", code: "text[]" },
  /** The last turns that were seen. */
  turn: { kind: "text[]", key: "text[]", turn: "integer[]", code: "text[]" },
  /** All that were named; version 0 where nothing was remembered. */
  sender: { sender: "text[]", version: "bigint[]" },
  booking: {
    known: "boolean[]",
    code: "text[]",
    office_id: "text[]",
    date: "text[]",
    window: "text[]",
    pool: "text[]",
    places: "integer[]",
    state: "text[]",
    occupies: "boolean[]",
    sequence: "integer[]",
    due_at: "bigint[]",
    notice_at: "bigint[]",
    waiting_turn: "integer[]",
    live_until: "bigint[]",
    record: "json",
  },
  answer: { key: "text[]", at: "bigint[]", record: "json" },
} as const;

type Parts = typeof parts;
export type Part = keyof Parts;
export type PartRow<P extends Part> = { readonly [Column in keyof Parts[P]]: ColumnValue };

const names = Object.keys(parts) as Part[]; // as written above
const columnsOf = (part: Part) => Object.keys(parts[part]);
const parameterOf = (part: Part, column: string) => `${part}_${column}`;

/** The columns in the order of the parameters. */
export function writeParts(rows: { readonly [P in Part]: readonly PartRow<P>[] }): readonly string[] {
  return names.flatMap((part) => {
    const all: readonly Readonly<Record<string, ColumnValue>>[] = rows[part];
    return Object.entries(parts[part]).map(([column, type]) => {
      const values = all.map((row) => row[column]);
      return type === "json" ? JSON.stringify(values) : arrayLiteral(values);
    });
  });
}

export const partParameters: string = names
  .flatMap((part) => Object.entries(parts[part]).map(([name, type]) => `${parameterOf(part, name)} ${type}`))
  .join(", ");

export const partCount: number = names.flatMap(columnsOf).length;

/** A part's rows on the server. `unnest` would keep each column apart before it joins them. */
export function rowsOf(part: Part, alias: string): string {
  const columns = Object.entries(parts[part]);
  const [[first = ""] = []] = columns;
  const records = columns.filter(([, type]) => type === "json").map(([name]) => name);
  const values = columns.map(([name]) =>
    records.includes(name) ? `"${name}"` : `${parameterOf(part, name)}[i] AS "${name}"`,
  );
  const each = [
    `generate_series(1, cardinality(${parameterOf(part, first)}))`,
    ...records.map((name) => `json_array_elements(${parameterOf(part, name)})`),
  ];
  const row = ["i", ...records.map((name) => `"${name}"`)];
  return `(SELECT ${values.join(", ")} FROM ROWS FROM (${each.join(", ")}) AS number (${row.join(", ")})) AS ${alias}`;
}
