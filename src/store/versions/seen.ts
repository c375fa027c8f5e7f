import { type Kind, keyOf, type LookUpValue, nameOf } from "../kind.js";
import {
  addHome,
  type Home,
  homeName,
  homeOfRecord,
  homesWanted,
  type Records,
  type Scope,
} from "../scope.js";
import { type Layout, shelterOf } from "./layout.js";

/** The kind of the row that has the server's time, where a scope has none. */
export const timeRow = "scope.now";

/** What a decision stands on, with the versions by which the server tells whether it still does. */
export interface SeenRows {
  /** When it was so, epoch milliseconds. */
  readonly now: number;
  readonly records: Records;
  /** All homes that were wanted or found of, by `homeName`. */
  readonly homes: ReadonlyMap<string, Home>;
  /** By `homeName`; none where there is no row. */
  readonly versions: ReadonlyMap<string, number>;
  /** The last turn of every value of a list that was wanted. */
  readonly turns: Turns;
  /** The server, where what it shows is certain once a standby has it. */
  readonly server?: string;
}

/** By lists, then by values. */
export type Turns = ReadonlyMap<string, ReadonlyMap<string, SeenTurn>>;

export interface SeenTurn {
  /** 0 where there is none. */
  readonly turn: number;
  /** The record that took it. */
  readonly key?: string;
}

/** What a scope wants by name. */
export interface WantedRows {
  readonly homes: Map<string, Home>;
  readonly turns: Map<string, Map<string, SeenTurn>>;
}

export function readWanted(scope: Scope): WantedRows {
  const turns = new Map<string, Map<string, SeenTurn>>();
  for (const { lookUp, values } of scope.wants) {
    // Who looks up a sheltered record looks up the list that shelters it.
    const list = lookUp.list ?? (lookUp === lookUp.kind.byKey ? shelterOf(lookUp.kind)?.list : undefined);
    if (list === undefined) continue;
    const known = turns.get(list) ?? new Map<string, SeenTurn>();
    turns.set(list, known);
    for (const [value = ""] of values) known.set(value, none);
  }
  const homes = new Map<string, Home>();
  for (const [kind, keys] of homesWanted(scope))
    for (const key of keys.values()) addHome(homes, { kind, key });
  return { homes, turns };
}

const none: SeenTurn = { turn: 0 };

/** Adds the rows of a load to what was wanted. */
export function readSeen(
  { kinds }: Layout,
  { homes, turns }: WantedRows,
  rows: readonly Readonly<Record<string, unknown>>[],
): SeenRows {
  const versions = new Map<string, number>();
  let now = 0;
  const found = new Map<string, { readonly kind: Kind; readonly records: Map<string, object> }>();
  for (const { kind } of kinds) found.set(kind.name, { kind, records: new Map() });
  for (const { kind: kindName, list, name, version, record } of rows) {
    if (kindName === timeRow) now = Number(version);
    const of = found.get(String(kindName));
    if (of === undefined) {
      noteTurn(turns.get(String(list)), String(name), { turn: Number(version), key: String(record) });
      continue;
    }
    const { kind, records } = of;
    const one = record === null ? undefined : (JSON.parse(String(record)) as object); // decoded
    if (one !== undefined) records.set(nameOf(keyOf(kind, one)), one);
    const home = one ? homeOfRecord(kind, one) : { kind, key: JSON.parse(String(name)) as LookUpValue }; // decoded
    if (home === undefined) continue;
    addHome(homes, home);
    if (kind.isolation === "own") versions.set(homeName(home), Number(version));
  }
  const all = [...found].map(([name, { records }]) => [name, [...records.values()]]);
  return { now, records: Object.fromEntries(all), homes, versions, turns };
}

/** The last one counts. */
function noteTurn(known: Map<string, SeenTurn> | undefined, value: string, seen: SeenTurn): void {
  if (seen.turn > (known?.get(value)?.turn ?? 0)) known?.set(value, seen);
}
