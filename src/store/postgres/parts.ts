import { arrayLiteral, type ColumnValue } from "./array-literal.js";

/** What a batch saves, each column an array of its own: of JSON the server would read every row several times. */
const parts = {
  /** All that were named or found; version 0 where there was none. */
  day: {
    office_id: "text",
    date: "text",
    version: "bigint",
    touched: "boolean",
    erased: "boolean",
    decided_at: "bigint",
    record: "json",
  },
  count: {
    office_id: "text",
    date: "text",
    window: "text",
    pool: "text",
    taken: "integer",
    ceiling: "integer",
  },
  /** Turns that are taken; those without a code are given back. */
  owner: { kind: "text", key: "text", turn: "integer", code: "text" },
  /** The last turns that were seen. */
  turn: { kind: "text", key: "text", turn: "integer", code: "text" },
  /** All that were named; version 0 where nothing was remembered. */
  sender: { sender: "text", version: "bigint" },
  booking: {
    known: "boolean",
    code: "text",
    office_id: "text",
    date: "text",
    window: "text",
    pool: "text",
    places: "integer",
    state: "text",
    occupies: "boolean",
    sequence: "integer",
    due_at: "bigint",
    notice_at: "bigint",
    waiting_turn: "integer",
    live_until: "bigint",
    record: "json",
  },
  answer: { key: "text", at: "bigint", record: "json" },
} as const;

type Parts = typeof parts;
export type Part = keyof Parts;
export type PartRow<P extends Part> = { readonly [Column in keyof Parts[P]]: ColumnValue };

const names = Object.keys(parts) as Part[]; // as written above
const columnsOf = (part: Part) => Object.keys(parts[part]);
const parameterOf = (part: Part, column: string) => `${part}_${column}`;

/** The arrays in the order of the parameters. */
export function writeParts(rows: { readonly [P in Part]: readonly PartRow<P>[] }): readonly string[] {
  return names.flatMap((part) => {
    const all: readonly Readonly<Record<string, ColumnValue>>[] = rows[part];
    return columnsOf(part).map((column) => arrayLiteral(all.map((row) => row[column])));
  });
}

export const partParameters: string = names
  .flatMap((part) =>
    Object.entries(parts[part]).map(([name, type]) => `${parameterOf(part, name)} ${type}[]`),
  )
  .join(", ");

export const partCount: number = names.flatMap(columnsOf).length;

/** A part's rows on the server. `unnest` would keep each column apart before it joins them. */
export function rowsOf(part: Part, alias: string): string {
  const columns = columnsOf(part).map((column) => `${parameterOf(part, column)}[i] AS "${column}"`);
  const [first = ""] = columnsOf(part);
  const numbers = `(SELECT generate_series(1, cardinality(${parameterOf(part, first)})) AS i) AS number`;
  return `(SELECT ${columns.join(", ")} FROM ${numbers}) AS ${alias}`;
}
