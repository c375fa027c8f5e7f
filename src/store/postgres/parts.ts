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
  readonly groups: readonly ColumnGroup[];
}

interface ColumnGroup {
  readonly group: Group;
  readonly columns: readonly string[];
}

type Group = "text" | "number" | "record";

const groups: Readonly<Record<Group, string>> = { text: "text[]", number: "bigint[]", record: "text" };

export function definePart(name: string, columns: Part["columns"]): Part {
  const groupsIn = Object.keys(groups) as Group[]; // as written above
  const all = groupsIn.map((group) => ({
    group,
    columns: Object.keys(columns).filter((column) => groupOf(columns[column]) === group),
  }));
  return { name, columns, groups: all.filter((one) => one.columns.length > 0) };
}

/** A boolean is 1 or 0 on its way, an object JSON. */
export type Cell = ArrayValue | boolean | object;

/** The arguments of a part; `cellsOf` tells of a column what a row has in it. */
export function writePart<Row>(
  part: Part,
  rows: readonly Row[],
  cellsOf: (column: string) => (row: Row) => Cell,
): readonly string[] {
  return part.groups.map(({ group, columns }) => {
    if (rows.length === 0) return group === "record" ? "[]" : "{}";
    if (group === "record") return JSON.stringify(rows.map(cellsOf(group)));
    const all = columns.map((column) => arrayLiteral(rows.map(cellsOf(column)).map(asValue)));
    return `{${all.join()}}`;
  });
}

function asValue(cell: Cell): ArrayValue {
  if (typeof cell === "boolean") return Number(cell);
  return typeof cell === "object" ? JSON.stringify(cell) : cell;
}

export function parametersOf(parts: readonly Part[]): readonly string[] {
  return parts.flatMap((part) =>
    part.groups.map(({ group }) => `${variableOf(part, group)} ${groups[group]}`),
  );
}

/** A part's rows on the server. `unnest` would keep each column apart before it joins them. */
export function rowsOf(part: Part, alias: string): string {
  const values = Object.keys(part.columns).map((column) => `${cellOf(part, column)} AS ${columnOf(column)}`);
  const [first, ...more] = part.groups;
  const count = `generate_series(1, array_length(${variableOf(part, first?.group ?? "text")}, 2))`;
  const rows = more.some(({ group }) => group === "record")
    ? `ROWS FROM (${count}, json_array_elements(${variableOf(part, "record")}::json)) AS "row" (i, record)`
    : `${count} AS "row" (i)`;
  return `(SELECT ${values.join(", ")} FROM ${rows}) AS ${alias}`;
}

/** Whether a part has a row. */
export function isGiven(part: Part): string {
  return `cardinality(${variableOf(part, part.groups[0]?.group ?? "text")}) > 0`;
}

/** A column of texts or numbers by itself. */
export function columnIn(part: Part, column: string): string {
  const group = groupOf(part.columns[column]);
  const index = columnsOf(part, group).indexOf(column) + 1;
  return `${variableOf(part, group)}[${index}:${index}]`;
}

function cellOf(part: Part, column: string): string {
  const type = part.columns[column];
  const group = groupOf(type);
  if (group === "record") return `"row".record`;
  const cell = `${variableOf(part, group)}[${columnsOf(part, group).indexOf(column) + 1}][i]`;
  if (type === "boolean") return `${cell} = 1`;
  return type === "integer" || type === "json" ? `(${cell})::${type}` : cell;
}

function variableOf({ name }: Part, group: Group): string {
  return `"${name}.${group}"`;
}

function columnsOf({ groups }: Part, name: Group): readonly string[] {
  return groups.find(({ group }) => group === name)?.columns ?? [];
}

function groupOf(type: string | undefined): Group {
  if (type === "record") return "record";
  return type === "text" || type === "json" ? "text" : "number";
}
