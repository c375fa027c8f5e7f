import { type Kind, keyOf, type LookUpValue, nameOf } from "./kind.js";
import {
  addHome,
  type Decision,
  type Home,
  homeOfRecord,
  type Records,
  recordsOf,
  savedOf,
} from "./scope.js";

/** What a decision does to one record: makes it, changes it, or erases it. */
export interface RecordChange<R extends object = object> {
  readonly kind: Kind<R>;
  readonly key: LookUpValue;
  readonly before: R | undefined;
  readonly after: R | undefined;
}

/** That a list leads from a value to a record, by the one column of its key. */
export interface ListEntry {
  readonly list: string;
  readonly value: string;
  readonly key: string;
}

/** `loaded` has what was there before. What is erased and saved in one decision is changed. */
export function listChanges<R extends object>(
  kind: Kind<R>,
  decision: Pick<Decision<unknown>, "save" | "erase">,
  loaded: Records,
): readonly RecordChange<R>[] {
  const saved = savedOf(decision, kind);
  const keys = (decision.erase ?? []).flatMap((one) => (one.kind === kind ? (one.keys ?? []) : []));
  if (saved.length === 0 && keys.length === 0) return [];
  const known = new Map<string, R>();
  for (const record of recordsOf(loaded, kind)) known.set(nameOf(keyOf(kind, record)), record);
  const changes = new Map<string, RecordChange<R>>();
  for (const key of keys) {
    const before = known.get(nameOf(key));
    if (before !== undefined) changes.set(nameOf(key), { kind, key, before, after: undefined });
  }
  for (const after of saved) {
    const key = keyOf(kind, after);
    changes.set(nameOf(key), { kind, key, before: known.get(nameOf(key)), after });
  }
  return [...changes.values()];
}

/** The homes in which a changed record is or was, each once, by `homeName`. */
export function homesChanged(changes: readonly RecordChange[]): Map<string, Home> {
  const homes = new Map<string, Home>();
  for (const { kind, before, after } of changes)
    for (const record of [before, after]) {
      const home = record && homeOfRecord(kind, record);
      if (home !== undefined) addHome(homes, home);
    }
  return homes;
}

/** Where lists lead from now on: all of a record that is new or found for longer than before, else what is new to it. */
export function gainedEntries({ kind, key, before, after }: RecordChange): readonly ListEntry[] {
  return entriesOf(kind, key, after, (list) =>
    before === undefined || lastsUntil(kind, list, after) > lastsUntil(kind, list, before)
      ? []
      : valuesOf(kind, list, before),
  );
}

/** Where lists lead no longer. */
export function lostEntries({ kind, key, before, after }: RecordChange): readonly ListEntry[] {
  return before === undefined ? [] : entriesOf(kind, key, before, (list) => valuesOf(kind, list, after));
}

function entriesOf(
  kind: Kind,
  [key = ""]: LookUpValue,
  record: object | undefined,
  known: (list: string) => readonly string[],
): readonly ListEntry[] {
  if (record === undefined || kind.lists === undefined) return [];
  const entries: ListEntry[] = [];
  for (const list of Object.keys(kind.lists)) {
    const others = known(list);
    for (const value of valuesOf(kind, list, record))
      if (!others.includes(value)) entries.push({ list, value, key });
  }
  return entries;
}

function valuesOf(kind: Kind, list: string, record: object | undefined): readonly string[] {
  return record === undefined ? [] : (kind.lists?.[list]?.each(record) ?? []);
}

/** Until when the look-up by a list finds a record. */
function lastsUntil(kind: Kind, list: string, record: object | undefined): number {
  if (record === undefined) return 0;
  const lookUp = Object.values(kind.lookUps).find((one) => one.list === list);
  if (lookUp?.while === undefined) return Infinity;
  return Number(kind.columns[lookUp.while]?.of(record) ?? 0);
}
