import { eraseNamed, eraseOld, leaveLists } from "./erase-statements.js";
import {
  allOf,
  type DetailLayout,
  type KindLayout,
  type Layout,
  markerPart,
  otherColumns,
  type ShelteredLayout,
  takenPart,
  turnPart,
} from "./layout.js";
import { plans } from "./load-function.js";
import { columnsOf, entryTable, equal, tableOf } from "./names.js";
import { columnIn, isGiven, parametersOf, rowsOf } from "./parts.js";

/**
 * Inserts, then deletes, the row of a home or a turn that was seen absent and stays so: concurrent readers that insert
 * it too conflict. Who looks at a sheltered record has the turn of its list for as long, and looks at its version then. What
 * there is nothing of costs nothing. After the parts the arguments end with what most batches have nothing of, as JSON.
 */
export function saveFunction(name: string, layout: Layout): string {
  const { homes, sheltered, members } = layout;
  const all = allOf(layout);
  const parts = layout.saved;
  return `
CREATE FUNCTION ${name}(${parametersOf(parts).join(", ")}, "save.given" text)
RETURNS void LANGUAGE plpgsql ${plans} SET lock_timeout = '10s' AS $$
#variable_conflict use_column
DECLARE
  gone record;
  kept text;
  "save.version" bigint := pg_current_xact_id()::text;
  "save.rare" json := nullif("save.given", '{}');
  "save.lost" json := "save.rare" -> 'lost';
BEGIN
  -- C8: what is acknowledged is on the disk, whatever the database's default.
  IF current_setting('synchronous_commit') = 'off' THEN
    PERFORM set_config('synchronous_commit', 'on', true);
  END IF;
  ${homes.map(checkHomes).join("")}
  IF "save.rare" IS NOT NULL THEN
    ${all.map(eraseOld).join("")}
  END IF;
  ${homes.map(saveHomes).join("")}
  ${takeTurns(sheltered)}
  IF "save.rare" IS NOT NULL THEN
    IF json_array_length("save.lost") > 0 THEN
      ${leaveLists}
    END IF;
    ${all.map(eraseNamed).join("")}
  END IF;
  ${sheltered.map(saveSheltered).join("")}
  ${members.map(saveMembers).join("")}
  ${all.flatMap(({ details }) => details.map(saveDetail)).join("")}
  ${homes.map(giveBackHomes).join("")}
END $$;`;
}

function checkHomes({ kind, rows }: KindLayout): string {
  return `
  IF ${isGiven(rows)} THEN
    PERFORM FROM (SELECT * FROM ${rowsOf(rows, "new")} ORDER BY ${columnsOf(kind.key)}) AS seen LEFT JOIN LATERAL (
      SELECT version FROM ${tableOf(kind.name)} AS home WHERE ${equal(kind.key, "home", "seen")} FOR UPDATE
    ) AS home ON true WHERE coalesce(home.version, 0) <> seen.version;
    IF FOUND THEN
      RAISE EXCEPTION 'homes have changed' USING ERRCODE = '40001';
    END IF;
  END IF;`;
}

/** A home of records that change counts as touched, so that its version speaks for them all. */
function saveHomes({ kind, rows }: KindLayout): string {
  const table = tableOf(kind.name);
  const key = columnsOf(kind.key).join(", ");
  const others = columnsOf(otherColumns(kind));
  const columns = [key, "version", ...others, "record"].join(", ");
  const values = (version: string) => [key, version, ...others, "record"].join(", ");
  const replaced = others.map(
    (name) => `${name} = CASE WHEN excluded.record IS NULL THEN home.${name} ELSE excluded.${name} END`,
  );
  return `
  IF 0 = ANY (${columnIn(rows, "version")}) THEN
    INSERT INTO ${table} (${columns})
      SELECT ${values(`CASE WHEN "touched?" THEN "save.version" ELSE 0 END`)}
      FROM ${rowsOf(rows, "new")} WHERE version = 0 ORDER BY ${key};
  END IF;
  IF ${isGiven(rows)} THEN
    INSERT INTO ${table} AS home (${columns})
      SELECT ${values(`"save.version"`)} FROM ${rowsOf(rows, "new")} WHERE "touched?" AND version <> 0
      ON CONFLICT (${key}) DO UPDATE SET
        ${["version = excluded.version", ...replaced, "record = coalesce(excluded.record, home.record)"].join(", ")};
  END IF;`;
}

/** A home that still has records keeps its version. */
function giveBackHomes({ kind, rows, details, members }: KindLayout): string {
  const table = tableOf(kind.name);
  const isGone = equal(kind.key, "home", "gone");
  const inhabited = members.map(
    (member) => `EXISTS (SELECT FROM ${tableOf(member.name)} AS one WHERE ${equal(kind.key, "one", "gone")})`,
  );
  return `
  IF 1 = ANY (${columnIn(rows, "erased?")}) OR 0 = ANY (${columnIn(rows, "touched?")}) THEN
    FOR gone IN SELECT * FROM ${rowsOf(rows, "new")} WHERE "erased?" OR version = 0 AND NOT "touched?" LOOP
      IF gone."erased?" AND (${inhabited.join(" OR ") || "false"}) THEN
        UPDATE ${table} AS home SET version = "save.version", record = NULL WHERE ${isGone};
      ELSE
        DELETE FROM ${table} AS home WHERE ${isGone};
      END IF;
      ${details.map((detail) => `DELETE FROM ${tableOf(detail.name)} AS home WHERE gone."erased?" AND ${isGone};`).join(" ")}
    END LOOP;
  END IF;`;
}

function takeTurns(sheltered: readonly ShelteredLayout[]): string {
  return `
  IF ${isGiven(takenPart)} OR ${isGiven(markerPart)} THEN
    INSERT INTO ${entryTable} (list, value, turn, key)
      SELECT * FROM ${rowsOf(takenPart, "new")} UNION ALL SELECT *, NULL FROM ${rowsOf(markerPart, "new")}
      ORDER BY value, list, turn;
  END IF;
  IF ${isGiven(turnPart)} THEN
    PERFORM FROM ${rowsOf(turnPart, "seen")}
      LEFT JOIN LATERAL (
        SELECT key FROM ${entryTable} WHERE value = seen.value AND list = seen.list AND turn = seen.turn OFFSET 0
      ) AS taken ON true
      WHERE taken.key IS DISTINCT FROM seen.key;
    IF FOUND THEN
      RAISE EXCEPTION 'turns were erased' USING ERRCODE = '40001';
    END IF;
  END IF;
  ${sheltered.map(checkSheltered).join("")}
  IF ${isGiven(markerPart)} THEN
    -- Without a key are those that were taken above and no others.
    DELETE FROM ${entryTable} WHERE value = ANY (${columnIn(markerPart, "value")}) AND key IS NULL;
  END IF;`;
}

function checkSheltered({ kind, seen }: ShelteredLayout): string {
  return `
  IF ${isGiven(seen)} THEN
    PERFORM FROM ${rowsOf(seen, "seen")} LEFT JOIN LATERAL (
      SELECT version FROM ${tableOf(kind.name)} AS one WHERE ${equal(kind.key, "one", "seen")} OFFSET 0
    ) AS one ON true WHERE coalesce(one.version, 0) <> seen.version;
    IF FOUND THEN
      RAISE EXCEPTION 'records have changed' USING ERRCODE = '40001';
    END IF;
  END IF;`;
}

function saveDetail({ name, key, rows }: DetailLayout): string {
  const columns = columnsOf(Object.keys(rows.columns)).join(", ");
  const others = Object.keys(rows.columns).filter((column) => !key.includes(column));
  return `
  IF ${isGiven(rows)} THEN
    INSERT INTO ${tableOf(name)} (${columns})
      SELECT * FROM ${rowsOf(rows, "new")}
      ON CONFLICT (${columnsOf(key)}) ${replace(others)};
  END IF;`;
}

function saveSheltered({ kind, rows }: ShelteredLayout): string {
  const columns = [...columnsOf([...kind.key, ...otherColumns(kind)]), "record"].join(", ");
  return `
  IF ${isGiven(rows)} THEN
    INSERT INTO ${tableOf(kind.name)} (version, ${columns})
      SELECT "save.version", ${columns} FROM ${rowsOf(rows, "new")} ORDER BY ${columnsOf(kind.key)}
      ON CONFLICT (${columnsOf(kind.key)}) ${replace(["version", ...otherColumns(kind), "record"])};
  END IF;`;
}

/** Those that are known first, which may give up what must be unique. */
function saveMembers({ kind, rows }: KindLayout): string {
  const key = columnsOf(kind.key).join(", ");
  const columns = [...columnsOf([...kind.key, ...otherColumns(kind)]), "record"].join(", ");
  const insert = `INSERT INTO ${tableOf(kind.name)} (${columns})
      SELECT ${columns} FROM ${rowsOf(rows, "new")}`;
  if (kind.isolation === "none")
    return `
  IF ${isGiven(rows)} THEN
    ${insert} ORDER BY ${key};
  END IF;`;
  const known = columnIn(rows, "known?");
  return `
  IF 1 = ANY (${known}) THEN
    ${insert} WHERE "known?"
      ON CONFLICT (${key}) ${replace([...otherColumns(kind), "record"])};
  END IF;
  IF 0 = ANY (${known}) THEN
    ${insert} WHERE NOT "known?" ORDER BY ${key};
  END IF;`;
}

function replace(columns: readonly string[]): string {
  if (columns.length === 0) return "DO NOTHING";
  return `DO UPDATE SET ${columnsOf(columns).map((name) => `${name} = excluded.${name}`)}`;
}
