import { homeKind, isOfHome, type Kind, type List, type LookUp } from "../kind.js";
import { sqlTypeOf, sqlTypes } from "./names.js";
import { definePart, type Part } from "./parts.js";

/** How the kinds that a store has met lie in the database, and what its functions are given of each. */
export interface Layout {
  readonly kinds: readonly Kind[];
  /** Those whose versions isolate records; who looks at one without a record takes and gives back its row. */
  readonly homes: readonly HomeLayout[];
  /** Those whose versions are looked at in the shelter of a list. */
  readonly sheltered: readonly ShelteredLayout[];
  /** All others. */
  readonly members: readonly KindLayout[];
  /** All that a save is given, in the order of its arguments. */
  readonly saved: readonly Part[];
  /** What may be wanted of each kind. */
  readonly wanted: readonly WantedLayout[];
}

export interface WantedLayout {
  readonly kind: Kind;
  readonly lists: readonly ListLookUp[];
  /** Look-ups within homes. */
  readonly inHomes: readonly LookUp[];
}

export type ListLookUp = LookUp & { readonly list: string };

export interface KindLayout {
  readonly kind: Kind;
  readonly rows: Part;
  readonly details: readonly DetailLayout[];
}

export interface HomeLayout extends KindLayout {
  /** The kinds of the records that are in it, beside its own. */
  readonly members: readonly Kind[];
}

export interface ShelteredLayout extends KindLayout {
  /** The versions that were seen. */
  readonly seen: Part;
}

export interface DetailLayout {
  readonly name: string;
  readonly key: readonly string[];
  readonly rows: Part;
}

const turnColumns = { list: "text", value: "text", turn: "integer" };

/** Turns that records take. */
export const takenPart: Part = /* @__PURE__ */ definePart("taken", { ...turnColumns, key: "text" });

/** Turns that are taken and given back. */
export const markerPart: Part = /* @__PURE__ */ definePart("marker", turnColumns);

/** The last turns that were seen. */
export const turnPart: Part = /* @__PURE__ */ definePart("turn", takenPart.columns);

export function layoutOf(kinds: readonly Kind[]): Layout {
  const isHome = (kind: Kind) => kinds.some((other) => other !== kind && homeKind(other) === kind);
  const own = kinds.filter(({ isolation }) => isolation === "own");
  const named = own.filter((kind) => !isHome(kind) && shelterOf(kind) !== undefined);
  const homes = own
    .filter((kind) => !named.includes(kind))
    .map((kind) => ({
      kind,
      rows: partOf(kind, { version: "bigint", "touched?": "boolean", "erased?": "boolean" }, "json"),
      details: detailsOf(kind),
      members: kinds.filter((other) => other !== kind && homeKind(other) === kind),
    }));
  const sheltered = named.map((kind) => ({
    kind,
    rows: partOf(kind, {}, "record"),
    details: detailsOf(kind),
    seen: definePart(`${kind.name} seen`, { ...typesOf(kind, kind.key), version: "bigint" }),
  }));
  const members = kinds
    .filter((kind) => !own.includes(kind))
    .map((kind) => ({
      kind,
      rows: partOf(kind, kind.isolation === "none" ? {} : { "known?": "boolean" }, "record"),
      details: detailsOf(kind),
    }));
  const all = [...homes, ...sheltered, ...members];
  const saved = [
    ...all.flatMap(({ rows, details }) => [rows, ...details.map((detail) => detail.rows)]),
    ...sheltered.map(({ seen }) => seen),
    takenPart,
    markerPart,
    turnPart,
  ];
  return { kinds, homes, sheltered, members, saved, wanted: kinds.map(wantedOf) };
}

export function allOf({ homes, sheltered, members }: Layout): readonly KindLayout[] {
  return [...homes, ...sheltered, ...members];
}

/** The look-up by whose values the records of a kind are named. */
export function shelterOf({ beside }: Kind): LookUp | undefined {
  return beside && listLookUps(beside.kind).find(({ list }) => list === beside.list);
}

function listLookUps({ lookUps }: Kind): readonly ListLookUp[] {
  return Object.values(lookUps).filter((lookUp): lookUp is ListLookUp => lookUp.list !== undefined);
}

function wantedOf(kind: Kind): WantedLayout {
  const isMember = kind.isolation !== "own"; // homes are wanted by their keys, whatever they are looked up by
  return {
    kind,
    lists: listLookUps(kind),
    inHomes: Object.values(kind.lookUps).filter((lookUp) => isMember && isOfHome(lookUp)),
  };
}

export function listsOf(kind: Kind): Readonly<Record<string, List<object>>> {
  return kind.lists ?? {};
}

function typesOf(kind: Kind, columns: readonly string[]): Readonly<Record<string, string>> {
  return Object.fromEntries(columns.map((name) => [name, sqlTypeOf(kind, name)]));
}

function partOf(kind: Kind, more: Part["columns"], record: string): Part {
  const key = typesOf(kind, kind.key);
  return definePart(kind.name, { ...key, ...more, ...typesOf(kind, otherColumns(kind)), record });
}

/** Without the key. */
export function otherColumns({ columns, key }: Kind): readonly string[] {
  return Object.keys(columns).filter((name) => !key.includes(name));
}

function detailsOf(kind: Kind): readonly DetailLayout[] {
  return Object.entries(kind.details ?? {}).map(([name, { key, columns }]) => ({
    name,
    key: [...kind.key, ...key],
    rows: definePart(`${kind.name}/${name}`, {
      ...typesOf(kind, kind.key),
      ...Object.fromEntries(Object.entries(columns).map(([column, type]) => [column, sqlTypes[type]])),
    }),
  }));
}
