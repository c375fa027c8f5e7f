import { homeKind, type Kind, type LookUp, type Value } from "../kind.js";
import type { Home, Scope, Want } from "../scope.js";
import {
  type Layout,
  type WantedInHomes,
  type WantedLayout,
  type WantedList,
  wantedParts,
} from "./layout.js";
import { columnOf, columnsOf, entryTable, equal, sqlTypeOf, tableOf } from "./names.js";
import { declareParts, isGiven, type Part, readParts, variableOf, variablesOf, writePart } from "./parts.js";

/**
 * Plans are made once and of index scans alone; LATERAL with OFFSET 0 keeps the tables on the inner side. A plan of a
 * time when a table was empty would otherwise read all of it for every key.
 */
export const plans: string = `
  SET search_path FROM CURRENT
  SET plan_cache_mode = force_generic_plan
  SET enable_seqscan = off SET enable_hashjoin = off SET enable_mergejoin = off SET jit = off`;

/** The arguments of a load, but for the scope's times. */
export function writeScope({ wanted }: Layout, { wants }: Scope, homes: Iterable<Home>): readonly string[] {
  const known = new Map<LookUp, Want>(wants.map((want) => [want.lookUp, want]));
  const valuesOf = (lookUp: LookUp) => known.get(lookUp)?.values ?? [];
  return wanted.flatMap(({ kind, keys, lists, inHomes }) => [
    ...writeValues(keys, kind.isolation === "own" ? keysIn(homes, kind) : valuesOf(kind.byKey)),
    ...lists.flatMap(({ lookUp, values, beside }) =>
      writeValues(values, [lookUp, ...beside].flatMap(valuesOf)),
    ),
    ...inHomes.flatMap(({ lookUp, values, extent }) => {
      const want = known.get(lookUp);
      const extents = want === undefined ? [] : [{ everyHome: want.everyHome === true, limit: want.limit }];
      return [
        ...writeValues(values, valuesOf(lookUp)),
        ...writePart(extent, extents, (column) => (row) => (column === "limit" ? row.limit : row.everyHome)),
      ];
    }),
  ]);
}

function keysIn(homes: Iterable<Home>, kind: Kind): readonly Value[] {
  const keys: Value[] = [];
  for (const home of homes) if (home.kind === kind) keys.push(home.key);
  return keys;
}

function writeValues(part: Part, values: readonly Value[]): readonly string[] {
  const columns = Object.keys(part.columns);
  return writePart(part, values, (column) => {
    const index = columns.indexOf(column);
    return (value) => value[index];
  });
}

/**
 * Gives the rows of a scope: records with their kinds, of homes the versions too, and of each value of a list the last
 * turn and its key. STABLE: all parts see the one snapshot of the call. What is asked for nothing is not run.
 */
export function loadFunction(name: string, layout: Layout): string {
  const parts = wantedParts(layout);
  const own = layout.wanted.filter(({ kind }) => kind.isolation === "own");
  const others = layout.wanted.filter((wanted) => !own.includes(wanted));
  const homeOf = (kind: Kind) => own.find((wanted) => wanted.kind === homeKind(kind))?.keys;
  return `
CREATE FUNCTION ${name}("scope.now" bigint, "scope.dueBy" bigint, arguments text[])
RETURNS TABLE (kind text, list text, name text, version bigint, record text)
LANGUAGE plpgsql STABLE ${plans} AS $$
#variable_conflict use_column
DECLARE
  ${declareParts(parts)}
BEGIN
  ${readParts(parts)}
  ${[
    ...layout.wanted.map(findListed),
    ...others.map((one) => loadMembers(one, homeOf(one.kind))),
    ...own.map(loadHomes),
    ...others.flatMap((one) => one.inHomes.map((inHomes) => findInHomes(inHomes, homeOf(one.kind)))),
  ].join("")}
END $$;`;
}

/** Keys of the records that a list leads to. */
function findListed({ kind, keys, lists }: WantedLayout): string {
  if (lists.length === 0) return "";
  const [key = ""] = kind.key;
  const entries = ({ lookUp, values }: WantedList) =>
    `${entryTable} WHERE value = ANY (${variablesOf(values)}) AND list = '${lookUp.list}'`;
  const turns = lists.map(
    (list) => `
      SELECT NULL::text, '${list.lookUp.list}', value, max(turn)::bigint, (array_agg(key ORDER BY turn DESC))[1]
      FROM ${entries(list)} GROUP BY value`,
  );
  const found = lists.map(
    (list) => `
      SELECT ${columnOf(key)} FROM ${tableOf(kind.name)} WHERE ${columnOf(key)} = ANY (ARRAY(
        SELECT key::${sqlTypeOf(kind, key)} FROM ${entries(list)}
      ))${conditionsOf(list.lookUp)}`,
  );
  return `
  IF ${lists.map(({ values }) => isGiven(values)).join(" OR ")} THEN
    RETURN QUERY ${turns.join(" UNION ALL ")};
    IF FOUND THEN
      ${variablesOf(keys)} := ${variablesOf(keys)} || ARRAY(${found.join(" UNION ALL ")});
    END IF;
  END IF;`;
}

/** Records by their keys, whose homes are wanted from now on. */
function loadMembers(wanted: WantedLayout, homes: Part | undefined): string {
  const { kind, keys } = wanted;
  return `
  IF ${isGiven(keys)} THEN
    RETURN QUERY SELECT '${kind.name}', NULL::text, NULL::text, NULL::bigint, record::text FROM ${byKeys(wanted)};
    ${homes === undefined ? "" : addHomes(wanted, homes)}
  END IF;`;
}

function addHomes(wanted: WantedLayout, homes: Part): string {
  const names = columnsOf(Object.keys(homes.columns));
  return `IF FOUND THEN
      SELECT ${names.map((column) => `array_agg(${column})`)} INTO ${variablesOf(homes)} FROM (
        SELECT * FROM unnest(${variablesOf(homes)}) AS home (${names})
        UNION SELECT ${names} FROM ${byKeys(wanted)}
      ) AS home;
    END IF;`;
}

/** A row without a record says by its name whose it is. */
function loadHomes(wanted: WantedLayout): string {
  const { kind, keys } = wanted;
  return `
  IF ${isGiven(keys)} THEN
    RETURN QUERY SELECT '${kind.name}', NULL::text,
      CASE WHEN record IS NULL THEN json_build_array(${columnsOf(kind.key)})::text END, version, record::text
      FROM ${byKeys(wanted)};
  END IF;`;
}

function findInHomes({ lookUp, values, extent }: WantedInHomes, homes: Part | undefined): string {
  const { kind, by = [], order } = lookUp;
  if (homes === undefined) return "";
  const all = by.map((name) => `${variableOf(values, name)} := ${variableOf(homes, name)};`);
  const limit = order && `ORDER BY ${columnOf(order)} LIMIT ${variableOf(extent, "limit")}[1]`;
  return `
  IF ${variableOf(extent, "everyHome")}[1] THEN ${all.join(" ")} END IF;
  IF ${isGiven(values)} THEN
    RETURN QUERY SELECT '${kind.name}', NULL::text, NULL::text, NULL::bigint, found.record
    FROM unnest(${variablesOf(values)}) AS home (${columnsOf(by)}), LATERAL (
      SELECT record::text FROM ${tableOf(kind.name)} AS one WHERE ${equal(by, "one", "home")}${conditionsOf(lookUp)}
      ${limit ?? "OFFSET 0"}
    ) AS found;
  END IF;`;
}

function conditionsOf({ while: until, upTo, order }: Pick<LookUp, "while" | "upTo" | "order">): string {
  const conditions = [
    until && `${columnOf(until)} > "scope.now"`,
    upTo && `${columnOf(upTo)} <= "scope.dueBy"`,
    order && `${columnOf(order)} IS NOT NULL`,
  ];
  return conditions.map((condition) => (condition === undefined ? "" : ` AND ${condition}`)).join("");
}

/** The rows of a kind by the keys that are wanted. */
function byKeys({ kind, keys }: WantedLayout): string {
  const names = columnsOf(kind.key);
  if (names.length === 1) return `${tableOf(kind.name)} WHERE ${names} = ANY (${variablesOf(keys)})`;
  return `(
      SELECT found.* FROM unnest(${variablesOf(keys)}) AS wanted (${names}), LATERAL (
        SELECT * FROM ${tableOf(kind.name)} AS one WHERE ${equal(kind.key, "one", "wanted")} OFFSET 0
      ) AS found
    ) AS found`;
}
