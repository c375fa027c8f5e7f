import { homeKind, type Kind } from "../kind.js";
import type { Records, Scope, Want } from "../scope.js";
import { fieldPrefix, isByKey, isVersioned, listPrefix, memberOf, setPrefix } from "./names.js";
import { headPattern, readRecord } from "./values.js";

/** What a decision stands on: the records, and the fields as they were, by which the server tells whether they still are. */
export interface Seen {
  readonly records: Records;
  /** Those that begin with a version; `""` where there is none. */
  readonly homes: ReadonlyMap<string, string>;
  /** Those of lists; `""` where there is none. */
  readonly lists: ReadonlyMap<string, string>;
}

/** What the script that loads is asked, and what its reply does not repeat. */
export interface Question {
  readonly words: readonly string[];
  readonly kinds: readonly Kind[];
  readonly lists: readonly string[];
}

/** Some words, and a list that they are about. */
type Group = readonly [words: readonly string[], list: readonly string[]];

export function askFor({ now, dueBy, wants }: Scope): Question {
  const kinds: Kind[] = [];
  const numberOf = (kind: Kind) => {
    if (!kinds.includes(kind)) kinds.push(kind);
    return String(kinds.indexOf(kind) + 1);
  };
  const beside = new Set<string>();
  const [lists, keys, ranges]: [Group[], Group[], Group[]] = [[], [], []];
  for (const want of wants) {
    const { lookUp, values } = want;
    const { kind, list } = lookUp;
    const number = numberOf(kind);
    if (list !== undefined) {
      const prefix = listPrefix(kind, list);
      const fields = values.map(([value]) => prefix + value);
      lists.push([[number, lookUp.while === undefined ? "always" : "lasting"], fields]);
    } else if (!isByKey(lookUp)) ranges.push(rangeOf(want, number, dueBy));
    else {
      const prefix = fieldPrefix(kind);
      const fields = values.map((key) => prefix + memberOf(kind, key));
      if (kind.beside === undefined) keys.push([[number], fields]);
      else for (const field of fields) beside.add(field);
    }
  }
  for (const [, fields] of lists) for (const field of fields) beside.delete(field);
  const heads = kinds.flatMap((kind) => [
    fieldPrefix(kind),
    headPattern(kind),
    kind.isolation === "own" ? "own" : "",
  ]);
  const groups = [lists, keys, ranges].flatMap((some) => [
    String(some.length),
    ...some.flatMap(([words, list]) => [...words, ...counted(list)]),
  ]);
  return {
    words: [String(now), ...counted(heads), ...counted([...beside]), ...groups],
    kinds,
    lists: [...beside, ...lists.flatMap(([, fields]) => fields)],
  };
}

function rangeOf({ lookUp, values, limit = -1, everyHome }: Want, kindNumber: string, dueBy: number): Group {
  const home = homeKind(lookUp.kind) ?? lookUp.kind;
  const most = lookUp.upTo === undefined ? "+inf" : String(dueBy);
  const words = [
    kindNumber,
    setPrefix(lookUp),
    fieldPrefix(home),
    most,
    String(limit),
    everyHome ? "every" : "",
  ];
  return [words, values.map((value) => memberOf(home, value))];
}

export function counted(list: readonly string[]): readonly string[] {
  return [String(list.length), ...list];
}

type Values = readonly (string | null)[];

export function readSeen({ kinds, lists: listFields }: Question, reply: unknown): Seen {
  const [homeFields, homeValues, listValues, found] = reply as [string[], Values, Values, string[][]]; // decoded
  const owners = new Map<string, Kind>();
  for (const kind of kinds) {
    owners.set(fieldPrefix(kind), kind);
    const home = homeKind(kind);
    if (home !== undefined) owners.set(fieldPrefix(home), home);
  }
  const [homes, lists] = [new Map<string, string>(), new Map<string, string>()];
  const records = new Map<string, object[]>();
  const take = (kind: Kind, value: string) => {
    const record = readRecord(kind, value);
    if (record === undefined) return;
    const known = records.get(kind.name);
    if (known === undefined) records.set(kind.name, [record]);
    else known.push(record);
  };
  const takeField = (field: string, value: string) => {
    const kind = owners.get(field.slice(0, field.indexOf(":") + 1));
    const fields = kind !== undefined && isVersioned(kind) ? homes : lists;
    if (fields.has(field)) return;
    fields.set(field, value);
    if (kind !== undefined && value !== "") take(kind, value);
  };
  for (const [index, field] of homeFields.entries()) takeField(field, homeValues[index] ?? "");
  for (const [index, field] of listFields.entries()) takeField(field, listValues[index] ?? "");
  for (const [index, values] of found.entries()) {
    const kind = kinds[index];
    if (kind !== undefined) for (const value of values) take(kind, value);
  }
  return { records: Object.fromEntries(records), homes, lists };
}
