import type { RecordChange } from "../changes.js";
import { type Kind, type LookUp, type LookUpValue, textsOf } from "../kind.js";
import { agesSet, fieldOf, homesSet, isByKey, isThroughHomes, memberOf, perKind, setName } from "./names.js";
import { counted } from "./seen.js";

interface SetChanges {
  readonly changes: readonly RecordChange[];
  readonly newHomes: readonly HomeField[];
  readonly erasedHomes: readonly HomeField[];
}

type HomeField = readonly [field: string, kind: Kind];

/** A command for each set that is touched, of as many members as there are: first what goes, then what comes. */
export function setCommands({ changes, newHomes, erasedHomes }: SetChanges): readonly string[] {
  const [removed, added] = [new Map<string, string[]>(), new Map<string, string[]>()];
  const put = (lists: Map<string, string[]>, set: string, ...words: string[]) => {
    const list = lists.get(set);
    if (list === undefined) lists.set(set, words);
    else list.push(...words);
  };
  for (const { kind, key, before, after } of changes)
    for (const set of listSets(kind)) {
      const [from, to] = [placeIn(set, before), placeIn(set, after)];
      if (from !== undefined && from.name !== to?.name) put(removed, from.name, set.memberFor(key));
      if (to !== undefined && (from?.name !== to.name || from.score !== to.score))
        put(added, to.name, String(to.score), set.memberFor(key));
    }
  for (const [field, kind] of erasedHomes) put(removed, homesSet(kind), field);
  for (const [field, kind] of newHomes) put(added, homesSet(kind), "0", field);
  return [
    ...[...removed].flatMap(([set, members]) => ["ZREM", set, ...counted(members)]),
    ...[...added].flatMap(([set, members]) => ["ZADD", set, ...counted(members)]),
  ];
}

/** Sets in one of which a record is at most. */
interface SetShape {
  readonly nameFor: (record: object) => string;
  /** None where the record is in no set. */
  readonly scoreOf: (record: object) => number | "+inf" | undefined;
  readonly memberFor: (key: LookUpValue) => string;
}

function placeIn({ nameFor, scoreOf }: SetShape, record: object | undefined) {
  const score = record && scoreOf(record);
  return record === undefined || score === undefined ? undefined : { name: nameFor(record), score };
}

/** Look-ups of one short name have the same sets: where one of them asks for no column all records are there. */
const listSets: (kind: Kind) => readonly SetShape[] = /* @__PURE__ */ perKind((kind) => {
  const { agedBy, lookUps, columns } = kind;
  const scoreIn = (column: string | undefined, record: object) => {
    const value = column === undefined ? undefined : columns[column]?.of(record);
    return value === undefined ? undefined : Number(value);
  };
  const sets = new Map<string, SetShape>();
  const isSet = (one: LookUp) => one.list === undefined && !isByKey(one) && !isThroughHomes(one);
  const all = Object.values(lookUps).filter(isSet);
  for (const lookUp of all) {
    const { short, by = [] } = lookUp;
    const ofSet = all.filter((one) => one.short === short).map(({ upTo, order }) => upTo ?? order);
    const column = ofSet.find((one) => one !== undefined);
    const rest = ofSet.includes(undefined) ? "+inf" : undefined;
    sets.set(short, {
      nameFor: (record) => setName(lookUp, textsOf(kind, by, record)),
      scoreOf: (record) => scoreIn(column, record) ?? rest,
      memberFor: (key) => memberOf(kind, key),
    });
  }
  if (agedBy === undefined) return [...sets.values()];
  const ages = agesSet(kind);
  const byAge: Omit<SetShape, "memberFor"> = {
    nameFor: () => ages,
    scoreOf: (record: object) => scoreIn(agedBy, record),
  };
  return [...sets.values(), { ...byAge, memberFor: (key) => fieldOf(kind, key) }];
});
