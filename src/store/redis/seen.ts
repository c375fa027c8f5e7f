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

/** What is wanted by a look-up: some words, and what they are about. */
interface Group {
  readonly role: "list" | "key" | "beside" | "range";
  readonly words: readonly string[];
  readonly list: readonly string[];
}

export function askFor({ now, dueBy, wants }: Scope): Question {
  const kinds = [...new Set(wants.map(({ lookUp }) => lookUp.kind))];
  const groups = wants.map((want) => groupOf(want, dueBy));
  const listOf = (role: Group["role"]) => groups.flatMap((one) => (one.role === role ? one.list : []));
  const lists = listOf("list");
  const known = new Set(lists);
  const beside = listOf("beside").filter((field) => !known.has(field));
  const words = [String(now), ...counted(kinds.flatMap(layoutOf)), ...counted(beside)];
  for (const role of ["list", "key", "range"]) {
    const of = wants.flatMap(({ lookUp }, index) => {
      const group = groups[index];
      if (group?.role !== role) return [];
      return [[String(kinds.indexOf(lookUp.kind) + 1), ...group.words, ...counted(group.list)]];
    });
    words.push(String(of.length), ...of.flat());
  }
  return { words, kinds, lists: [...beside, ...lists] };
}

function groupOf({ lookUp, values, limit = -1, everyHome }: Want, dueBy: number): Group {
  const { kind, list, while: column, upTo } = lookUp;
  if (list !== undefined) {
    const prefix = listPrefix(kind, list);
    const words = [column === undefined ? "always" : "lasting"];
    return { role: "list", words, list: values.map(([value]) => prefix + value) };
  }
  if (isByKey(lookUp)) {
    const role = kind.beside === undefined ? "key" : "beside";
    return { role, words: [], list: values.map((key) => fieldOf(kind, key)) };
  }
  const home = homeKind(kind) ?? kind;
  const most = upTo === undefined ? "+inf" : String(dueBy);
  const words = [setPrefix(lookUp), fieldPrefix(home), most, String(limit), everyHome ? "every" : ""];
  return { role: "range", words, list: values.map((value) => memberOf(home, value)) };
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
