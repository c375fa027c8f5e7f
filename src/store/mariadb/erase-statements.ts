import { homeColumns, homeKind, type Kind } from "../kind.js";
import { tableOf } from "../sql-tables.js";
import type { Row } from "../versions/changed-rows.js";
import { beforePart, entryTable, type KindLayout, type Part } from "../versions/layout.js";
import { among, columnOf, equal, literalOf } from "./literals.js";
import { inOrder, valuesOf } from "./rows.js";

/**
 * Leads from a value of what is lost to the record beside it. The next turn is taken and given back, so that what came
 * meanwhile is seen, and who has yet to write finds its seen turn gone. A turn that was once taken stays so as long as
 * its value has any: it goes to another record. Else somebody who saw fewer could take it unseen.
 */
export function leaveList(list: string, value: string, key: string): readonly string[] {
  const ofValue = `value = ${value} AND list = ${list}`;
  return [
    `SET found = (SELECT COALESCE(MAX(turn), 0) + 1 FROM ${entryTable} WHERE ${ofValue})`,
    `INSERT INTO ${entryTable} (list, value, turn) VALUES (${list}, ${value}, found)`,
    `SET other = (SELECT \`key\` FROM ${entryTable} WHERE ${ofValue} AND \`key\` <> ${key} LIMIT 1)`,
    `UPDATE ${entryTable} SET \`key\` = other WHERE ${ofValue} AND \`key\` = ${key}`,
    `DELETE FROM ${entryTable} WHERE ${ofValue} AND \`key\` IS NULL`,
  ];
}

/** What was not saved now and is older than the decision says, with all that leads to it. */
export function eraseOld(
  { kind, added, changed, details, members }: KindLayout,
  rows: ReadonlyMap<Part, readonly Row[]>,
  version: number,
): readonly string[] {
  const { name, key, agedBy } = kind;
  const before = rows.get(beforePart)?.find((row) => row.kind === name)?.before;
  if (agedBy === undefined || before === undefined) return [];
  const kept = [added, changed].flatMap((part) => (rows.get(part) ?? []).map((row) => valuesOf(row, key)));
  const columns = key.map((column) => `old.${columnOf(column)}`);
  const where = [
    `old.${columnOf(agedBy)} < ${literalOf(before)}`,
    ...(kept.length > 0 ? [`NOT (${among(columns, kept)})`] : []),
    ...members.map((member) => `NOT ${isHomeOf(member, kind, "old")}`),
  ].join(" AND ");
  const old = `${tableOf(name)} AS old`;
  const lists = Object.keys(kind.lists ?? {});
  const home = homeKind(kind);
  const homeKey = homeColumns(kind);
  return [
    ...(lists.length > 0
      ? [
          `FOR gone IN (
      SELECT entry.list, entry.value, entry.\`key\` FROM ${old} STRAIGHT_JOIN ${entryTable} AS entry ON entry.\`key\` = ${columns[0]}
      WHERE ${among(
        ["entry.list"],
        lists.map((list) => [list]),
      )} AND ${where}
    ) DO ${leaveList("gone.list", "gone.value", "gone.`key`").join("; ")}; END FOR`,
        ]
      : []),
    ...(home !== undefined && home !== kind
      ? [
          `UPDATE ${tableOf(home.name)} AS home INNER JOIN (SELECT DISTINCT ${homeKey.map((column) => `old.${columnOf(column)}`).join(", ")} FROM ${old} WHERE ${where}) AS lost
      ON ${equal(homeKey, "home", "lost")} SET home.version = ${version}`,
        ]
      : []),
    ...details.map(
      (detail) =>
        `DELETE one FROM ${tableOf(detail.name)} AS one INNER JOIN ${old} ON ${equal(key, "one", "old")} WHERE ${where}`,
    ),
    `DELETE old FROM ${old} WHERE ${where}`,
  ];
}

/** By their keys; of a home that still has records the version stays. Details go with their records. */
export function eraseGone(
  { kind, details, members }: KindLayout,
  gone: readonly Row[],
  version: number,
): readonly string[] {
  return inOrder(kind.key, gone).flatMap((row) => {
    const table = tableOf(kind.name);
    const isGone = (alias = "") =>
      among(
        kind.key.map((name) => `${alias}${columnOf(name)}`),
        [valuesOf(row, kind.key)],
      );
    const isHome = members.map((member) => isHomeOf(member, kind, table)).join(" OR ");
    return [
      ...details.map(({ name }) => `DELETE FROM ${tableOf(name)} WHERE ${isGone()}`),
      ...(isHome === ""
        ? [`DELETE FROM ${table} WHERE ${isGone()}`]
        : [
            `UPDATE ${table} SET version = ${version}, record = NULL WHERE ${isGone()} AND (${isHome})`,
            `DELETE FROM ${table} WHERE ${isGone()} AND NOT (${isHome})`,
          ]),
    ];
  });
}

function isHomeOf(member: Kind, { key }: Kind, alias: string): string {
  return `EXISTS (SELECT 1 FROM ${tableOf(member.name)} AS one WHERE ${equal(key, "one", alias)})`;
}
