import { homeColumns, homeKind } from "../kind.js";
import { type HomeLayout, type KindLayout, listsOf } from "./layout.js";
import { columnOf, entryTable, equal, sqlTypeOf, tableOf } from "./names.js";
import { rowsOf } from "./parts.js";

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
export function eraseOld({ kind, rows, details, ...layout }: KindLayout): string {
  if (kind.agedBy === undefined) return "";
  const table = tableOf(kind.name);
  const home = homeKind(kind);
  const members = "members" in layout ? (layout as HomeLayout).members : [];
  const saved = `SELECT FROM ${rowsOf(rows, "new")} WHERE ${equal(kind.key, "new", "old")} AND new.record IS NOT NULL`;
  const inhabited = members.map(
    (member) =>
      ` AND NOT EXISTS (SELECT FROM ${tableOf(member.name)} AS one WHERE ${equal(kind.key, "one", "old")})`,
  );
  const old = `${table} AS old WHERE old.${columnOf(kind.agedBy)} < ("save.rare" -> 'before' ->> '${kind.name}')::bigint
        AND NOT EXISTS (${saved})${inhabited.join("")}`;
  const [key = ""] = kind.key;
  const lists = Object.keys(listsOf(kind)).map((list) => `'${list}'`);
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

/** What a decision erases by its key. */
export function eraseNamed({ kind, details }: KindLayout): string {
  const key = kind.key.map((name) => `${columnOf(name)} ${sqlTypeOf(kind, name)}`);
  const tables = [...details.map(({ name }) => name), kind.name];
  const named = `"save.rare" -> 'erased' -> '${kind.name}'`;
  const erase = (name: string) => `
      DELETE FROM ${tableOf(name)} AS old USING json_to_recordset(${named}) AS named (${key})
        WHERE ${equal(kind.key, "old", "named")};`;
  return `
    IF ${named} IS NOT NULL THEN${tables.map(erase).join("")}
    END IF;`;
}

/** Rows of details that no longer follow from their record. */
export function eraseDetails({ details }: KindLayout): string {
  return details
    .map(({ name, key, rows }) => {
      const columns = key.map((column) => `${columnOf(column)} ${rows.columns[column]}`);
      const named = `"save.rare" -> 'details' -> '${name}'`;
      return `
    IF ${named} IS NOT NULL THEN
      DELETE FROM ${tableOf(name)} AS old USING json_to_recordset(${named}) AS named (${columns})
        WHERE ${equal(key, "old", "named")};
    END IF;`;
    })
    .join("");
}
