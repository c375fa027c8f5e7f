/** What a column holds. An `instant` is epoch milliseconds. */
export type ColumnType = "text" | "integer" | "instant" | "boolean";
export type ColumnValue = string | number | boolean | undefined;

/** What of a record stands in a column of its own, beside the record as JSON; `undefined` is NULL. */
export interface Column<R> {
  readonly type: ColumnType;
  /** What the column of a record holds. */
  of(record: R): ColumnValue;
}

/** The values of some columns, in the order of their names: `["jakarta-pusat", "2017-08-10"]`. */
export type LookUpValue = readonly string[];

/** Leads from values to records, such as from each person of a booking to the booking. */
export interface List<R> {
  readonly short: string;
  /** The values that lead to a record. */
  each(record: R): readonly string[];
  /** Where a record has one value at most, the column that has it. */
  readonly column?: string;
}

/** Rows of a table of their own that repeat a part of the record, so that a constraint can speak of it. */
export interface Detail<R> {
  /** The columns that tell the rows of one record apart. */
  readonly key: readonly string[];
  readonly columns: Readonly<Record<string, ColumnType>>;
  /** The rows of a record. */
  rows(record: R): readonly Readonly<Record<string, ColumnValue>>[];
}

/** How records of a kind are found. */
export interface LookUpShape {
  /** Names what it is found by where names are part of every key; two look-ups by the same columns may share it. */
  readonly short: string;
  /** The columns whose values are given. For a scope they are the key of the records' home, or of the kind itself. */
  readonly by?: readonly string[];
  /** Instead of columns a list of the kind, by one of its values. */
  readonly list?: string;
  /** Only while this column is later than the scope's `now`; `find` passes over it. */
  readonly while?: string;
  /** Only where this column is at most the scope's `now`, or what `find` is given. */
  readonly upTo?: string;
  /** Only where this column has a value, in its order, and no more than the limit. */
  readonly order?: string;
}

export interface LookUp<R extends object = object> extends LookUpShape {
  readonly kind: Kind<R>;
  readonly name: string;
}

/**
 * Describes the records of one kind, once for all stores. What isolates a record is a version: its own, that of the
 * record that is its home (a booking's day), or none where records are written once and never changed.
 */
export interface KindShape<R extends object> {
  /** Names the table, `giliran_booking`. */
  readonly name: string;
  /** Names the kind where names are part of every key. */
  readonly short: string;
  /** A function, since the family names its kinds as well. */
  readonly family: () => Family;
  /** The columns that tell records apart. */
  readonly key: readonly string[];
  readonly columns: Readonly<Record<string, Column<R>>>;
  readonly isolation:
    | "own"
    | "none"
    /** The kind whose key columns these records have too. Its records may be missing, and are isolated all the same. */
    | { readonly home: Kind };
  /** A list of another kind, by whose values these records are named: who looks one up has looked up the list too. */
  readonly beside?: { readonly kind: Kind; readonly list: string };
  /** By names that no other kind has for a list. */
  readonly lists?: Readonly<Record<string, List<R>>>;
  readonly details?: Readonly<Record<string, Detail<R>>>;
  /** The column by whose time old records are erased. */
  readonly agedBy?: string;
}

export interface Kind<R extends object = object, Name extends string = string> extends KindShape<R> {
  /** By the key, in any state. */
  readonly byKey: LookUp<R>;
  readonly lookUps: Readonly<Record<Name, LookUp<R>>>;
}

/** Kinds that come together, and the tables that they are kept in. */
export interface Family {
  readonly name: string;
  /** Names the family where names are part of every key; its name where left out, nothing for one family at most. */
  readonly short?: string;
  readonly kinds: readonly Kind[];
  /** One a version, from 1; never changed once it was published. */
  readonly migrations: readonly Migration[];
}

/** What changes from one version of the tables to the next. */
export type Migration = readonly MigrationStep[];

/** One change of the tables. */
export type MigrationStep =
  | { readonly kind: "table"; readonly table: TableShape }
  /** The table of a list, in stores that have one for each. */
  | { readonly kind: "list"; readonly list: ListTableShape }
  /** What concerns one kind of database alone. */
  | { readonly kind: "sql"; readonly sqlite?: string; readonly postgres?: string; readonly mariadb?: string };

/**
 * As it was when the migration was written; column names as in a kind, `?` behind the type where NULL may stand. `list`
 * is the column of a list with one value at most, in stores that have no table for all lists.
 */
export interface TableShape {
  readonly name: string;
  readonly columns: Readonly<Record<string, ColumnType | `${ColumnType}?` | "list">>;
  readonly key: readonly string[];
  /** Whether the table has records, or only details of some. */
  readonly record: boolean;
  /** Whether its records have a version of their own. */
  readonly versioned?: boolean;
  /** Unique among those that have a value in the last column. */
  readonly unique?: Readonly<Record<string, readonly string[]>>;
  readonly indexes?: Readonly<Record<string, readonly string[]>>;
  /** SQL that every database understands, by the names of the database's columns: `places > 0`. */
  readonly checks?: readonly string[];
}

export interface ListTableShape {
  readonly name: string;
  /** The one key column of the kind that is listed. */
  readonly key: string;
  readonly while?: string;
}

/** A kind with its look-ups. */
export function defineKind<R extends object, Name extends string = never>(
  shape: KindShape<R>,
  lookUps: Readonly<Record<Name, LookUpShape>>,
): Kind<R, Name> {
  const kind = { ...shape } as { -readonly [Part in keyof Kind<R, Name>]: Kind<R, Name>[Part] }; // whole below
  kind.byKey = { kind, name: "byKey", short: shape.short, by: shape.key };
  const named = {} as Record<Name, LookUp<R>>; // whole below
  for (const name of Object.keys(lookUps) as Name[]) named[name] = { ...lookUps[name], kind, name };
  kind.lookUps = named;
  return kind;
}

/** The key of a record. */
export function keyOf<R extends object>(kind: Kind<R>, record: R): LookUpValue {
  return textsOf(kind, kind.key, record);
}

/** What some text columns of a record hold. */
export function textsOf<R extends object>(kind: Kind<R>, columns: readonly string[], record: R): LookUpValue {
  const texts: string[] = [];
  for (const column of columns) texts.push(String(kind.columns[column]?.of(record)));
  return texts;
}

/** A text for a value, another for every other one of as many columns. */
export function nameOf(value: LookUpValue): string {
  if (value.length === 1) return value[0] ?? "";
  let name = "";
  for (const text of value) name += `${text.length} ${text}`;
  return name;
}

/** `nameOf` the key of a record, made without the key. */
export function keyNameOf<R extends object>(kind: Kind<R>, record: R): string {
  const [first = "", ...others] = kind.key;
  return others.length > 0 ? nameOf(keyOf(kind, record)) : String(kind.columns[first]?.of(record));
}

/** The kind whose versions isolate the records of a kind: the kind itself or its home; none where nothing does. */
export function homeKind(kind: Kind): Kind | undefined {
  if (kind.isolation === "none") return undefined;
  return kind.isolation === "own" ? kind : kind.isolation.home;
}

/** The columns by which a record of the kind names its home. */
export function homeColumns(kind: Kind): readonly string[] {
  return homeKind(kind)?.key ?? [];
}

/** Whether a look-up leads to all that is in a home, or to a part of it. */
export function isOfHome({ kind, by }: LookUp): boolean {
  const columns = homeColumns(kind);
  return (
    columns.length > 0 && by?.length === columns.length && columns.every((name, index) => by[index] === name)
  );
}
