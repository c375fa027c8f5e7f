import { type Detail, type Kind, keyOf, type List, type LookUp, type LookUpValue } from "../kind.js";
import type { TimedScope, Want } from "../scope.js";
import { columnOf, columnsOf, tableOf } from "../sql-tables.js";
import type { Query } from "../store.js";
import { listColumn } from "./tables.js";

/** How records of one kind are kept. Rows and keys come as one JSON array for all. */
export interface KindStatements {
  readonly table: RowsTable;
  /** Lists that have no column, and details. */
  readonly parts: readonly RowsTable[];
  readonly eraseAged: string;
  readonly aged: string;
}

/** A table with rows that follow from a record. */
export interface RowsTable {
  /** A row begins with its key. */
  readonly rows: (records: readonly object[]) => readonly (readonly unknown[])[];
  readonly keyLength: number;
  readonly save: string;
  readonly erase: string;
}

export function statementsOf(kind: Kind): KindStatements {
  const age = kind.agedBy === undefined ? "NULL" : columnOf(kind.agedBy);
  const aged = `FROM ${tableOf(kind.name)} WHERE ${age} < ?`;
  return {
    table: recordTable(kind),
    parts: [
      ...Object.entries(kind.lists ?? {})
        .filter(([name]) => hasTable(kind, name))
        .map(([name, list]) => listTable(kind, name, list)),
      ...Object.entries(kind.details ?? {}).map(([name, detail]) => detailTable(kind, name, detail)),
    ],
    eraseAged: `DELETE ${aged}`,
    aged: `SELECT record ${aged}`,
  };
}

// The record is a text at the end of its row: SQLite takes it as it is instead of writing it anew.

function recordTable(kind: Kind): RowsTable {
  const { name, key, columns, lists = {}, isolation } = kind;
  const rest = Object.keys(columns).filter((column) => !key.includes(column));
  const reads = [...key, ...rest].flatMap((column) => columns[column]?.of ?? []);
  const inColumns = Object.values(lists).flatMap(({ column, each }) =>
    column === undefined ? [] : { column, each },
  );
  reads.push(
    ...inColumns.map(
      ({ each }) =>
        (record: object) =>
          each(record)[0],
    ),
  );
  reads.push((record) => JSON.stringify(record));
  return rowsTable({
    name,
    key,
    rest: [...rest, ...inColumns.map(({ column }) => column), "record"],
    rows: (records) => records.map((record) => reads.map((read) => read(record))),
    isReplaced: isolation !== "none",
  });
}

function listTable(kind: Kind, name: string, { each }: List<object>): RowsTable {
  const lasting = Object.values(kind.lookUps).find((one) => one.list === name && one.while)?.while;
  return rowsTable({
    name,
    key: [listColumn(name), ...kind.key],
    rest: lasting === undefined ? [] : [lasting],
    rows: (records) =>
      records.flatMap((record) => {
        const [key] = keyOf(kind, record);
        const until = lasting && kind.columns[lasting]?.of(record);
        return each(record).map((value) => [value, key, until]);
      }),
  });
}

function detailTable(kind: Kind, name: string, { key, columns, rows }: Detail<object>): RowsTable {
  const rest = Object.keys(columns).filter((column) => !key.includes(column));
  return rowsTable({
    name,
    key: [...kind.key, ...key],
    rest,
    rows: (records) =>
      records.flatMap((record) => {
        const begin = keyOf(kind, record);
        return rows(record).map((row) => [...begin, ...[...key, ...rest].map((column) => row[column])]);
      }),
  });
}

interface RowsShape {
  readonly name: string;
  readonly key: readonly string[];
  readonly rest: readonly string[];
  readonly rows: RowsTable["rows"];
  /** Where not, a second row of a key is a fault. */
  readonly isReplaced?: boolean;
}

function rowsTable({ name, key, rest, rows, isReplaced = true }: RowsShape): RowsTable {
  const all = [...key, ...rest];
  const changes = rest.map((column) => `${columnOf(column)} = excluded.${columnOf(column)}`).join(", ");
  // The conflict is named: any other, such as a number given twice, must fail.
  const conflict = `
      ON CONFLICT (${columnsOf(key)})
      DO ${changes === "" ? "NOTHING" : `UPDATE SET ${changes}`}`;
  return {
    rows,
    keyLength: key.length,
    save: `
      INSERT INTO ${tableOf(name)} (${columnsOf(all)})
      SELECT ${partsOfValue(all)} FROM json_each(?) WHERE true${isReplaced ? conflict : ""}`,
    erase: `
      DELETE FROM ${tableOf(name)}
      WHERE (${columnsOf(key)}) IN (SELECT ${partsOfValue(key)} FROM json_each(?))`,
  };
}

function partsOfValue(columns: readonly string[]): string {
  return columns.map((_, index) => `value ->> ${index}`).join(", ");
}

// CROSS JOIN keeps SQLite from reading the large table first.

/** Finds the records of some values, which `loadValues` gives. */
export function loadStatement(lookUp: LookUp): string {
  const { kind, order } = lookUp;
  // A value of one column comes as a text, any other as an array.
  const { from, where } = search(lookUp, (index) =>
    widthOf(lookUp) === 1 ? "value.value" : `value.value ->> ${index}`,
  );
  const start = "SELECT record.record FROM json_each(?) AS value CROSS JOIN";
  if (order === undefined) return `${start} ${from} WHERE ${where.join(" AND ")}`;
  const key = kind.key.map((column) => `record.${columnOf(column)}`).join(", ");
  return `
    ${start} ${tableOf(kind.name)} AS record WHERE (${key}) IN (
      SELECT ${key} FROM ${from} WHERE ${where.join(" AND ")} ORDER BY record.${columnOf(order)} LIMIT ?)`;
}

export function loadValues(
  { lookUp, limit = -1 }: Pick<Want, "lookUp" | "limit">,
  values: readonly LookUpValue[],
  { now }: TimedScope,
): (string | number)[] {
  const { while: lasting, upTo, order } = lookUp;
  return [
    JSON.stringify(widthOf(lookUp) === 1 ? values.map(([part]) => part) : values),
    ...(lasting === undefined ? [] : [now]),
    ...(upTo === undefined ? [] : [now]),
    ...(order === undefined ? [] : [limit]),
  ];
}

/** Finds a page of the records of one value, which `findValues` gives. */
export function findStatement(lookUp: LookUp): string {
  const { kind, list } = lookUp;
  const { while: _, ...inAnyState } = lookUp;
  const { from, where } = search(inAnyState, () => "?");
  // The plus keeps SQLite from walking all keys in their order instead of the few that are found.
  const plus = list === undefined ? "+" : "";
  const key = `${plus}${hasTable(kind, list) ? "list" : "record"}.${columnOf(kind.key[0] ?? "")}`;
  return `
    SELECT record.record FROM ${from} WHERE ${[...where, `${key} > ?`].join(" AND ")} ORDER BY ${key} LIMIT ?`;
}

export function findValues({ lookUp, value, upTo = 0, after = "", limit }: Query): (string | number)[] {
  return [...value, ...(lookUp.upTo === undefined ? [] : [upTo]), after, limit + 1];
}

/** What a look-up reads, and its conditions in the order of what they take. */
function search(
  { kind, by = [], list = "", while: lasting, upTo, order }: LookUp,
  part: (index: number) => string,
): { readonly from: string; readonly where: readonly string[] } {
  const column = (name: string) => `record.${columnOf(name)}`;
  const records = `${tableOf(kind.name)} AS record`;
  const inTable = hasTable(kind, list);
  const inColumn = kind.lists?.[list]?.column;
  const listed = `list.${columnOf(listColumn(list))} = ${part(0)}`;
  const where = [
    ...(inTable ? [listed, ...kind.key.map((key) => `${column(key)} = list.${columnOf(key)}`)] : []),
    ...(inColumn === undefined ? [] : [`${column(inColumn)} = ${part(0)}`]),
    ...by.map((name, index) => `${column(name)} = ${part(index)}`),
    ...(lasting === undefined ? [] : [`${inTable ? "list" : "record"}.${columnOf(lasting)} > ?`]),
    ...(upTo === undefined ? [] : [`${column(upTo)} <= ?`]),
    ...(order === undefined ? [] : [`${column(order)} IS NOT NULL`]),
  ];
  return { from: inTable ? `${tableOf(list)} AS list CROSS JOIN ${records}` : records, where };
}

/** How many columns a value of a look-up has. */
function widthOf({ list, by = [] }: LookUp): number {
  return list === undefined ? by.length : 1;
}

function hasTable(kind: Kind, list = ""): boolean {
  const shape = kind.lists?.[list];
  return shape !== undefined && shape.column === undefined;
}
