import type { Change } from "../changes.js";
import { type Kind, keyOf, type LookUp, textsOf } from "../kind.js";
import { agesSet, fieldOf, homesSet, isByKey, isThroughHomes, memberOf, setName } from "./names.js";
import { counted } from "./seen.js";

interface SetChanges {
  readonly changes: readonly Change[];
  readonly newHomes: readonly HomeField[];
  readonly erasedHomes: readonly HomeField[];
}

type HomeField = readonly [field: string, kind: Kind];

/** A command for each set that is touched, of as many members as there are: first what goes, then what comes. */
export function setCommands({ changes, newHomes, erasedHomes }: SetChanges): readonly string[] {
  const [removed, added] = [new Map<string, string[]>(), new Map<string, string[]>()];
  const put = (lists: Map<string, string[]>, set: string, ...words: readonly string[]) => {
    const list = lists.get(set);
    if (list === undefined) lists.set(set, [...words]);
    else list.push(...words);
  };
  const finders = new Map<Kind, PlaceFinder>();
  for (const { kind, before, after } of changes) {
    const placesOf = finders.get(kind) ?? placeFinder(kind);
    finders.set(kind, placesOf);
    const from = before === undefined ? [] : placesOf(before);
    const to = after === undefined ? [] : placesOf(after);
    for (const { set, member } of from) if (!to.some((one) => one.set === set)) put(removed, set, member);
    for (const { set, member, score } of to)
      if (from.find((one) => one.set === set)?.score !== score) put(added, set, String(score), member);
  }
  for (const [field, kind] of erasedHomes) put(removed, homesSet(kind), field);
  for (const [field, kind] of newHomes) put(added, homesSet(kind), "0", field);
  return [
    ...[...removed].flatMap(([set, members]) => ["ZREM", set, ...counted(members)]),
    ...[...added].flatMap(([set, members]) => ["ZADD", set, ...counted(members)]),
  ];
}

interface Place {
  readonly set: string;
  readonly member: string;
  readonly score: number | "+inf";
}

/** Tells the sets in which a record is. */
type PlaceFinder = (record: object) => readonly Place[];

function placeFinder(kind: Kind): PlaceFinder {
  const { agedBy, columns } = kind;
  const sets = listSets(kind);
  const scoreIn = (column: string | undefined, record: object) => {
    const value = column === undefined ? undefined : columns[column]?.of(record);
    return value === undefined ? undefined : Number(value);
  };
  return (record) => {
    const places: Place[] = [];
    const key = keyOf(kind, record);
    const member = memberOf(kind, key);
    for (const { lookUp, column, hasAll } of sets) {
      const score = scoreIn(column, record) ?? (hasAll ? "+inf" : undefined);
      if (score === undefined) continue;
      places.push({ set: setName(lookUp, textsOf(kind, lookUp.by ?? [], record)), member, score });
    }
    const age = scoreIn(agedBy, record);
    if (age !== undefined) places.push({ set: agesSet(kind), member: fieldOf(kind, key), score: age });
    return places;
  };
}

/** Sets of the records' members, one for each value of a look-up's columns. */
interface SetShape {
  readonly lookUp: LookUp;
  /** What orders it. */
  readonly column: string | undefined;
  /** Whether records without a value in that column are in it, behind the others. */
  readonly hasAll: boolean;
}

/** Look-ups of one short name have the same sets. */
function listSets(kind: Kind): readonly SetShape[] {
  const sets = new Map<string, SetShape>();
  for (const lookUp of Object.values(kind.lookUps)) {
    if (lookUp.list !== undefined || isByKey(lookUp) || isThroughHomes(lookUp)) continue;
    const { short, upTo, order } = lookUp;
    const column = upTo ?? order;
    const known = sets.get(short);
    const hasAll = column === undefined || known?.hasAll === true;
    sets.set(short, { lookUp, column: known?.column ?? column, hasAll });
  }
  return [...sets.values()];
}
