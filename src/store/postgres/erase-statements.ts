import { homeColumns, homeKind } from "../kind.js";
import type { KindLayout } from "./layout.js";
import { columnOf, entryTable, equal, tableOf } from "./names.js";
import { type Part, rowsOf } from "./parts.js";

/**
 * Leads from no value of `lost` to the record beside it. The next turn is taken and given back, so that what came
 * meanwhile is seen, and who has yet to write finds its seen turn gone. A turn that was once taken stays so as long as
 * its value has any: it goes to another record. Else somebody who saw fewer could take it unseen.
 */
export const leaveLists: string = `INSERT INTO ${entryTable} (list, value, turn)
        SELECT list, value, coalesce((
          SELECT max(turn) FROM ${entryTable} AS taken WHERE taken.value = lost.value AND taken.list = lost.list
        ), 0) + 1
        FROM (SELECT DISTINCT value, list FROM json_to_recordset("save.lost") AS lost (list text, value text)) AS lost
        ORDER BY value, list;
      FOR gone IN SELECT * FROM json_to_recordset("save.lost") AS lost (list text, value text, key text) LOOP
        UPDATE ${entryTable} AS entry SET key = NULL
          WHERE entry.value = gone.value AND entry.list = gone.list AND entry.key = gone.key;
      END LOOP;
      FOR gone IN SELECT DISTINCT list, value FROM json_to_recordset("save.lost") AS lost (list text, value text) LOOP
        DELETE FROM ${entryTable} AS entry
          WHERE entry.value = gone.value AND entry.list = gone.list AND entry.turn = (
            SELECT max(turn) FROM ${entryTable} AS taken WHERE taken.value = gone.value AND taken.list = gone.list
          );
        SELECT entry.key INTO kept FROM ${entryTable} AS entry
          WHERE entry.value = gone.value AND entry.list = gone.list AND entry.key IS NOT NULL LIMIT 1;
        IF FOUND THEN
          UPDATE ${entryTable} AS entry SET key = kept
            WHERE entry.value = gone.value AND entry.list = gone.list AND entry.key IS NULL;
        ELSE
          DELETE FROM ${entryTable} AS entry WHERE entry.value = gone.value AND entry.list = gone.list;
        END IF;
      END LOOP;`;

/** What was not saved now and is older than the decision says, with all that leads to it. */
export function eraseOld({ kind, rows, details, members }: KindLayout): string {
  if (kind.agedBy === undefined) return "";
  const table = tableOf(kind.name);
  const home = homeKind(kind);
  const saved = `SELECT FROM ${rowsOf(rows, "new")} WHERE ${equal(kind.key, "new", "old")} AND new.record IS NOT NULL`;
  const inhabited = members.map(
    (member) =>
      ` AND NOT EXISTS (SELECT FROM ${tableOf(member.name)} AS one WHERE ${equal(kind.key, "one", "old")})`,
  );
  const old = `${table} AS old WHERE old.${columnOf(kind.agedBy)} < ("save.rare" -> 'before' ->> '${kind.name}')::bigint
        AND NOT EXISTS (${saved})${inhabited.join("")}`;
  const [key = ""] = kind.key;
  const lists = Object.keys(kind.lists ?? {}).map((list) => `'${list}'`);
  const statements = [
    lists.length > 0 &&
      `SELECT json_agg(lost) INTO "save.lost" FROM (
        SELECT * FROM json_to_recordset("save.lost") AS lost (list text, value text, key text)
        UNION ALL SELECT list, value, key FROM ${entryTable} WHERE list IN (${lists}) AND key IN (
          SELECT ${columnOf(key)}::text FROM ${old}
        )
      ) AS lost`,
    home !== undefined &&
      home !== kind &&
      `UPDATE ${tableOf(home.name)} AS home SET version = "save.version"
        FROM ${old} AND ${equal(homeColumns(kind), "home", "old")}`,
    ...details.map(
      ({ name }) =>
        `DELETE FROM ${tableOf(name)} AS detail USING ${old} AND ${equal(kind.key, "detail", "old")}`,
    ),
    `DELETE FROM ${old}`,
  ];
  return `
    IF "save.rare" -> 'before' -> '${kind.name}' IS NOT NULL THEN
      ${statements.flatMap((statement) => (statement === false ? [] : `${statement};`)).join("\n      ")}
    END IF;`;
}

/** Records by their keys, with their details; of records that stay, the details that they have no longer. */
export function eraseNamed({ kind, rows, details }: KindLayout): string {
  const erased = `"save.rare" -> 'erased' -> '${kind.name}'`;
  return [
    ...details.map((detail) => deleteNamed(detail.name, kind.key, rows, erased)),
    deleteNamed(kind.name, kind.key, rows, erased),
    ...details.map(({ name, key, rows }) =>
      deleteNamed(name, key, rows, `"save.rare" -> 'details' -> '${name}'`),
    ),
  ].join("");
}

function deleteNamed(name: string, key: readonly string[], { columns }: Part, named: string): string {
  const types = key.map((column) => `${columnOf(column)} ${columns[column]}`);
  return `
    IF ${named} IS NOT NULL THEN
      DELETE FROM ${tableOf(name)} AS old USING json_to_recordset(${named}) AS named (${types})
        WHERE ${equal(key, "old", "named")};
    END IF;`;
}
