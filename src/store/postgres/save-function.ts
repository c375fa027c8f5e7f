import { columnsOf, tableOf } from "../sql-tables.js";
import {
  type DetailLayout,
  entryTable,
  type KindLayout,
  type Layout,
  lastPart,
  type Part,
  takenPart,
} from "../versions/layout.js";
import { eraseGone, eraseOld, leaveLists } from "./erase-statements.js";
import { plans } from "./load-function.js";
import { equal } from "./names.js";
import { ifGiven, rowsOf } from "./parts.js";

/**
 * Inserts, then deletes, the row of a home or a turn that was seen absent and stays so: concurrent readers that insert
 * it too conflict. Who looks at a sheltered record has the turn of its list for as long, and looks at its version then.
 * What there is nothing of costs nothing.
 */
export function saveFunction(name: string, { kinds, parts }: Layout): string {
  const homes = kinds.filter(({ role }) => role === "home");
  const sheltered = kinds.filter(({ role }) => role === "sheltered");
  const others = kinds.filter(({ role }) => role !== "home");
  return `
CREATE FUNCTION ${name}(${parts.map((part) => `"${part.name}" json`)})
RETURNS void LANGUAGE plpgsql ${plans} AS $$
#variable_conflict use_column
DECLARE
  gone record;
  "save.version" bigint := pg_current_xact_id()::text;
BEGIN
  -- C8: what is acknowledged is on the disk, whatever the database's default.
  IF current_setting('synchronous_commit') = 'off' THEN
    PERFORM set_config('synchronous_commit', 'on', true);
  END IF;
  -- A commit waits for a standby where it has written something.
  IF current_setting('synchronous_standby_names') <> '' THEN
    PERFORM pg_logical_emit_message(true, 'giliran', ''::text);
  END IF;
  ${[
    ...homes.map((home) => checkVersions(home, "FOR UPDATE")),
    ...kinds.map(eraseOld),
    ...homes.map(saveRecords),
    takeTurns(),
    ...sheltered.map((one) => checkVersions(one, "OFFSET 0")),
    giveBackTurns(),
    leaveLists(),
    ...others.map(eraseGone),
    ...others.map(saveRecords),
    ...kinds.flatMap(({ details }) => details.map(saveDetail)),
    ...homes.map(eraseGone),
  ].join("")}
END $$;`;
}

function checkVersions({ kind, seen }: KindLayout, how: "FOR UPDATE" | "OFFSET 0"): string {
  const now = `"${kind.name}"`;
  return ifGiven(
    seen,
    `PERFORM FROM (SELECT * FROM ${rowsOf(seen, "seen")} ORDER BY ${columnsOf(kind.key)}) AS seen LEFT JOIN LATERAL (
      SELECT version FROM ${tableOf(kind.name)} AS one WHERE ${equal(kind.key, "one", "seen")} ${how}
    ) AS ${now} ON true WHERE coalesce(${now}.version, 0) <> seen.version;
    IF FOUND THEN
      RAISE EXCEPTION '${kind.name} has changed' USING ERRCODE = '40001';
    END IF;`,
  );
}

/** Those that are known first, which may give up what must be unique. */
function saveRecords({ kind, role, added, changed }: KindLayout): string {
  const versions = role === "member" ? [] : ["version"];
  const columns = [...versions, ...Object.keys(added.types)];
  const values = columnsOf(Object.keys(added.types));
  const insert = (part: Part) => `INSERT INTO ${tableOf(kind.name)} (${columnsOf(columns)})
      SELECT ${[...versions.map(() => `"save.version"`), ...values]} FROM ${rowsOf(part, "new")}`;
  return (
    ifGiven(changed, `${insert(changed)} ${replaceBy(kind.key, columns)};`) +
    ifGiven(added, `${insert(added)} ORDER BY ${columnsOf(kind.key)};`)
  );
}

function saveDetail({ name, key, changed }: DetailLayout): string {
  const columns = Object.keys(changed.types);
  return ifGiven(
    changed,
    `INSERT INTO ${tableOf(name)} (${columnsOf(columns)})
      SELECT * FROM ${rowsOf(changed, "new")} ${replaceBy(key, columns)};`,
  );
}

function replaceBy(key: readonly string[], columns: readonly string[]): string {
  const others = columnsOf(columns.filter((name) => !key.includes(name)));
  const changes = others.map((name) => `${name} = excluded.${name}`);
  return `ON CONFLICT (${columnsOf(key)}) DO ${changes.length > 0 ? `UPDATE SET ${changes}` : "NOTHING"}`;
}

function takeTurns(): string {
  return (
    ifGiven(
      takenPart,
      `INSERT INTO ${entryTable} (list, value, turn, key)
      SELECT list, value, turn, key FROM ${rowsOf(takenPart, "new")} ORDER BY value, list, turn;`,
    ) +
    ifGiven(
      lastPart,
      `PERFORM FROM ${rowsOf(lastPart, "seen")} LEFT JOIN LATERAL (
        SELECT key FROM ${entryTable} WHERE value = seen.value AND list = seen.list AND turn = seen.turn OFFSET 0
      ) AS taken ON true WHERE taken.key IS DISTINCT FROM seen.key;
    IF FOUND THEN
      RAISE EXCEPTION 'turns were erased' USING ERRCODE = '40001';
    END IF;`,
    )
  );
}

/** Without a key are those that were taken above, and no others. */
function giveBackTurns(): string {
  return ifGiven(
    takenPart,
    `DELETE FROM ${entryTable} WHERE key IS NULL AND value = ANY (ARRAY(
        SELECT value FROM ${rowsOf(takenPart, "new")} WHERE key IS NULL
      ));`,
  );
}
