import type { Kind } from "../kind.js";
import { snakeCase, tableOf } from "../sql-tables.js";
import type { Row } from "../versions/changed-rows.js";
import {
  type DetailLayout,
  entryTable,
  type KindLayout,
  type Layout,
  lastPart,
  lostPart,
  type Part,
  takenPart,
} from "../versions/layout.js";
import { eraseGone, eraseOld, leaveList } from "./erase-statements.js";
import { among, columnOf, columnsOf, literalOf, tuplesOf } from "./literals.js";
import { inOrder, valuesOf } from "./rows.js";

type Rows = ReadonlyMap<Part, readonly Row[]>;

/**
 * Statements that compare what was seen with what is, and save. Inserts, then deletes, the row of a home or a turn that
 * was seen absent and stays so: concurrent readers that insert it too conflict. Who looks at a sheltered record has the
 * turn of its list for as long, and looks at its version then. `version` was never one of another save, so that nothing
 * comes back to a version that somebody saw. Homes that were only looked at are given it too: where several servers can
 * be written, rows that two transactions write are all that they compare.
 */
export function saveStatements({ kinds }: Layout, rows: Rows, version: number): readonly string[] {
  const homes = kinds.filter(({ role }) => role === "home");
  const others = kinds.filter(({ role }) => role !== "home");
  const rowsIn = (part: Part) => rows.get(part) ?? [];
  const save = (layout: KindLayout) => [
    ...updateRecords(layout, rowsIn(layout.changed), version),
    ...insertRecords(layout, rowsIn(layout.added), version),
  ];
  return [
    ...homes.flatMap((layout) => raiseVersions(layout, rowsIn(layout.seen), version)),
    ...kinds.flatMap((layout) => eraseOld(layout, rows, version)),
    ...homes.flatMap(save),
    ...takeTurns(rowsIn(takenPart), rowsIn(lastPart)),
    ...others.flatMap((layout) =>
      layout.role === "sheltered" ? checkVersions(layout, rowsIn(layout.seen)) : [],
    ),
    ...giveBackTurns(rowsIn(takenPart)),
    ...rowsIn(lostPart).flatMap(({ list, value, key }) =>
      leaveList(literalOf(list), literalOf(value), literalOf(key)),
    ),
    ...others.flatMap((layout) => eraseGone(layout, rowsIn(layout.gone), version)),
    ...others.flatMap(save),
    ...kinds.flatMap(({ details }) =>
      details.flatMap((detail) => [
        ...eraseDetails(detail, rowsIn(detail.gone)),
        ...saveDetails(detail, rowsIn(detail.changed)),
      ]),
    ),
    ...homes.flatMap((layout) => eraseGone(layout, rowsIn(layout.gone), version)),
  ];
}

function conflictWhere(condition: string, what: string): string {
  return `IF ${condition} THEN SIGNAL SQLSTATE '40001' SET MYSQL_ERRNO = 1020, MESSAGE_TEXT = ${literalOf(`giliran: ${what}`)}; END IF`;
}

/** Those without a row are made, and conflict by themselves. */
function raiseVersions({ kind }: KindLayout, seen: readonly Row[], version: number): readonly string[] {
  const known = inOrder(
    kind.key,
    seen.filter((row) => row.version !== 0),
  );
  if (known.length === 0) return [];
  const columns = [...kind.key, "version"];
  return [
    `UPDATE ${tableOf(kind.name)} FORCE INDEX (PRIMARY) SET version = ${version}
    WHERE ${among(
      columns.map(columnOf),
      known.map((row) => valuesOf(row, columns)),
    )}`,
    conflictWhere(`ROW_COUNT() <> ${known.length}`, `${kind.name} has changed`),
  ];
}

function checkVersions({ kind }: KindLayout, seen: readonly Row[]): readonly string[] {
  const count = (columns: readonly string[], some: readonly Row[]) =>
    `(SELECT COUNT(*) FROM ${tableOf(kind.name)} WHERE ${among(
      columns.map(columnOf),
      some.map((row) => valuesOf(row, columns)),
    )})`;
  const known = seen.filter((row) => row.version !== 0);
  const absent = seen.filter((row) => row.version === 0);
  const has = [
    ...(known.length > 0 ? [`${count([...kind.key, "version"], known)} <> ${known.length}`] : []),
    ...(absent.length > 0 ? [`${count(kind.key, absent)} <> 0`] : []),
  ];
  return has.length > 0 ? [conflictWhere(has.join(" OR "), `${kind.name} has changed`)] : [];
}

/** Row by row: an insertion that updates would do so by any unique rule. */
function updateRecords(
  { kind, role, changed }: KindLayout,
  rows: readonly Row[],
  version: number,
): readonly string[] {
  const columns = Object.keys(changed.types);
  return inOrder(kind.key, rows).map((row) => {
    const values = [
      ...(role === "member" ? [] : [`version = ${version}`]),
      ...columns
        .filter((column) => !isOfKey(kind, column))
        .map((column) => `${columnOf(column)} = ${literalIn(row, column)}`),
    ];
    return `UPDATE ${tableOf(kind.name)} SET ${values.join(", ")} WHERE ${among(kind.key.map(columnOf), [valuesOf(row, kind.key)])}`;
  });
}

function insertRecords(
  { kind, role, added }: KindLayout,
  rows: readonly Row[],
  version: number,
): readonly string[] {
  if (rows.length === 0) return [];
  const columns = Object.keys(added.types);
  const tuples = inOrder(kind.key, rows).map((row) => {
    const values = columns.map((column) => literalIn(row, column));
    return `(${[...(role === "member" ? [] : [version]), ...values].join(", ")})`;
  });
  const names = columnsOf([...(role === "member" ? [] : ["version"]), ...columns]);
  return [`INSERT INTO ${tableOf(kind.name)} (${names}) VALUES ${tuples.join(", ")}`];
}

function saveDetails({ name, key, changed }: DetailLayout, rows: readonly Row[]): readonly string[] {
  if (rows.length === 0) return [];
  const columns = Object.keys(changed.types);
  const changes = columns.map((column) => `${columnOf(column)} = VALUES(${columnOf(column)})`);
  return [
    `INSERT INTO ${tableOf(name)} (${columnsOf(columns)})
    VALUES ${tuplesOf(inOrder(key, rows).map((row) => valuesOf(row, columns)))}
    ON DUPLICATE KEY UPDATE ${changes.join(", ")}`,
  ];
}

function eraseDetails({ name, key }: DetailLayout, rows: readonly Row[]): readonly string[] {
  if (rows.length === 0) return [];
  return [
    `DELETE FROM ${tableOf(name)} WHERE ${among(
      key.map(columnOf),
      rows.map((row) => valuesOf(row, key)),
    )}`,
  ];
}

function takeTurns(taken: readonly Row[], last: readonly Row[]): readonly string[] {
  const columns = ["value", "list", "turn", "key"];
  const count = `SELECT COUNT(*) FROM ${entryTable} WHERE ${among(
    columns.slice(0, 3).map(columnOf),
    last.map((row) => valuesOf(row, columns.slice(0, 3))),
  )} AND ${among(
    columns.map(columnOf),
    last.map((row) => valuesOf(row, columns)),
  )}`;
  return [
    ...(taken.length > 0
      ? [
          `INSERT INTO ${entryTable} (${columnsOf(columns)}) VALUES ${tuplesOf(inOrder(columns.slice(0, 3), taken).map((row) => valuesOf(row, columns)))}`,
        ]
      : []),
    ...(last.length > 0 ? [conflictWhere(`(${count}) <> ${last.length}`, "turns were erased")] : []),
  ];
}

/** Without a key are those that were taken above, and no others. */
function giveBackTurns(taken: readonly Row[]): readonly string[] {
  const columns = ["value", "list", "turn"];
  const back = taken.filter(({ key }) => key === undefined).map((row) => valuesOf(row, columns));
  return back.length === 0 ? [] : [`DELETE FROM ${entryTable} WHERE ${among(columns.map(columnOf), back)}`];
}

function isOfKey({ key }: Kind, column: string): boolean {
  return key.some((name) => snakeCase(name) === column);
}

function literalIn(row: Row, column: string): string {
  const value = row[column];
  return literalOf(column === "record" && value !== undefined ? JSON.stringify(value) : value);
}
