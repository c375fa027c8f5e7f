import { homeKind, isOfHome, type Kind, type LookUp, type LookUpValue, nameOf, textsOf } from "./kind.js";

/** What is looked up: records of a kind by one of its look-ups. */
export interface Want {
  readonly lookUp: LookUp;
  readonly values: readonly LookUpValue[];
  /** How many of each value, where the look-up has an order. */
  readonly limit?: number;
  /** Beside `values` every home that is wanted, or that a record was found of. */
  readonly everyHome?: boolean;
}

/**
 * What a store loads and isolates, absence included. With each home that is wanted, and each record that is found,
 * comes the record of the home. A
 * store may give more than is wanted, never less.
 */
export interface Scope {
  /** Look-ups with `while` find what is later. Epoch milliseconds. */
  readonly now: number;
  /** Look-ups with `upTo` find what is at most this. */
  readonly dueBy: number;
  /** Each look-up once. */
  readonly wants: readonly Want[];
}

/** What was loaded, by the names of the kinds, in no order; `recordsOf` gives those of a kind. */
export type Records = Readonly<Record<string, readonly object[]>>;

/** What was decided, to be saved whole or not at all: each record replaces the one of its key. */
export interface Decision<T> {
  readonly result: T;
  readonly save: readonly Saved[];
  readonly erase?: readonly Erasure[];
}

/** Records with the kind that tells a store how to save them; made by `saved`. */
export interface Saved {
  readonly kind: Kind;
  readonly records: readonly object[];
}

/** What goes without a trace, with whatever leads to it; what is saved in the same decision stays. */
export interface Erasure {
  readonly kind: Kind;
  readonly keys?: readonly LookUpValue[];
  /** Records whose `agedBy` column is earlier, epoch milliseconds. */
  readonly before?: number;
}

/** Records for a decision to save. */
export function saved<R extends object>(kind: Kind<R>, records: readonly R[]): Saved {
  return { kind, records };
}

/** What a decision saves of a kind. */
export function savedOf<R extends object>(
  { save }: Pick<Decision<unknown>, "save">,
  kind: Kind<R>,
): readonly R[] {
  return save.flatMap((one) => (one.kind === kind ? (one.records as readonly R[]) : [])); // of that kind
}

/** The loaded records of a kind. */
export function recordsOf<R extends object>(records: Records, kind: Kind<R>): readonly R[] {
  return (records[kind.name] ?? []) as readonly R[]; // by the names of their kinds
}

/** Whether there is nothing to save. */
export function isEmpty({ save, erase }: Decision<unknown>): boolean {
  return erase === undefined && save.every(({ records }) => records.length === 0);
}

/** One scope that wants all that the scopes want. */
export function joinScopes(scopes: readonly Scope[]): Scope {
  return {
    now: Math.min(...scopes.map(({ now }) => now)),
    dueBy: Math.max(...scopes.map(({ dueBy }) => dueBy)),
    wants: joinWants(scopes.flatMap(({ wants }) => wants)),
  };
}

/** Each look-up and each value once. */
export function joinWants(wants: readonly Want[]): readonly Want[] {
  const joined = new Map<LookUp, { values: Map<string, LookUpValue>; limit: number; everyHome: boolean }>();
  for (const { lookUp, values, limit = 0, everyHome = false } of wants) {
    let known = joined.get(lookUp);
    if (known === undefined) {
      known = { values: new Map(), limit: 0, everyHome: false };
      joined.set(lookUp, known);
    }
    for (const value of values) known.values.set(nameOf(value), value);
    known.limit = Math.max(known.limit, limit);
    known.everyHome ||= everyHome;
  }
  return [...joined].map(([lookUp, { values, limit, everyHome }]) => ({
    lookUp,
    values: [...values.values()],
    ...(limit > 0 && { limit }),
    ...(everyHome && { everyHome }),
  }));
}

/** A record's home, as far as one is known by name: its kind and its key. */
export interface Home {
  readonly kind: Kind;
  readonly key: LookUpValue;
}

/** The homes that a scope wants something of, each once, by `homeName`. */
export function homesWanted({ wants }: Scope): Map<string, Home> {
  const homes = new Map<string, Home>();
  for (const { lookUp, values } of wants) {
    const kind = isOfHome(lookUp) ? homeKind(lookUp.kind) : undefined;
    if (kind !== undefined) for (const key of values) addHome(homes, { kind, key });
  }
  return homes;
}

/** The home of a record; none where nothing isolates it. */
export function homeOfRecord(kind: Kind, record: object): Home | undefined {
  const home = homeKind(kind);
  return home && { kind: home, key: textsOf(kind, home.key, record) };
}

export function addHome(homes: Map<string, Home>, home: Home): void {
  homes.set(homeName(home), home);
}

export function homeName({ kind, key }: Home): string {
  return `${kind.name} ${nameOf(key)}`;
}
