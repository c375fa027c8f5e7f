import { homeKind, isOfHome, type Kind, type LookUp, type LookUpValue } from "../kind.js";
import type { Home, Scope, Want } from "../scope.js";
import { tableOf } from "../sql-tables.js";
import { entryTable, type KindLayout, type Layout } from "../versions/layout.js";
import { timeRow, type WantedRows } from "../versions/seen.js";
import { among, collation, columnOf, equal, literalOf } from "./literals.js";

/** Epoch milliseconds; of the seconds alone it is known whatever the time zone. */
const serverTime = "UNIX_TIMESTAMP() * 1000 + FLOOR(MICROSECOND(NOW(3)) / 1000)";

/** Where some records are found, as `record`. */
interface Source {
  readonly kind: Kind;
  readonly from: string;
  readonly where: readonly string[];
}

/**
 * Gives the rows of a scope, and in any case one with the time: records with their kinds, of homes the versions too, and
 * of each value of a list the turns with their keys. One statement sees one snapshot. Homes are those that are known: where a record
 * is found of another one it has to be asked once more.
 */
export function loadStatement({ kinds }: Layout, scope: Scope, { homes, turns }: WantedRows): string {
  const now = scope.now === undefined ? serverTime : literalOf(scope.now);
  const known = [...homes.values()];
  const found = scope.wants.flatMap((want) => sourcesOf(want, now));
  const parts = [
    `SELECT '${timeRow}' AS kind, NULL AS list, NULL AS name, ${now} AS version, NULL AS record`,
    ...[...turns].map(([list, values]) => turnsOf(list, [...values.keys()])),
    ...kinds.flatMap((layout) =>
      layout.role === "member" ? loadMembers(layout, found) : loadHomes(layout, found, known),
    ),
    ...scope.wants.flatMap((want) => findInHomes(want, known, now)),
  ];
  return parts.join("\nUNION ALL ");
}

/** What a want leads to by itself, and not by a home. */
function sourcesOf({ lookUp, values }: Want, now: string): readonly Source[] {
  const { kind, list, by = [] } = lookUp;
  if (values.length === 0 || isOfHome(lookUp)) return [];
  const table = `${tableOf(kind.name)} AS record`;
  const where = conditionsOf(lookUp, now);
  if (list === undefined) {
    const columns = by.map((name) => `record.${columnOf(name)}`);
    return [{ kind, from: table, where: [among(columns, values), ...where] }];
  }
  const [key = ""] = kind.key;
  return [
    {
      kind,
      from: `${entryTable} AS entry STRAIGHT_JOIN ${table}`,
      where: [
        ...inList("entry.", list, values),
        `record.${columnOf(key)} = entry.\`key\``,
        "record.record IS NOT NULL",
        ...where,
      ],
    },
  ];
}

function inList(entry: string, list: string, values: readonly LookUpValue[]): readonly string[] {
  return [among([`${entry}value`], values), `${entry}list = ${literalOf(list)}`];
}

/** All turns of each value: to look for the last one takes the server longer. */
function turnsOf(list: string, values: readonly string[]): string {
  const entries = values.map((value) => [value]);
  return `SELECT NULL, list, value, turn, \`key\` FROM ${entryTable} WHERE ${inList("", list, entries).join(" AND ")}`;
}

function loadMembers({ kind }: KindLayout, found: readonly Source[]): readonly string[] {
  return found.filter((source) => source.kind === kind).map(selectMembers);
}

function selectMembers({ kind, from, where }: Source): string {
  return `SELECT ${literalOf(kind.name)}, NULL, NULL, NULL, record.record FROM ${from} WHERE ${where.join(" AND ")}`;
}

/** By their keys, and those that lists lead to. A row without a record says by its name whose it is. */
function loadHomes(
  { kind }: KindLayout,
  found: readonly Source[],
  homes: readonly Home[],
): readonly string[] {
  const select = ({ from, where }: Pick<Source, "from" | "where">) => {
    const key = kind.key.map((name) => `record.${columnOf(name)}`).join(", ");
    return `SELECT ${literalOf(kind.name)}, NULL, IF(record.record IS NULL, JSON_ARRAY(${key}) COLLATE ${collation}, NULL), record.version, record.record
    FROM ${from} WHERE ${where.join(" AND ")}`;
  };
  const keys = keysOf(homes, kind);
  const columns = kind.key.map((name) => `record.${columnOf(name)}`);
  return [
    ...(keys.length > 0
      ? [select({ from: `${tableOf(kind.name)} AS record`, where: [among(columns, keys)] })]
      : []),
    ...found.filter((source) => source.kind === kind).map(select),
  ];
}

/** What is looked up in the homes that are wanted, or in all of them. */
function findInHomes(want: Want, homes: readonly Home[], now: string): readonly string[] {
  const { lookUp, values, everyHome = false } = want;
  const { kind } = lookUp;
  const home = homeKind(kind);
  if (home === undefined || home === kind || !isOfHome(lookUp)) return [];
  const keys = everyHome ? keysOf(homes, home) : values;
  if (keys.length === 0) return [];
  const columns = home.key.map((name) => `record.${columnOf(name)}`);
  const where = [among(columns, keys), ...conditionsOf(lookUp, now)];
  return [inOrder(want, home, { kind, from: `${tableOf(kind.name)} AS record`, where })];
}

/** The first of each home, where there is an order. */
function inOrder({ lookUp, limit }: Want, home: Kind, source: Source): string {
  const { order, kind } = lookUp;
  if (order === undefined || limit === undefined) return selectMembers(source);
  const homes = home.key.map((name) => `record.${columnOf(name)}`).join(", ");
  const keys = kind.key.map((name) => `record.${columnOf(name)}`).join(", ");
  // Keys alone are ranked: for whole records the server would make a file.
  return `SELECT ${literalOf(kind.name)}, NULL, NULL, NULL, record.record FROM (
    SELECT ${keys}, ROW_NUMBER() OVER (PARTITION BY ${homes} ORDER BY record.${columnOf(order)}) AS place
    FROM ${source.from} WHERE ${source.where.join(" AND ")}
  ) AS ranked STRAIGHT_JOIN ${tableOf(kind.name)} AS record ON ${equal(kind.key, "ranked", "record")}
  WHERE place <= ${literalOf(limit)}`;
}

function conditionsOf({ while: until, upTo, order }: LookUp, now: string): readonly string[] {
  return [
    ...(until === undefined ? [] : [`record.${columnOf(until)} > ${now}`]),
    ...(upTo === undefined ? [] : [`record.${columnOf(upTo)} <= ${now}`]),
    ...(order === undefined ? [] : [`record.${columnOf(order)} IS NOT NULL`]),
  ];
}

function keysOf(homes: readonly Home[], kind: Kind): readonly LookUpValue[] {
  return homes.flatMap((home) => (home.kind === kind ? [home.key] : []));
}
