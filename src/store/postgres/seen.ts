import { type Kind, keyOf, nameOf, type Value } from "../kind.js";
import { addHome, type Home, homeName, homeOfRecord, type Records, type Scope } from "../scope.js";
import type { PostgresRow } from "./connection.js";
import { type Layout, shelterOf } from "./layout.js";

/** What a decision stands on, with the versions by which the server tells whether it still does. */
export interface Seen {
  readonly records: Records;
  /** All homes that were wanted or found of, by `homeName`. */
  readonly homes: ReadonlyMap<string, Home>;
  /** By `homeName`; none where there is no row. */
  readonly versions: ReadonlyMap<string, number>;
  /** The last turn of every value of a list that was wanted, by `turnName`; 0 where there is none. */
  readonly turns: ReadonlyMap<string, Turn>;
}

export interface Turn {
  readonly list: string;
  readonly value: string;
  readonly turn: number;
  /** The record that took it. */
  readonly key?: string;
}

/** From the rows of a load. */
export function readSeen(
  { kinds }: Layout,
  scope: Scope,
  wanted: ReadonlyMap<string, Home>,
  rows: readonly PostgresRow[],
): Seen {
  const homes = new Map(wanted);
  const versions = new Map<string, number>();
  const turns = turnsWanted(scope);
  const found = new Map<string, { readonly kind: Kind; readonly records: Map<string, object> }>();
  for (const kind of kinds) found.set(kind.name, { kind, records: new Map() });
  for (const { kind: kindName, list, name, version, record } of rows) {
    const of = found.get(String(kindName));
    if (of === undefined) {
      const turn = { list: String(list), value: String(name), turn: Number(version), key: String(record) };
      turns.set(turnName(turn), turn);
      continue;
    }
    const { kind, records } = of;
    const one = record === null ? undefined : (JSON.parse(String(record)) as object); // decoded
    if (one !== undefined) records.set(nameOf(keyOf(kind, one)), one);
    const home = one ? homeOfRecord(kind, one) : { kind, key: JSON.parse(String(name)) as Value }; // decoded
    if (home === undefined) continue;
    addHome(homes, home);
    if (kind.isolation === "own") versions.set(homeName(home), Number(version));
  }
  const all = [...found].map(([name, { records }]) => [name, [...records.values()]]);
  return { records: Object.fromEntries(all), homes, versions, turns };
}

/** Who looks up a sheltered record looks up the list that shelters it. */
function turnsWanted({ wants }: Scope): Map<string, Turn> {
  const turns = new Map<string, Turn>();
  for (const { lookUp, values } of wants) {
    const list = lookUp.list ?? (lookUp === lookUp.kind.byKey ? shelterOf(lookUp.kind)?.list : undefined);
    if (list === undefined) continue;
    for (const [value = ""] of values) turns.set(turnName({ list, value }), { list, value, turn: 0 });
  }
  return turns;
}

export function turnName({ list, value }: Pick<Turn, "list" | "value">): string {
  return `${list} ${value}`;
}
