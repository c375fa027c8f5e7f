import { homeKind, type Kind, type LookUp, type LookUpValue, nameOf } from "../kind.js";
import type { Scope, Want } from "../scope.js";
import { columnOf, columnsOf, tableOf } from "../sql-tables.js";
import { entryTable, type KindLayout, type Layout, type ListLookUp } from "../versions/layout.js";
import { timeRow, type WantedRows } from "../versions/seen.js";
import { equal, sqlTypeOf } from "./names.js";

/**
 * Plans are made once and of index scans alone; LATERAL with OFFSET 0 keeps the tables on the inner side. A plan of a
 * time when a table was empty would otherwise read all of it for every key.
 */
export const plans: string = `
  SET search_path FROM CURRENT
  SET plan_cache_mode = force_generic_plan
  SET enable_seqscan = off SET enable_hashjoin = off SET enable_mergejoin = off SET jit = off
  SET lock_timeout = '10s'`;

const now = `"scope.now"`;

function keyOf(kind: Kind, column: string): string {
  return `"${kind.name}.${column}"`;
}

function keysOf(kind: Kind): readonly string[] {
  return kind.key.map((column) => keyOf(kind, column));
}

function lookUpOf({ kind, name }: LookUp): string {
  return `"${kind.name}.${name}"`;
}

export function loadParameters({ kinds }: Layout): readonly string[] {
  return [
    `${now} bigint`,
    ...kinds.flatMap(({ kind, lists, inHomes }) => [
      ...kind.key.map((column) => `${keyOf(kind, column)} ${sqlTypeOf(kind, column)}[]`),
      ...lists.map((lookUp) => `${lookUpOf(lookUp)} text[]`),
      ...inHomes.map((lookUp) => `${lookUpOf(lookUp)} integer[]`),
    ]),
  ];
}

/** A value of a column; what is missing is NULL. */
type ArrayValue = string | number | undefined;

/** The values of a column as PostgreSQL reads them, https://www.postgresql.org/docs/current/arrays.html#ARRAYS-IO. */
export function arrayLiteral(values: readonly ArrayValue[]): string {
  // JSON writes an array in the same way but for brackets and control characters, and many times as fast.
  const elements = JSON.stringify(values).slice(1, -1);
  return `{${/\\[^"\\]/.test(elements) ? values.map(elementOf).join() : elements}}`;
}

function elementOf(value: ArrayValue): string {
  if (typeof value !== "string") return String(value ?? "NULL");
  // Half a character has no bytes, and in place of it the driver would send one that others may have, too.
  return `"${value.replace(/["\\]/g, "\\$&").replace(/\p{Cs}/gu, "\0")}"`;
}

/** The arguments of a load. */
export function writeScope(
  { kinds }: Layout,
  scope: Scope,
  { homes, turns }: WantedRows,
): readonly (string | null)[] {
  const known = new Map<LookUp, Want>(scope.wants.map((want) => [want.lookUp, want]));
  const keys = new Map<Kind, LookUpValue[]>(kinds.map(({ kind }) => [kind, []]));
  for (const { kind, key } of homes.values()) keys.get(kind)?.push(key);
  const keysIn = (kind: Kind) =>
    (kind.isolation === "own" ? keys.get(kind) : known.get(kind.byKey)?.values) ?? [];
  return [
    scope.now === undefined ? null : `${scope.now}`,
    ...kinds.flatMap(({ kind, lists, inHomes }) => [
      ...kind.key.map((_, index) => arrayLiteral(keysIn(kind).map((key) => key[index]))),
      ...lists.map(({ list }) => arrayLiteral([...(turns.get(list)?.keys() ?? [])])),
      ...inHomes.map((lookUp) => arrayLiteral(placesOf(known.get(lookUp), keys))),
    ]),
  ];
}

/** What a look-up within homes is given: its limit, whether it is for every home, and else the places of its homes. */
function placesOf(
  want: Want | undefined,
  keys: ReadonlyMap<Kind, readonly LookUpValue[]>,
): readonly ArrayValue[] {
  const home = want && homeKind(want.lookUp.kind);
  if (want === undefined || home === undefined) return [];
  const { values, limit, everyHome = false } = want;
  if (everyHome) return [limit, 1];
  const places = new Map(keys.get(home)?.map((key, index) => [nameOf(key), index + 1]));
  return [limit, 0, ...values.map((value) => places.get(nameOf(value)))];
}

/**
 * Gives the rows of a scope: records with their kinds, of homes the versions too, and of each value of a list the last
 * turn and its key; the server's time where none is given. STABLE: all parts see the one snapshot of the call. What is asked for nothing is not run.
 */
export function loadFunction(name: string, layout: Layout): string {
  const own = layout.kinds.filter(({ role }) => role !== "member");
  const others = layout.kinds.filter(({ role }) => role === "member");
  return `
CREATE FUNCTION ${name}(${loadParameters(layout).join(", ")})
RETURNS TABLE (kind text, list text, name text, version bigint, record text)
LANGUAGE plpgsql STABLE ${plans} AS $$
#variable_conflict use_column
BEGIN
  IF ${now} IS NULL THEN
    ${now} := floor(extract(epoch FROM clock_timestamp()) * 1000)::bigint;
    RETURN QUERY SELECT '${timeRow}', NULL::text, NULL::text, ${now}, NULL::text;
  END IF;${[
    ...layout.kinds.map(findListed),
    ...others.map(loadMembers),
    ...own.map(loadHomes),
    ...others.map(findInHomes),
  ].join("")}
END $$;`;
}

function isGiven(variable = ""): string {
  return `cardinality(${variable}) > 0`;
}

/** Keys of the records that lists lead to. */
function findListed({ kind, lists }: KindLayout): string {
  if (lists.length === 0) return "";
  const [key = ""] = kind.key;
  const keys = keyOf(kind, key);
  const values = lists.map(lookUpOf);
  const entries = (lookUp: ListLookUp) =>
    `${entryTable} WHERE value = ANY (${lookUpOf(lookUp)}) AND list = '${lookUp.list}'`;
  const turns = lists.map(
    (lookUp) => `
        SELECT NULL::text, '${lookUp.list}', value, max(turn)::bigint, (array_agg(key ORDER BY turn DESC))[1]
        FROM ${entries(lookUp)} GROUP BY value`,
  );
  const found = lists.map(
    (lookUp) => `
        SELECT ${columnOf(key)} FROM ${tableOf(kind.name)} WHERE ${columnOf(key)} = ANY (ARRAY(
          SELECT key::${sqlTypeOf(kind, key)} FROM ${entries(lookUp)}
        ))${conditionsOf(lookUp)}`,
  );
  return `
  IF ${values.map(isGiven).join(" OR ")} THEN
    PERFORM FROM ${entryTable} WHERE value = ANY (${values.join(" || ")}) LIMIT 1; -- most have nothing
    IF FOUND THEN
      RETURN QUERY ${turns.join(" UNION ALL ")};
      ${keys} := ${keys} || ARRAY(${found.join(" UNION ALL ")});
    END IF;
  END IF;`;
}

/** Records by their keys, whose homes are wanted from now on. */
function loadMembers({ kind }: KindLayout): string {
  const home = homeKind(kind);
  return `
  IF ${isGiven(keysOf(kind)[0])} THEN
    RETURN QUERY SELECT '${kind.name}', NULL::text, NULL::text, NULL::bigint, record::text FROM ${byKeys(kind)};
    ${home === undefined ? "" : addHomes(kind, home)}
  END IF;`;
}

function addHomes(kind: Kind, home: Kind): string {
  const names = columnsOf(home.key);
  const more = home.key.map((column) => `${keyOf(home, column)} || array_agg(${columnOf(column)})`);
  return `IF FOUND THEN
      SELECT ${more.join(", ")} INTO ${keysOf(home)} FROM (
        SELECT ${names} FROM ${byKeys(kind)} EXCEPT SELECT * FROM unnest(${keysOf(home)}) AS home (${names})
      ) AS home;
    END IF;`;
}

/** A row without a record says by its name whose it is. */
function loadHomes({ kind }: KindLayout): string {
  return `
  IF ${isGiven(keysOf(kind)[0])} THEN
    RETURN QUERY SELECT '${kind.name}', NULL::text,
      CASE WHEN record IS NULL THEN json_build_array(${columnsOf(kind.key)})::text END, version, record::text
      FROM ${byKeys(kind)};
  END IF;`;
}

function findInHomes({ kind, inHomes }: KindLayout): string {
  const home = homeKind(kind);
  if (home === undefined || inHomes.length === 0) return "";
  const found = inHomes.map(
    (lookUp) => `
      SELECT '${kind.name}', NULL::text, NULL::text, NULL::bigint, found.record
      FROM ${placesIn(home, lookUpOf(lookUp))} AS home (place), LATERAL (
        SELECT record::text FROM ${tableOf(kind.name)} WHERE
          ${home.key.map((column) => `${columnOf(column)} = ${keyOf(home, column)}[home.place]`).join(" AND ")}${conditionsOf(lookUp)}
        ${lookUp.order === undefined ? "OFFSET 0" : `ORDER BY ${columnOf(lookUp.order)} LIMIT ${lookUpOf(lookUp)}[1]`}
      ) AS found`,
  );
  return `
  IF ${inHomes.map(lookUpOf).map(isGiven).join(" OR ")} THEN
    RETURN QUERY ${found.join(" UNION ALL ")};
  END IF;`;
}

function placesIn(home: Kind, given: string): string {
  return `(
        SELECT unnest(${given}[3:]) WHERE ${given}[2] = 0
        UNION ALL SELECT generate_series(1, cardinality(${keysOf(home)[0]})) WHERE ${given}[2] = 1
      )`;
}

function conditionsOf({ while: until, upTo, order }: Pick<LookUp, "while" | "upTo" | "order">): string {
  const conditions = [
    until && `${columnOf(until)} > ${now}`,
    upTo && `${columnOf(upTo)} <= ${now}`,
    order && `${columnOf(order)} IS NOT NULL`,
  ];
  return conditions.map((condition) => (condition === undefined ? "" : ` AND ${condition}`)).join("");
}

/** The rows of a kind by the keys that are wanted. */
function byKeys(kind: Kind): string {
  const names = columnsOf(kind.key);
  const keys = keysOf(kind);
  if (names.length === 1) return `${tableOf(kind.name)} WHERE ${names} = ANY (${keys})`;
  return `(
      SELECT found.* FROM unnest(${keys}) AS wanted (${names}), LATERAL (
        SELECT * FROM ${tableOf(kind.name)} AS one WHERE ${equal(kind.key, "one", "wanted")} OFFSET 0
      ) AS found
    ) AS found`;
}
