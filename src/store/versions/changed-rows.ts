import { gainedEntries, homesChanged, listChanges, lostEntries, type RecordChange } from "../changes.js";
import { type Kind, keyOf, type LookUpValue } from "../kind.js";
import { type Decision, homeName, recordsOf } from "../scope.js";
import { snakeCase } from "../sql-tables.js";
import {
  beforePart,
  type DetailLayout,
  type KindLayout,
  type Layout,
  lastPart,
  lostPart,
  type Part,
  takenPart,
} from "./layout.js";
import type { SeenRows, Turns } from "./seen.js";

/** Values by the names of columns in the database, the whole record by `record`. */
export type Row = Readonly<Record<string, unknown>>;
type Put = (part: Part, row: Row) => void;

/** What a save is given: the rows of each part, in their order. */
export function changedRows(
  { kinds, parts }: Layout,
  seen: SeenRows,
  decision: Pick<Decision<unknown>, "save" | "erase">,
): ReadonlyMap<Part, readonly Row[]> {
  const { erase = [] } = decision;
  const rows = new Map<Part, Row[]>(parts.map((part) => [part, []]));
  const put: Put = (part, row) => rows.get(part)?.push(row);
  const erased = new Set(erase.flatMap(({ kind, keys = [] }) => keys.map((key) => homeName({ kind, key }))));
  const changes = kinds.flatMap(({ kind }) => listChanges<object>(kind, decision, seen.records));
  const layouts = new Map(kinds.map((layout) => [layout.kind, layout]));
  putHomes(put, layouts, seen, changes, erased);
  for (const change of changes) {
    const layout = layouts.get(change.kind);
    if (layout !== undefined) putChange(put, layout, change, erased);
  }
  putTurns(put, seen.turns, changes);
  for (const { kind, before } of erase)
    if (before !== undefined) put(beforePart, { kind: kind.name, before });
  return rows;
}

/** All that were wanted or found of, with the versions that were seen. */
function putHomes(
  put: Put,
  layouts: ReadonlyMap<Kind, KindLayout>,
  seen: SeenRows,
  changes: readonly RecordChange[],
  erased: ReadonlySet<string>,
): void {
  const touched = homesChanged(changes);
  const records = homeRecords(layouts, seen, changes);
  for (const [name, { kind, key }] of new Map([...seen.homes, ...touched])) {
    const layout = layouts.get(kind);
    if (layout === undefined) continue;
    const [version, record] = [seen.versions.get(name) ?? 0, records.get(name)];
    put(layout.seen, { ...keyRow(kind, key), version });
    if (layout.role !== "home") continue;
    const isErased = erased.has(name) && record === undefined;
    const row = record ? rowOf(layout, record) : keyRow(kind, key);
    for (const part of partsFor(layout, { version, isTouched: touched.has(name), isErased })) put(part, row);
  }
}

interface HomeChange {
  /** 0 where it has no row. */
  readonly version: number;
  readonly isTouched: boolean;
  readonly isErased: boolean;
}

/** What has no row is taken, and given back where it stays so. */
function partsFor(
  { added, changed, gone }: KindLayout,
  { version, isTouched, isErased }: HomeChange,
): readonly Part[] {
  if (version === 0) return isTouched && !isErased ? [added] : [added, gone];
  if (isErased) return [gone];
  return isTouched ? [changed] : [];
}

/** As they are to be, by `homeName`. */
function homeRecords(
  layouts: ReadonlyMap<Kind, KindLayout>,
  { records }: SeenRows,
  changes: readonly RecordChange[],
): ReadonlyMap<string, object | undefined> {
  const isOfHome = ({ kind }: { readonly kind: Kind }) => layouts.get(kind)?.role === "home";
  const loaded = [...layouts.values()]
    .filter(isOfHome)
    .flatMap(({ kind }) =>
      recordsOf<object>(records, kind).map((after) => ({ kind, key: keyOf(kind, after), after })),
    );
  return new Map([...loaded, ...changes.filter(isOfHome)].map((one) => [homeName(one), one.after]));
}

/** Of what is written once a second row of a key is a fault, but where the first is erased. */
function putChange(put: Put, layout: KindLayout, change: RecordChange, erased: ReadonlySet<string>): void {
  const { role, added, changed, gone, details } = layout;
  const { kind, key, before, after } = change;
  for (const detail of details) putDetails(put, detail, change);
  for (const entry of lostEntries(change)) put(lostPart, { ...entry });
  if (role === "home") return;
  const isOnce = kind.isolation === "none";
  if (before !== undefined && (after === undefined || (isOnce && erased.has(homeName(change)))))
    put(gone, keyRow(kind, key));
  if (after !== undefined) put(before === undefined || isOnce ? added : changed, rowOf(layout, after));
}

/** Those that are new or different, and those that the record has no longer. */
function putDetails(put: Put, detail: DetailLayout, { kind, key, before, after }: RecordChange): void {
  if (after === undefined) return;
  const rowsIn = (record: object | undefined) => (record && kind.details?.[detail.name]?.rows(record)) ?? [];
  const [old, now] = [rowsIn(before), rowsIn(after)];
  const ofRecord = keyRow(kind, key);
  for (const [index, row] of now.entries())
    if (!hasRow(old, row, detail.columns, index)) put(detail.changed, { ...ofRecord, ...inSnakeCase(row) });
  for (const [index, row] of old.entries())
    if (!hasRow(now, row, detail.key, index)) put(detail.gone, { ...ofRecord, ...inSnakeCase(row) });
}

/** Most are where they were. */
function hasRow(rows: readonly Row[], wanted: Row, columns: readonly string[], index: number): boolean {
  const isSame = (row: Row) => columns.every((column) => row[column] === wanted[column]);
  const likely = rows[index];
  return (likely !== undefined && isSame(likely)) || rows.some(isSame);
}

/** Each value that leads to a new record takes a turn; the others that were looked at take one and give it back. */
function putTurns(put: Put, turns: Turns, changes: readonly RecordChange[]): void {
  const next = new Map<string, Map<string, number>>();
  for (const change of changes)
    for (const { list, value, key } of gainedEntries(change)) {
      const ofList = next.get(list) ?? new Map<string, number>();
      next.set(list, ofList);
      const turn = ofList.get(value) ?? (turns.get(list)?.get(value)?.turn ?? 0) + 1;
      ofList.set(value, turn + 1);
      put(takenPart, { list, value, turn, key });
    }
  for (const [list, seen] of turns)
    for (const [value, one] of seen) {
      if (one.turn > 0) put(lastPart, { list, value, ...one });
      if (next.get(list)?.has(value) !== true) put(takenPart, { list, value, turn: one.turn + 1 });
    }
}

function rowOf({ columns }: KindLayout, record: object): Row {
  const row: Record<string, unknown> = { record };
  for (const [name, { of }] of columns) row[name] = of(record);
  return row;
}

function keyRow({ key }: Kind, value: LookUpValue): Row {
  return inSnakeCase(Object.fromEntries(key.map((name, index) => [name, value[index]])));
}

function inSnakeCase(row: Row): Row {
  return Object.fromEntries(Object.entries(row).map(([name, value]) => [snakeCase(name), value]));
}
