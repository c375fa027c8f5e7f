import { gainedEntries, homesChanged, listChanges, lostEntries, type RecordChange } from "../changes.js";
import { type ColumnValue, type Kind, keyOf, nameOf } from "../kind.js";
import { type Decision, homeName } from "../scope.js";
import {
  allOf,
  type DetailLayout,
  type KindLayout,
  type Layout,
  markerPart,
  type ShelteredLayout,
  takenPart,
  turnPart,
} from "./layout.js";
import { snakeCase } from "./names.js";
import { type Cell, type Part, writePart } from "./parts.js";
import type { SeenRows, SeenTurn, Turns } from "./seen.js";

type Saving = Pick<Decision<unknown>, "save" | "erase">;
type Row = Readonly<Record<string, ColumnValue>>;

/** The arguments of a save: the parts, and what most batches have nothing of as one JSON text. */
export function writeChanges(layout: Layout, seen: SeenRows, decision: Saving): readonly string[] {
  const { homes, sheltered, members } = layout;
  const byKind = new Map(
    layout.kinds.map((kind) => [kind, listChanges<object>(kind, decision, seen.records)]),
  );
  const changes = [...byKind.values()].flat();
  const changesOf = (kind: Kind) => byKind.get(kind) ?? [];
  const { taken, markers, last } = turnsOf(seen.turns, changes);
  const details = allOf(layout).flatMap((one) =>
    one.details.map((detail) => changesOfDetail(detail, changesOf(one.kind))),
  );
  const written = new Map<Part, readonly string[]>([
    ...homes.map((home) => [home.rows, writeHomes(home, seen, decision, changes)] as const),
    ...[...sheltered, ...members].map((one) => [one.rows, writeRecords(one, changesOf(one.kind))] as const),
    ...details.map(({ rows, changed }) => [rows, writeRows(rows, changed)] as const),
    ...sheltered.map((one) => [one.seen, writeVersions(one, seen)] as const),
    [takenPart, writePart(takenPart, taken, turnCells)],
    [markerPart, writePart(markerPart, markers, turnCells)],
    [turnPart, writePart(turnPart, last, turnCells)],
  ]);
  const rare = {
    lost: filled(changes.flatMap(lostEntries)),
    erased: filled(erasedKeys(layout, decision, changesOf)),
    details: filled(byName(details.map(({ name, gone }) => [name, gone]))),
    before: filled(erasedBefore(decision)),
  };
  return [...layout.saved.flatMap((part) => written.get(part) ?? []), JSON.stringify(rare)];
}

/** All that were wanted or found of; version 0 where there is no row. */
function writeHomes(
  { kind, rows }: KindLayout,
  { homes, versions }: SeenRows,
  { erase = [] }: Saving,
  changes: readonly RecordChange[],
): readonly string[] {
  const touched = homesChanged(changes);
  const records = new Map<string, object>();
  for (const { kind: changed, after } of changes)
    if (changed === kind && after !== undefined)
      records.set(homeName({ kind, key: keyOf(kind, after) }), after);
  const keys = erase.flatMap((one) => (one.kind === kind ? (one.keys ?? []) : []));
  const erased = new Set(keys.map((key) => homeName({ kind, key })));
  const own = [...homes].filter(([, home]) => home.kind === kind);
  for (const one of touched) if (one[1].kind === kind && !homes.has(one[0])) own.push(one);
  return writePart<(typeof own)[number]>(rows, own, (column) => {
    if (column === "version") return ([name]) => versions.get(name) ?? 0;
    if (column === "touched?") return ([name]) => touched.has(name);
    if (column === "erased?") return ([name]) => erased.has(name) && !records.has(name);
    if (column === "record") return ([name]) => records.get(name);
    const index = kind.key.indexOf(column);
    if (index >= 0) return ([, { key }]) => key[index];
    return ([name]) => {
      const record = records.get(name);
      return record && kind.columns[column]?.of(record);
    };
  });
}

function writeRecords({ kind, rows }: KindLayout, changes: readonly RecordChange[]): readonly string[] {
  const made = changes.filter(({ after }) => after !== undefined);
  return writePart<RecordChange>(rows, made, (column) => {
    if (column === "known?") return ({ before }) => before !== undefined;
    if (column === "record") return ({ after }) => after;
    const of = kind.columns[column]?.of;
    return ({ after }) => after && of?.(after);
  });
}

function writeVersions({ kind, seen }: ShelteredLayout, { homes, versions }: SeenRows): readonly string[] {
  const own = [...homes].filter(([, home]) => home.kind === kind);
  return writePart<(typeof own)[number]>(seen, own, (column) => {
    if (column === "version") return ([name]) => versions.get(name) ?? 0;
    const index = kind.key.indexOf(column);
    return ([, { key }]) => key[index];
  });
}

interface TurnRow extends SeenTurn {
  readonly list: string;
  readonly value: string;
}

/** Each value that leads to a new record takes a turn; the others that were looked at take one and give it back. */
function turnsOf(turns: Turns, changes: readonly RecordChange[]) {
  const [taken, markers, last]: [TurnRow[], TurnRow[], TurnRow[]] = [[], [], []];
  const next = new Map<string, Map<string, number>>();
  for (const change of changes) {
    for (const { list, value, key } of gainedEntries(change)) {
      const ofList = next.get(list) ?? new Map<string, number>();
      next.set(list, ofList);
      const turn = ofList.get(value) ?? (turns.get(list)?.get(value)?.turn ?? 0) + 1;
      ofList.set(value, turn + 1);
      taken.push({ list, value, turn, key });
    }
  }
  for (const [list, seen] of turns) {
    const ofList = next.get(list);
    for (const [value, one] of seen) {
      if (one.turn > 0) last.push({ list, value, ...one });
      if (ofList?.has(value) !== true) markers.push({ list, value, turn: one.turn + 1 });
    }
  }
  return { taken, markers, last };
}

function turnCells(column: string): (turn: TurnRow) => Cell {
  if (column === "list") return ({ list }) => list;
  if (column === "value") return ({ value }) => value;
  return column === "turn" ? ({ turn }) => turn : ({ key }) => key;
}

interface DetailChanges {
  readonly name: string;
  readonly rows: Part;
  /** Those that are new or different. */
  readonly changed: readonly Row[];
  /** Those that records have no longer. */
  readonly gone: readonly Row[];
}

function changesOfDetail({ name, rows }: DetailLayout, changes: readonly RecordChange[]): DetailChanges {
  const changed: Row[] = [];
  const gone: Row[] = [];
  for (const { kind, before, after } of changes) {
    const detail = kind.details?.[name];
    if (after === undefined || detail === undefined) continue;
    const [old, now] = [before ? detail.rows(before) : [], detail.rows(after)];
    const columns = Object.keys(detail.columns);
    const key = keyRow(kind, after);
    for (const [index, row] of now.entries())
      if (!hasRow(old, row, columns, index)) changed.push({ ...key, ...row });
    for (const [index, row] of old.entries())
      if (!hasRow(now, row, detail.key, index)) gone.push({ ...key, ...row });
  }
  return { name, rows, changed, gone };
}

/** Most are where they were. */
function hasRow(rows: readonly Row[], wanted: Row, columns: readonly string[], index: number): boolean {
  const isSame = (row: Row) => columns.every((column) => row[column] === wanted[column]);
  const likely = rows[index];
  return (likely !== undefined && isSame(likely)) || rows.some(isSame);
}

function writeRows(part: Part, rows: readonly Row[]): readonly string[] {
  return writePart(part, rows, (column) => (row) => row[column]);
}

function keyRow(kind: Kind, record: object): Row {
  return Object.fromEntries(kind.key.map((name) => [name, kind.columns[name]?.of(record)]));
}

type ChangesOf = (kind: Kind) => readonly RecordChange[];

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
