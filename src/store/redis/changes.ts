import { gainedEntries, homesChanged, listChanges, lostEntries, type RecordChange } from "../changes.js";
import { type Kind, keyOf } from "../kind.js";
import { type Decision, type Erasure, type Saved, savedOf } from "../scope.js";
import { agesSet, fieldOf, homesSet, isVersioned, listPrefix, memberOf } from "./names.js";
import { counted, type SeenFields } from "./seen.js";
import { setCommands } from "./sorted-sets.js";
import { afterLines, readList, valuePrinter } from "./values.js";
import { withKeys } from "./want-aged.js";

/** What is written, by fields. */
interface Writes {
  /** Of what stands behind a version. */
  readonly homes: Map<string, { readonly kind: Kind; readonly text: string }>;
  readonly besideLists: Map<string, string>;
  /** Fields with values. */
  readonly others: string[];
}

/** The arguments of the script that saves. `me` is the transaction's own name, by which versions of homes differ. */
export function saveArguments(me: string, seen: SeenFields, decision: Decision<unknown>): readonly string[] {
  const { save } = decision;
  const erase = (decision.erase ?? []).map((erasure) => withKeys(erasure, seen.records));
  const kinds = [...new Set([...save, ...erase].map(({ kind }) => kind))];
  const changes = kinds.flatMap((kind) => listChanges(kind, { save, erase }, seen.records));
  const elsewhere = changes.filter(({ kind }) => kind.isolation !== "own");
  const { homes, besideLists, others } = writesOf(save);
  const erased = erasedFields(erase);
  const erasedHomes = [...erased].filter(([field, kind]) => isVersioned(kind) && !homes.has(field));
  const forgotten = [...erased].filter(([field, { beside }]) => beside && !besideLists.has(field));
  // A home is written where one of its records is, so that its version speaks for them all.
  for (const { kind, key } of homesChanged(elsewhere).values()) {
    const field = fieldOf(kind, key);
    if (homes.has(field) || erased.has(field)) continue;
    homes.set(field, { kind, text: afterLines(seen.homes.get(field) ?? "", 1) });
  }
  const absent: string[] = [];
  const removed = erasedHomes.map(([field]) => field);
  for (const { kind, key, before, after } of elsewhere) {
    const field = fieldOf(kind, key);
    if (after === undefined) removed.push(field);
    else if (before === undefined || (kind.isolation === "none" && !erased.has(field))) absent.push(field);
  }
  return [
    me,
    String(seen.homes.size),
    ...counted([...seen.homes.keys(), ...seen.lists.keys(), ...absent]),
    ...counted([...seen.homes.values(), ...seen.lists.values(), ...absent.map(() => "")]),
    ...counted(removed),
    ...counted([
      ...[...homes].flatMap(([field, { text }]) => [field, `${me}\n${text}`]),
      ...listWrites(seen, besideLists, changes),
      ...others,
    ]),
    ...counted(changes.flatMap(lostWays)),
    ...counted(forgotten.map(([field]) => field)),
    ...ageGroups(erase, decision),
    ...setCommands({
      changes,
      newHomes: [...homes]
        .filter(([field]) => !seen.homes.get(field))
        .map(([field, { kind }]) => [field, kind]),
      erasedHomes,
    }),
  ];
}

function erasedFields(erase: readonly Erasure[]): ReadonlyMap<string, Kind> {
  return new Map(erase.flatMap(({ kind, keys = [] }) => keys.map((key) => [fieldOf(kind, key), kind])));
}

function writesOf(save: readonly Saved[]): Writes {
  const writes: Writes = { homes: new Map(), besideLists: new Map(), others: [] };
  for (const { kind, records } of save) {
    const print = valuePrinter(kind);
    for (const record of records) {
      const [field, text] = [fieldOf(kind, keyOf(kind, record)), print(record)];
      if (isVersioned(kind)) writes.homes.set(field, { kind, text });
      else if (kind.beside !== undefined) writes.besideLists.set(field, text);
      else writes.others.push(field, text);
    }
  }
  return writes;
}

/** A list's line counts its changes; behind it stands what is beside the list. */
function listWrites(
  { lists }: SeenFields,
  besideLists: ReadonlyMap<string, string>,
  changes: readonly RecordChange[],
): readonly string[] {
  const gained = new Map<string, string[]>();
  for (const field of besideLists.keys()) gained.set(field, []);
  for (const change of changes)
    for (const { list, value, key } of gainedEntries(change)) {
      const field = listPrefix(change.kind, list) + value;
      const member = memberOf(change.kind, [key]);
      const members = gained.get(field);
      if (members === undefined) gained.set(field, [member]);
      else members.push(member);
    }
  const writes: string[] = [];
  for (const [field, added] of gained) {
    const before = lists.get(field) ?? "";
    const record = besideLists.get(field) ?? afterLines(before, 1);
    writes.push(field, longerList(before, added) + (record === "" ? "" : `\n${record}`));
  }
  return writes;
}

function longerList(before: string, added: readonly string[]): string {
  if (before === "") return JSON.stringify([1, ...added]);
  const [count, ...members] = readList(before);
  return JSON.stringify([count + 1, ...members.filter((one) => !added.includes(one)), ...added]);
}

/** The fields of lists that lead to a record no longer, each with its member. */
function lostWays(change: RecordChange): readonly string[] {
  const { kind } = change;
  return lostEntries(change).flatMap(({ list, value, key }) => [
    listPrefix(kind, list) + value,
    memberOf(kind, [key]),
  ]);
}

/** For each kind that is erased by age the time, its sets, and the fields that stay. */
function ageGroups(erase: readonly Erasure[], decision: Decision<unknown>): readonly string[] {
  const groups = erase.flatMap(({ kind, before }) => {
    if (before === undefined) return [];
    const stay = savedOf(decision, kind).map((record) => fieldOf(kind, keyOf(kind, record)));
    const homes = isVersioned(kind) ? homesSet(kind) : "";
    const what = kind.beside === undefined ? "whole" : "beside";
    return [[`(${before}`, agesSet(kind), homes, what, ...counted(stay)]];
  });
  return [String(groups.length), ...groups.flat()];
}
