import { homeColumns, homeKind, type Kind } from "../kind.js";
import { columnOf, columnsOf, tableOf } from "../sql-tables.js";
import { beforePart, entryTable, type KindLayout, lostPart } from "../versions/layout.js";
import { equal } from "./names.js";
import { ifGiven, rowsOf } from "./parts.js";

const inValue = "value = gone.value AND list = gone.list";

/**
 * Leads from no value of what is lost to the record beside it. The next turn is taken and given back, so that what came
 * meanwhile is seen, and who has yet to write finds its seen turn gone. A turn that was once taken stays so as long as
 * its value has any: it goes to another record. Else somebody who saw fewer could take it unseen.
 */
export function leaveLists(): string {
  return ifGiven(
    lostPart,
    `FOR gone IN
      SELECT list, value, array_agg(key) AS keys FROM ${rowsOf(lostPart, "lost")} GROUP BY value, list ORDER BY value, list
    LOOP
      INSERT INTO ${entryTable} (list, value, turn)
        SELECT gone.list, gone.value, coalesce(max(turn), 0) + 1 FROM ${entryTable} WHERE ${inValue};
      UPDATE ${entryTable} SET key = (
        SELECT key FROM ${entryTable} WHERE ${inValue} AND key <> ALL (gone.keys) LIMIT 1
      ) WHERE ${inValue} AND key = ANY (gone.keys);
      DELETE FROM ${entryTable} WHERE ${inValue} AND key IS NULL;
    END LOOP;`,
  );
}

/** What was not saved now and is older than the decision says, with all that leads to it. */
export function eraseOld({ kind, added, changed, details, members }: KindLayout): string {
  if (kind.agedBy === undefined) return "";
  const home = homeKind(kind);
  const old = `${tableOf(kind.name)} AS old WHERE ${[
    `old.${columnOf(kind.agedBy)} < (SELECT before FROM ${rowsOf(beforePart, "of")} WHERE kind = '${kind.name}')`,
    ...[added, changed].map(
      (part) => `NOT EXISTS (SELECT FROM ${rowsOf(part, "new")} WHERE ${equal(kind.key, "new", "old")})`,
    ),
    ...members.map((member) => `NOT ${isHomeOf(member, kind, "old")}`),
  ].join(" AND ")}`;
  const lists = Object.keys(kind.lists ?? {}).map((list) => `'${list}'`);
  const statements = [
    lists.length > 0 &&
      `SELECT json_agg(lost) INTO "lost" FROM (
      SELECT * FROM ${rowsOf(lostPart, "lost")} UNION ALL SELECT list, value, key FROM ${entryTable}
      WHERE list IN (${lists}) AND key IN (SELECT ${columnsOf(kind.key)}::text FROM ${old})
    ) AS lost`,
    home !== undefined &&
      home !== kind &&
      `UPDATE ${tableOf(home.name)} AS home SET version = "save.version"
      FROM ${old} AND ${equal(homeColumns(kind), "home", "old")}`,
    ...details.map(
      ({ name }) => `DELETE FROM ${tableOf(name)} AS one USING ${old} AND ${equal(kind.key, "one", "old")}`,
    ),
    `DELETE FROM ${old}`,
  ];
  return ifGiven(
    beforePart,
    statements.flatMap((statement) => (statement === false ? [] : `${statement};`)).join("\n    "),
  );
}

/** By their keys; of a home that still has records the version stays. Details go with their records, and without. */
export function eraseGone({ kind, gone, details, members }: KindLayout): string {
  const table = tableOf(kind.name);
  const isHome = members.map((member) => isHomeOf(member, kind, "gone")).join(" OR ");
  const isGone = equal(kind.key, "old", "gone");
  const each = (rows: string, statements: readonly string[]) => `FOR gone IN SELECT * FROM ${rows} LOOP
      ${statements.map((statement) => `${statement};`).join("\n      ")}
    END LOOP;`;
  return [
    ifGiven(
      gone,
      each(rowsOf(gone, "new"), [
        ...details.map(({ name }) => `DELETE FROM ${tableOf(name)} AS old WHERE ${isGone}`),
        ...(isHome === ""
          ? [`DELETE FROM ${table} AS old WHERE ${isGone}`]
          : [
              `UPDATE ${table} AS old SET version = "save.version", record = NULL WHERE ${isGone} AND (${isHome})`,
              `DELETE FROM ${table} AS old WHERE ${isGone} AND NOT (${isHome})`,
            ]),
      ]),
    ),
    ...details.map(({ name, key, gone }) =>
      ifGiven(
        gone,
        each(rowsOf(gone, "new"), [`DELETE FROM ${tableOf(name)} AS old WHERE ${equal(key, "old", "gone")}`]),
      ),
    ),
  ].join("");
}

function isHomeOf(member: Kind, { key }: Kind, alias: string): string {
  return `EXISTS (SELECT FROM ${tableOf(member.name)} AS one WHERE ${equal(key, "one", alias)})`;
}
