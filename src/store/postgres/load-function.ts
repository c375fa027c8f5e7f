import { homeKind, type Kind, type LookUp } from "../kind.js";
import { type Home, homesWanted, type Scope, type Want } from "../scope.js";
import { arraysOf, homeLookUps, type Layout, listLookUps, shelterOf } from "./layout.js";
import { columnOf, columnsOf, entryTable, equal, sqlTypeOf, tableOf } from "./names.js";
import { declareParts, type Part, type PartRow, readParts, variableOf, writeRows } from "./parts.js";

/**
 * Plans are made once and of index scans alone; LATERAL with OFFSET 0 keeps the tables on the inner side. A plan of a
 * time when a table was empty would otherwise read all of it for every key.
 */
export const plans: string = `
  SET search_path FROM CURRENT
  SET plan_cache_mode = force_generic_plan
  SET enable_seqscan = off SET enable_hashjoin = off SET enable_mergejoin = off SET jit = off`;

/** Keys that are wanted, and what look-ups are given. */
const keysOf = (kind: Kind): Part => ({ name: kind.name, columns: arraysOf(kind, kind.key) });
const valuesOf = ({ kind, name, by = [], list }: LookUp): Part => ({
  name: `${kind.name}.${name}`,
  columns: list === undefined ? arraysOf(kind, by) : { value: "text[]" },
});
/** One row where a look-up within homes is wanted. */
const extentOf = ({ kind, name }: LookUp): Part => ({
  name: `${kind.name}.${name} extent`,
  columns: { everyHome: "boolean[]", limit: "bigint[]" },
});

/** The arguments of a load, but for the scope's times. */
export function writeScope({ kinds }: Layout, scope: Scope): readonly string[] {
  const wants = new Map<LookUp, Want>(scope.wants.map((want) => [want.lookUp, want]));
  const homes = [...homesWanted(scope).values()];
  const valuesIn = (lookUp: LookUp) => wants.get(lookUp)?.values ?? [];
  return kinds.flatMap((kind) => {
    const keys = kind.isolation === "own" ? keysIn(homes, kind) : valuesIn(kind.byKey);
    return [
      ...writeRows(keysOf(kind), rowsBy(kind.key, keys)),
      ...listLookUps(kind).flatMap((lookUp) => {
        const beside = kinds.filter((other) => shelterOf(other) === lookUp);
        const values = [lookUp, ...beside.map(({ byKey }) => byKey)].flatMap(valuesIn);
        return writeRows(valuesOf(lookUp), rowsBy(["value"], values));
      }),
      ...homeLookUps(kind).flatMap((lookUp) => {
        const want = wants.get(lookUp);
        const extent = want && { everyHome: want.everyHome === true, limit: want.limit };
        return [
          ...writeRows(valuesOf(lookUp), rowsBy(lookUp.by ?? [], want?.values ?? [])),
          ...writeRows(extentOf(lookUp), extent ? [extent] : []),
        ];
      }),
    ];
  });
}

function keysIn(homes: readonly Home[], kind: Kind): readonly (readonly string[])[] {
  return homes.filter((home) => home.kind === kind).map(({ key }) => key);
}

function rowsBy(columns: readonly string[], values: readonly (readonly string[])[]): readonly PartRow[] {
  return values.map((value) => Object.fromEntries(columns.map((name, index) => [name, value[index]])));
}

/**
 * Gives the rows of a scope: records with their kinds, of homes the versions too, and of each value of a list the last
 * turn and its key. STABLE: all parts see the one snapshot of the call. What is asked for nothing is not run.
 */
export function loadFunction(name: string, { kinds }: Layout): string {
  const parts = kinds.flatMap((kind) => [
    keysOf(kind),
    ...listLookUps(kind).map(valuesOf),
    ...homeLookUps(kind).flatMap((lookUp) => [valuesOf(lookUp), extentOf(lookUp)]),
  ]);
  const own = kinds.filter(({ isolation }) => isolation === "own");
  const others = kinds.filter((kind) => !own.includes(kind));
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
    ...kinds.map(findListed),
    ...others.map(loadMembers),
    ...own.map(loadHomes),
    ...others.flatMap(homeLookUps).map(findInHomes),
  ].join("")}
END $$;`;
}

/** Keys of the records that a list leads to. */
function findListed(kind: Kind): string {
  const lookUps = listLookUps(kind).map((lookUp) => ({
    ...lookUp,
    values: variableOf(valuesOf(lookUp), "value"),
  }));
  if (lookUps.length === 0) return "";
  const [key = ""] = kind.key;
  const keys = variableOf(keysOf(kind), key);
  const entries = (values: string, list: string) =>
    `${entryTable} WHERE value = ANY (${values}) AND list = '${list}'`;
  const turns = lookUps.map(
    ({ list, values }) => `
      SELECT NULL::text, '${list}', value, max(turn)::bigint, (array_agg(key ORDER BY turn DESC))[1]
      FROM ${entries(values, list)} GROUP BY value`,
  );
  const found = lookUps.map(
    ({ list, values, ...lookUp }) => `
      SELECT ${columnOf(key)} FROM ${tableOf(kind.name)} WHERE ${columnOf(key)} = ANY (ARRAY(
        SELECT key::${sqlTypeOf(kind, key)} FROM ${entries(values, list)}
      ))${conditionsOf(lookUp)}`,
  );
  return `
  IF ${lookUps.map(({ values }) => `cardinality(${values}) > 0`).join(" OR ")} THEN
    RETURN QUERY ${turns.join(" UNION ALL ")};
    IF FOUND THEN
      ${keys} := ${keys} || ARRAY(${found.join(" UNION ALL ")});
    END IF;
  END IF;`;
}

/** Records by their keys, whose homes are wanted from now on. */
function loadMembers(kind: Kind): string {
  const home = homeKind(kind);
  return `
  IF cardinality(${firstOf(keysOf(kind))}) > 0 THEN
    RETURN QUERY SELECT '${kind.name}', NULL::text, NULL::text, NULL::bigint, record::text FROM ${byKeys(kind)};
    ${home === undefined ? "" : addHomes(kind, home)}
  END IF;`;
}

function addHomes(kind: Kind, home: Kind): string {
  const columns = columnsOf(home.key).join(", ");
  const variables = variablesOf(keysOf(home));
  return `IF FOUND THEN
      SELECT ${columnsOf(home.key).map((column) => `array_agg(${column})`)} INTO ${variables} FROM (
        SELECT * FROM unnest(${variables}) AS home (${columns})
        UNION SELECT ${columns} FROM ${byKeys(kind)}
      ) AS home;
    END IF;`;
}

/** A row without a record says by its name whose it is. */
function loadHomes(kind: Kind): string {
  const key = columnsOf(kind.key).join(", ");
  return `
  IF cardinality(${firstOf(keysOf(kind))}) > 0 THEN
    RETURN QUERY SELECT '${kind.name}', NULL::text, CASE WHEN record IS NULL THEN json_build_array(${key})::text END,
      version, record::text FROM ${byKeys(kind)};
  END IF;`;
}

function findInHomes(lookUp: LookUp): string {
  const { kind, by = [] } = lookUp;
  const [values, extent] = [valuesOf(lookUp), extentOf(lookUp)];
  const home = homeKind(kind);
  if (home === undefined) return "";
  const all = by.map(
    (name, index) => `${variableOf(values, name)} := ${variableOf(keysOf(home), home.key[index] ?? "")};`,
  );
  const limit = lookUp.order && `ORDER BY ${columnOf(lookUp.order)} LIMIT ${variableOf(extent, "limit")}[1]`;
  return `
  IF ${variableOf(extent, "everyHome")}[1] THEN ${all.join(" ")} END IF;
  IF cardinality(${firstOf(values)}) > 0 THEN
    RETURN QUERY SELECT '${kind.name}', NULL::text, NULL::text, NULL::bigint, found.record
    FROM unnest(${variablesOf(values)}) AS home (${columnsOf(by).join(", ")}), LATERAL (
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
function byKeys(kind: Kind): string {
  const part = keysOf(kind);
  const [key = ""] = kind.key;
  if (kind.key.length === 1) return `${tableOf(kind.name)} WHERE ${columnOf(key)} = ANY (${firstOf(part)})`;
  return `(
      SELECT found.* FROM unnest(${variablesOf(part)}) AS wanted (${columnsOf(kind.key).join(", ")}), LATERAL (
        SELECT * FROM ${tableOf(kind.name)} AS one WHERE ${equal(kind.key, "one", "wanted")} OFFSET 0
      ) AS found
    ) AS found`;
}

function variablesOf(part: Part): string {
  return Object.keys(part.columns)
    .map((column) => variableOf(part, column))
    .join(", ");
}

function firstOf(part: Part): string {
  const [first = ""] = Object.keys(part.columns);
  return variableOf(part, first);
}
