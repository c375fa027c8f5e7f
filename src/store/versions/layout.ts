import { type Column, type ColumnType, homeKind, isOfHome, type Kind, type LookUp } from "../kind.js";
import { snakeCase } from "../sql-tables.js";

/** The table of all lists: each record that a value leads to has a turn of the value's own, from 1. */
export const entryTable = "giliran_list_entry";

/** How the kinds that a store has met lie in the database, and what a save is given of each. */
export interface Layout {
  readonly kinds: readonly KindLayout[];
  /** What a save is given, in the order of its arguments. */
  readonly parts: readonly Part[];
}

export interface KindLayout {
  readonly kind: Kind;
  /**
   * The versions of a home isolate records: who looks at one without a record takes and gives back its row. Those of
   * what is sheltered are looked at while the turn of its list is taken. All others are members.
   */
  readonly role: "home" | "sheltered" | "member";
  /** By their names in the database. */
  readonly columns: readonly (readonly [string, Column<object>])[];
  /** The versions that were seen. */
  readonly seen: Part;
  readonly added: Part;
  readonly changed: Part;
  readonly gone: Part;
  readonly details: readonly DetailLayout[];
  /** The kinds of other records that it is the home of. */
  readonly members: readonly Kind[];
  readonly lists: readonly ListLookUp[];
  /** Look-ups within homes. */
  readonly inHomes: readonly LookUp[];
}

export type ListLookUp = LookUp & { readonly list: string };

export interface DetailLayout {
  readonly name: string;
  readonly key: readonly string[];
  readonly columns: readonly string[];
  readonly changed: Part;
  readonly gone: Part;
}

/** Rows that a save is given. */
export interface Part {
  readonly name: string;
  /** By the names of columns in the database. */
  readonly types: Readonly<Record<string, PartType>>;
}

/** Of a column, or that of a whole record. */
export type PartType = ColumnType | "record";

const turnTypes = { list: "text", value: "text", turn: "integer", key: "text" } as const;

/** Turns that records take; those without a key are taken and given back. */
export const takenPart: Part = { name: "taken", types: turnTypes };

/** The last turns that were seen. */
export const lastPart: Part = { name: "last", types: turnTypes };

/** Before which time records of a kind are erased. */
export const beforePart: Part = { name: "before", types: { kind: "text", before: "instant" } };

/** Where lists lead no longer. */
export const lostPart: Part = { name: "lost", types: { list: "text", value: "text", key: "text" } };

export function layoutOf(all: readonly Kind[]): Layout {
  const kinds = all.map((kind) =>
    layoutOfKind(
      kind,
      all.filter((other) => other !== kind && homeKind(other) === kind),
    ),
  );
  const parts = kinds.flatMap(({ seen, added, changed, gone, details }) => [
    ...[seen, added, changed, gone],
    ...details.flatMap((detail) => [detail.changed, detail.gone]),
  ]);
  return { kinds, parts: [...parts, takenPart, lastPart, lostPart, beforePart] };
}

function layoutOfKind(kind: Kind, members: readonly Kind[]): KindLayout {
  const { name, columns, details = {}, isolation, lookUps } = kind;
  const keyTypes = typesOf(kind, kind.key);
  const types = { ...keyTypes, ...typesOf(kind, Object.keys(columns)), record: "record" } as const;
  const isNamed = members.length === 0 && shelterOf(kind) !== undefined;
  return {
    kind,
    columns: Object.entries(columns).map(([column, of]) => [snakeCase(column), of]),
    role: isolation !== "own" ? "member" : isNamed ? "sheltered" : "home",
    seen: { name: `${name} seen`, types: { ...keyTypes, version: "instant" } },
    added: { name: `${name} added`, types },
    changed: { name: `${name} changed`, types },
    gone: { name: `${name} gone`, types: keyTypes },
    details: Object.entries(details).map(([detail, { key, columns }]) => {
      const own = Object.entries(columns).map(([column, type]) => [snakeCase(column), type] as const);
      const ofKey = own.filter(([column]) => key.map(snakeCase).includes(column));
      return {
        name: detail,
        key: [...kind.key, ...key],
        columns: Object.keys(columns),
        changed: { name: `${detail} changed`, types: { ...keyTypes, ...Object.fromEntries(own) } },
        gone: { name: `${detail} gone`, types: { ...keyTypes, ...Object.fromEntries(ofKey) } },
      };
    }),
    members,
    lists: listLookUps(kind),
    // Homes are wanted by their keys, whatever they are looked up by.
    inHomes: Object.values(lookUps).filter((lookUp) => isolation !== "own" && isOfHome(lookUp)),
  };
}

/** The look-up by whose values the records of a kind are named. */
export function shelterOf({ beside }: Kind): LookUp | undefined {
  return beside && listLookUps(beside.kind).find(({ list }) => list === beside.list);
}

function listLookUps({ lookUps }: Kind): readonly ListLookUp[] {
  return Object.values(lookUps).filter((lookUp): lookUp is ListLookUp => lookUp.list !== undefined);
}

function typesOf(kind: Kind, columns: readonly string[]): Part["types"] {
  return Object.fromEntries(columns.map((name) => [snakeCase(name), kind.columns[name]?.type ?? "text"]));
}
