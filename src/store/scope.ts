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
 * comes the record of the home. A store may give more than is wanted, never less.
 */
export interface Scope {
  /**
   * Epoch milliseconds; look-ups with `while` find what is later, those with `upTo` what is not. Left out, the store's
   * own clock gives it, anew for each load.
   */
  readonly now?: number;
  /** Each look-up once. */
  readonly wants: readonly Want[];
}

/** A scope with the time at which it was loaded. */
export interface TimedScope extends Scope {
  readonly now: number;
}

/** What was loaded, by the names of the kinds, in no order; `recordsOf` gives those of a kind. */
export type Records = Readonly<Record<string, readonly object[]>>;

/** What was read, and when: the `now` of the scope, or what the store's clock showed. */
export interface Loaded {
  readonly now: number;
  readonly records: Records;
}

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

/** One scope that wants all that the scopes want, with the time of the first. */
export function joinScopes(scopes: readonly Scope[]): Scope {
  return { ...scopes[0], wants: joinWants(scopes.flatMap(({ wants }) => wants)) };
}

/** What is wanted at a time, or by the store's own clock. */
export function scopeAt(now: number | undefined, wants: readonly Want[]): Scope {
  return now === undefined ? { wants } : { now, wants };
}

/** For stores without a clock of their own: the machine's gives the time where the scope has none. */
export function timed(scope: Scope): TimedScope {
  return { ...scope, now: scope.now ?? Date.now() };
}

/** Each look-up and each value once. */
export function joinWants(wants: readonly Want[]): readonly Want[] {
  // They are of few look-ups, which are compared faster than a map finds them.
  const groups: [Want, ...Want[]][] = [];
  for (const want of wants) {
    let at = 0;
    while (at < groups.length && groups[at]?.[0]?.lookUp !== want.lookUp) at++;
    const alike = groups[at];
    if (alike === undefined) groups.push([want]);
    else alike.push(want);
  }
  return groups.map(joinAlike);
}

/** Wants of one look-up as one. */
function joinAlike(alike: readonly [Want, ...(readonly Want[])]): Want {
  const [first] = alike;
  if (alike.length === 1 && first.values.length <= 1) return first; // most of one request
  const values = new Map<string, LookUpValue>();
  for (const want of alike) for (const value of want.values) values.set(nameOf(value), value);
  const limit = Math.max(...alike.map((want) => want.limit ?? 0));
  const everyHome = alike.some((want) => want.everyHome === true);
  return {
    lookUp: first.lookUp,
    values: [...values.values()],
    ...(limit > 0 && { limit }),
    ...(everyHome && { everyHome }),
  };
}

/** A record's home, as far as one is known by name: its kind and its key. */
export interface Home {
  readonly kind: Kind;
  readonly key: LookUpValue;
}

/** Values by kind and name, each once. */
export type ByKind<T> = Map<Kind, Map<string, T>>;

/** What there is of a kind; it is made where there is nothing yet. */
export function partOf<T>(parts: ByKind<T>, kind: Kind): Map<string, T> {
  const known = parts.get(kind);
  if (known !== undefined) return known;
  const part = new Map<string, T>();
  parts.set(kind, part);
  return part;
}

/** The homes that a scope wants something of. */
export function homesWanted({ wants }: Scope): ByKind<LookUpValue> {
  const homes: ByKind<LookUpValue> = new Map();
  for (const { lookUp, values } of wants) {
    const home = isOfHome(lookUp) ? homeKind(lookUp.kind) : undefined;
    if (home !== undefined) for (const key of values) partOf(homes, home).set(nameOf(key), key);
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
