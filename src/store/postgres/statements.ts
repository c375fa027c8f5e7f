import type { Kind, LookUp } from "../kind.js";
import type { Home } from "../scope.js";
import { columnOf, columnsOf, tableOf } from "../sql-tables.js";
import type { Query } from "../store.js";
import { entryTable } from "../versions/layout.js";
import type { Statement } from "./in-one-text.js";
import { apart } from "./tables.js";

/** A process that is stopped in the middle of a transaction loses it, so that nobody waits for it for long. */
export const begin = `
  BEGIN ISOLATION LEVEL READ COMMITTED;
  SET LOCAL lock_timeout = '10s'; SET LOCAL idle_in_transaction_session_timeout = '10s'`;

/**
 * Stands in line for some names, in the order of everybody, and says for each whether somebody stood before. It only
 * makes a queue of those who know that they would come in one another's way: what was seen is compared at the save all
 * the same.
 */
export function lineStatement(schema: string, names: readonly string[]): Statement {
  const keys = JSON.stringify(names.map((name) => `giliran ${schema} ${name}`));
  return [
    `SELECT CASE WHEN pg_try_advisory_xact_lock(key) THEN false
        ELSE pg_advisory_xact_lock(key) IS NOT NULL END AS waited FROM (
      SELECT DISTINCT hashtextextended(name, 0) AS key FROM json_array_elements_text($1) AS name ORDER BY key OFFSET 0
    ) AS line`,
    keys,
  ];
}

/** Beside each row of a query, by which server it was answered, where commits of that one wait for a standby. */
export function withServer(query: string): string {
  return `
  SELECT found.*, server FROM (
    SELECT CASE WHEN current_setting('synchronous_standby_names') <> '' THEN ${startOfServer} END AS server
  ) AS server LEFT JOIN (${query}) AS found ON true`;
}

const startOfServer = "extract(epoch FROM pg_postmaster_start_time())::text";

/**
 * A commit that waits for the standby until it has all that was seen: others' commits whose wait was cut off are seen
 * before the standby has them. No row where it is another server that was read.
 */
export const confirmStatement: string = `
  SELECT pg_logical_emit_message(true, 'giliran', ''::text),
    CASE current_setting('synchronous_commit') WHEN 'off' THEN set_config('synchronous_commit', 'on', true) END
  WHERE ${startOfServer} = $1`;

/** Whether a function is there, told when a standby has all that makes it. */
export const confirmMadeStatement: string = `
  SELECT to_regproc($1) IS NOT NULL AS made,
    CASE WHEN current_setting('synchronous_standby_names') <> ''
    THEN pg_logical_emit_message(true, 'giliran', ''::text) END`;

/** Homes of a kind are locked in one order by everybody, so that no two wait for each other. */
export function lockStatement(schema: string, kind: Kind, homes: readonly Home[]): Statement {
  const key = columnsOf(kind.key);
  const keys = homes.filter((home) => home.kind === kind).map((home) => home.key);
  const statement = `
    SELECT FROM "${schema}".${tableOf(kind.name)} WHERE (${key}) IN (
      SELECT ${key.map((_, index) => `one ->> ${index}`)} FROM json_array_elements($1) AS one
    ) ORDER BY ${key} FOR UPDATE`;
  return [statement, JSON.stringify(keys)];
}

/** A page and one record more, as a statement and its values. What leads to few keys is read first, the records last. */
export function findStatement(schema: string, query: Query): readonly [string, ...string[]] {
  const { lookUp, value, limit, after = "" } = query;
  const { kind, list, upTo } = lookUp;
  const [name = ""] = kind.key;
  const key = columnOf(name);
  const table = `"${schema}".${tableOf(kind.name)}`;
  const isUpTo = upTo !== undefined && query.upTo !== undefined;
  const selection =
    list === undefined
      ? `SELECT ${key} AS key FROM ${table} WHERE ${conditionsOf(lookUp, value.length, isUpTo).join(" AND ")}`
      : `SELECT DISTINCT key FROM "${schema}".${entryTable} WHERE value = $3 AND list = '${list}'`;
  const page = `
    WITH found AS MATERIALIZED (${selection})
    SELECT record::text, ${key} AS key FROM ${table}
    WHERE ${key} IN (SELECT key FROM found WHERE key > $1 ORDER BY key LIMIT $2) AND record IS NOT NULL`;
  return [
    `${withServer(page)} ORDER BY key`,
    after,
    String(limit + 1),
    ...value,
    ...(isUpTo ? [String(query.upTo)] : []),
  ];
}

function conditionsOf(lookUp: LookUp, count: number, isUpTo: boolean): readonly string[] {
  const { by = [], upTo, order } = lookUp;
  const age = upTo && (isFoundInHomes(lookUp, upTo) ? apart(upTo) : columnOf(upTo));
  return [
    ...by.map((column, index) => `${columnOf(column)} = $${index + 3}`),
    ...(age === undefined ? [] : [isUpTo ? `${age} <= $${count + 3}` : `${age} IS NOT NULL`]),
    ...(order === undefined ? [] : [`${columnOf(order)} IS NOT NULL`]),
  ];
}

/** Whether what is found here of all homes is also found by them. */
function isFoundInHomes({ kind, by }: LookUp, upTo: string): boolean {
  const others = Object.values(kind.lookUps);
  return (
    by?.length === 0 &&
    others.some((other) => other.by !== undefined && other.by.length > 0 && other.upTo === upTo)
  );
}
