import { type Change, gainedEntries, homesChanged, listChanges, lostEntries } from "../changes.js";
import { type ColumnValue, type Kind, keyOf, nameOf } from "../kind.js";
import { type Decision, homeName } from "../scope.js";
import {
  allOf,
  type HomeLayout,
  type KindLayout,
  type Layout,
  type ShelteredLayout,
  savedParts,
  takenPart,
  turnPart,
} from "./layout.js";
import { snakeCase } from "./names.js";
import { type Part, type PartRow, writePart, writeRows } from "./parts.js";
import { type Seen, turnName } from "./seen.js";

type Saving = Pick<Decision<unknown>, "save" | "erase">;
type Row = Readonly<Record<string, ColumnValue>>;

/** The arguments of a save: the parts, and what most batches have nothing of as one JSON text. */
export function writeChanges(layout: Layout, seen: Seen, decision: Saving): readonly string[] {
  const { homes, sheltered, members } = layout;
  const changes = layout.kinds.flatMap((kind) => listChanges<object>(kind, decision, seen.records));
  const changesOf = (kind: Kind) => changes.filter((change) => change.kind === kind);
  const turns = [...seen.turns.values()].filter(({ turn }) => turn > 0);
  const written = new Map<Part, readonly string[]>([
    ...homes.map((home) => [home.rows, writeHomes(home, seen, decision, changes)] as const),
    ...[...sheltered, ...members].map(
      ({ kind, rows }) => [rows, writeRecords(rows, changesOf(kind))] as const,
    ),
    ...allOf(layout).flatMap(({ kind, details }) =>
      details.map(({ name, rows }) => {
        const changed = changesOf(kind).flatMap((change) => changedDetails(change, name));
        return [rows, writeRows(rows, changed)] as const;
      }),
    ),
    ...sheltered.map((one) => [one.seen, writeVersions(one, seen)] as const),
    [takenPart, writeRows(takenPart, takenTurns(seen, changes))],
    [turnPart, writePart(turnPart, turns, (turn, column) => turn[column as keyof typeof turn])], // by its columns
  ]);
  const rare = {
    lost: filled(changes.flatMap(lostEntries)),
    erased: filled(erasedKeys(layout, decision, changesOf)),
    details: filled(goneDetails(layout, changesOf)),
    before: filled(erasedBefore(decision)),
  };
  return [...savedParts(layout).flatMap((part) => written.get(part) ?? []), JSON.stringify(rare)];
}

/** All that were wanted or found of; version 0 where there is no row. */
function writeHomes(
  { kind, rows }: HomeLayout,
  { homes, versions }: Seen,
  { erase = [] }: Saving,
  changes: readonly Change[],
): readonly string[] {
  const touched = homesChanged(changes);
  const records = new Map<string, object>();
  for (const { kind: changed, after } of changes)
    if (changed === kind && after !== undefined)
      records.set(homeName({ kind, key: keyOf(kind, after) }), after);
  const keys = erase.flatMap((one) => (one.kind === kind ? (one.keys ?? []) : []));
  const erased = new Set(keys.map((key) => homeName({ kind, key })));
  const own = [...new Map([...homes, ...touched])].filter(([, home]) => home.kind === kind);
  return writePart(rows, own, ([name, { key }], column) => {
    const record = records.get(name);
    if (column === "version") return versions.get(name) ?? 0;
    if (column === "touched?") return touched.has(name);
    if (column === "erased?") return erased.has(name) && record === undefined;
    if (column === "record") return record;
    const index = kind.key.indexOf(column);
    return index >= 0 ? key[index] : record && kind.columns[column]?.of(record);
  });
}

function writeRecords(rows: Part, changes: readonly Change[]): readonly string[] {
  const made = changes.filter(({ after }) => after !== undefined);
  return writePart(rows, made, ({ kind, before, after }, column) => {
    if (column === "known?") return before !== undefined;
    return column === "record" ? after : after && kind.columns[column]?.of(after);
  });
}

function writeVersions({ kind, seen }: ShelteredLayout, { homes, versions }: Seen): readonly string[] {
  const own = [...homes].filter(([, home]) => home.kind === kind);
  return writePart(seen, own, ([name, { key }], column) =>
    column === "version" ? (versions.get(name) ?? 0) : key[kind.key.indexOf(column)],
  );
}

/** Each value that leads to a new record takes a turn, and the others that were looked at take one and give it back. */
function takenTurns({ turns }: Seen, changes: readonly Change[]): readonly PartRow[] {
  const rows: PartRow[] = [];
  const taken = new Map<string, number>();
  for (const change of changes) {
    for (const { list, value, key } of gainedEntries(change)) {
      const name = turnName({ list, value });
      const turn = (taken.get(name) ?? turns.get(name)?.turn ?? 0) + 1;
      taken.set(name, turn);
      rows.push({ list, value, turn, key });
    }
  }
  for (const [name, { list, value, turn }] of turns)
    if (!taken.has(name)) rows.push({ list, value, turn: turn + 1, key: undefined });
  return rows;
}

/** Those that are new or have changed. */
function changedDetails({ kind, before, after }: Change, name: string): readonly Row[] {
  const known = detailsOf(kind, before, name);
  return [...detailsOf(kind, after, name)].flatMap(([key, row]) => {
    const one = known.get(key);
    return one && Object.keys(row).every((column) => row[column] === one[column]) ? [] : [row];
  });
}

function detailsOf(kind: Kind, record: object | undefined, name: string): ReadonlyMap<string, Row> {
  const detail = kind.details?.[name];
  if (record === undefined || detail === undefined) return new Map();
  const key = keyRow(kind, record);
  return new Map(
    detail
      .rows(record)
      .map((row) => [nameOf(detail.key.map((column) => `${row[column]}`)), { ...key, ...row }]),
  );
}

function keyRow(kind: Kind, record: object): Row {
  return Object.fromEntries(kind.key.map((name) => [name, kind.columns[name]?.of(record)]));
}

type ChangesOf = (kind: Kind) => readonly Change[];

/** Keys of records but those of homes, by the names of their kinds. */
function erasedKeys({ sheltered, members }: Layout, { erase = [] }: Saving, changesOf: ChangesOf): object {
  return byName(
    [...sheltered, ...members].map(({ kind }) => {
      const keys = erase.flatMap((one) => (one.kind === kind ? (one.keys ?? []) : []));
      const erased = new Set(keys.map(nameOf));
      const gone = changesOf(kind).filter(
        ({ key, after }) => erased.has(nameOf(key)) && (after === undefined || kind.isolation === "none"),
      );
      return [kind.name, gone.flatMap(({ before }) => (before ? [keyRow(kind, before)] : []))];
    }),
  );
}

/** What records have no longer, by the names of the details. */
function goneDetails(layout: Layout, changesOf: ChangesOf): object {
  const all: readonly KindLayout[] = allOf(layout);
  return byName(
    all.flatMap(({ kind, details }) =>
      details.map(
        ({ name }) => [name, changesOf(kind).flatMap((change) => leftDetails(change, name))] as const,
      ),
    ),
  );
}

function leftDetails({ kind, before, after }: Change, name: string): readonly Row[] {
  if (after === undefined) return [];
  const left = detailsOf(kind, after, name);
  return [...detailsOf(kind, before, name)].flatMap(([key, row]) => (left.has(key) ? [] : [row]));
}

function erasedBefore({ erase = [] }: Saving): object {
  return Object.fromEntries(
    erase.flatMap(({ kind, before }) => (before === undefined ? [] : [[kind.name, before]])),
  );
}

function byName(rows: readonly (readonly [string, readonly Row[]])[]): object {
  return Object.fromEntries(
    rows.flatMap(([name, some]) => (some.length === 0 ? [] : [[name, some.map(inSnakeCase)]])),
  );
}

function inSnakeCase(row: Row): Row {
  return Object.fromEntries(Object.entries(row).map(([name, value]) => [snakeCase(name), value]));
}

/** Nothing where there is nothing in it. */
function filled<T extends object>(value: T): T | undefined {
  return Object.keys(value).length > 0 ? value : undefined;
}
