import { homeKind, type Kind } from "../kind.js";
import type { Records, Scope, Want } from "../scope.js";
import {
  fieldOf,
  fieldPrefix,
  isByKey,
  isVersioned,
  listPrefix,
  memberOf,
  perKind,
  setPrefix,
} from "./names.js";
import { headPattern, readRecord } from "./values.js";

/** What a decision stands on: the records, and the fields as they were, by which the server tells whether they still are. */
export interface SeenFields {
  /** When it was so, epoch milliseconds. */
  readonly now: number;
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

export function askFor({ now, wants }: Scope): Question {
  const kinds = [...new Set(wants.map(({ lookUp }) => lookUp.kind))];
  const groups: Record<Role, Group[]> = { list: [], key: [], range: [], beside: [] };
  for (const want of wants) {
    const { role, words, values } = groupOf(want);
    const kind = String(kinds.indexOf(want.lookUp.kind) + 1);
    groups[role].push([[kind, ...words], values]);
  }
  const lists = groups.list.flatMap(([, fields]) => fields);
  const known = new Set(lists);
  const beside = groups.beside.flatMap(([, fields]) => fields).filter((field) => !known.has(field));
  const words = [String(now ?? ""), ...counted(kinds.flatMap(layoutOf)), ...counted(beside)];
  for (const some of [groups.list, groups.key, groups.range]) {
    words.push(String(some.length));
    for (const [about, values] of some) words.push(...about, ...counted(values));
  }
  return { words, kinds, lists: [...beside, ...lists] };
}

/** How the script finds what is wanted; `beside` are lists that it reads and does not follow. */
type Role = "list" | "key" | "range" | "beside";

/** Some words, and the fields or homes that they are about. */
type Group = readonly [words: readonly string[], values: readonly string[]];

function groupOf({ lookUp, values, limit = -1, everyHome }: Want) {
  const { kind, list, while: column, upTo } = lookUp;
  const found = (role: Role, words: readonly string[], all: readonly string[]) => ({
    role,
    words,
    values: all,
  });
  if (list !== undefined) {
    const prefix = listPrefix(kind, list);
    const fields = values.map(([value]) => prefix + value);
    return found("list", [column === undefined ? "always" : "lasting"], fields);
  }
  if (isByKey(lookUp)) {
    const fields = values.map((key) => fieldOf(kind, key));
    return found(kind.beside === undefined ? "key" : "beside", [], fields);
  }
  const home = homeKind(kind) ?? kind;
  const most = upTo === undefined ? "+inf" : "now";
  const words = [setPrefix(lookUp), fieldPrefix(home), most, String(limit), everyHome ? "every" : ""];
  return found(
    "range",
    words,
    values.map((value) => memberOf(home, value)),
  );
}

const layoutOf: (kind: Kind) => readonly string[] = /* @__PURE__ */ perKind((kind) => [
  fieldPrefix(kind),
  headPattern(kind),
  kind.isolation === "own" ? "own" : "",
]);

export function counted(list: readonly string[]): readonly string[] {
  return [String(list.length), ...list];
}

type Values = readonly (string | null)[];
type Reply = [homeFields: string[], homes: Values, lists: Values, found: string[][], now: unknown];

export function readSeen({ kinds, lists: listFields }: Question, reply: unknown): SeenFields {
  const [homeFields, homeValues, listValues, found, now] = reply as Reply; // decoded
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
  return { now: Number(now), records: Object.fromEntries(records), homes, lists };
}
