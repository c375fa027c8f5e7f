import { type ArrayValue, arrayLiteral } from "./array-literal.js";
import { columnOf } from "./names.js";

/**
 * Rows that a function is given. As a function has 100 parameters at most, columns of texts are one parameter, an array
 * of the columns' arrays, those of numbers another, and records a third, as JSON.
 */
export interface Part {
  readonly name: string;
  /** SQL types by the names of the columns; `record` for JSON that every row has, `json` where it may be missing. */
  readonly columns: Readonly<Record<string, string>>;
}

type Group = "text" | "number" | "record";

const groups: Readonly<Record<Group, string>> = { text: "text[]", number: "bigint[]", record: "text" };

/** The arguments of a part; `cellsOf` tells of a column what a row has in it. */
export function writePart<Row>(
  part: Part,
  rows: readonly Row[],
  cellsOf: (column: string) => (row: Row) => ArrayValue,
): readonly string[] {
  return groupsOf(part).map((group) => {
    const columns = columnsIn(part, group).map((column) => rows.map(cellsOf(column)));
    if (group === "record") return JSON.stringify(columns[0]);
    return rows.length === 0 ? "{}" : `{${columns.map(arrayLiteral).join()}}`;
  });
}

export function parametersOf(parts: readonly Part[]): readonly string[] {
  return parts.flatMap((part) =>
    groupsOf(part).map((group) => `${variableOf(part, group)} ${groups[group]}`),
  );
}

/** A part's rows on the server. `unnest` would keep each column apart before it joins them. */
export function rowsOf(part: Part, alias: string): string {
  const values = Object.keys(part.columns).map((column) => `${cellOf(part, column)} AS ${columnOf(column)}`);
  const [first = "text", ...more] = groupsOf(part);
  const count = `generate_series(1, array_length(${variableOf(part, first)}, 2))`;
  const rows = more.includes("record")
    ? `ROWS FROM (${count}, json_array_elements(${variableOf(part, "record")}::json)) AS "row" (i, record)`
    : `${count} AS "row" (i)`;
  return `(SELECT ${values.join(", ")} FROM ${rows}) AS ${alias}`;
}

/** Whether a part has a row. */
export function isGiven(part: Part): string {
  return `cardinality(${variableOf(part, groupsOf(part)[0] ?? "text")}) > 0`;
}

/** A column of texts or numbers by itself. */
export function columnIn(part: Part, column: string): string {
  const group = groupOf(part.columns[column]);
  const index = columnsIn(part, group).indexOf(column) + 1;
  return `${variableOf(part, group)}[${index}:${index}]`;
}

function cellOf(part: Part, column: string): string {
  const type = part.columns[column];
  const group = groupOf(type);
  if (group === "record") return `"row".record`;
  const cell = `${variableOf(part, group)}[${columnsIn(part, group).indexOf(column) + 1}][i]`;
  if (type === "boolean") return `${cell} = 1`;
  return type === "integer" || type === "json" ? `(${cell})::${type}` : cell;
}

function variableOf({ name }: Part, group: Group): string {
  return `"${name}.${group}"`;
}

function groupsOf(part: Part): readonly Group[] {
  return (Object.keys(groups) as Group[]).filter((group) => columnsIn(part, group).length > 0); // as written above
}

function columnsIn({ columns }: Part, group: Group): readonly string[] {
  return Object.keys(columns).filter((column) => groupOf(columns[column]) === group);
}

function groupOf(type: string | undefined): Group {
  if (type === "record") return "record";
  return type === "text" || type === "json" ? "text" : "number";
}
