import type { Booking } from "./booking.js";
import type { KeptOutcome } from "./kept-outcome.js";
import type { Action } from "./outcomes.js";

/** One office on one date. */
export interface DayKey {
  readonly officeId: string;
  readonly date: string;
}

/** The ledger of one office on one date; windows and pools that were never asked for are not listed. */
export interface Day extends DayKey {
  /** Time of the last decision, epoch milliseconds; never goes back. */
  readonly decidedAt: number;
  readonly counts: readonly PlaceCount[];
  /** Queue numbers issued so far, by window. */
  readonly issued: Readonly<Record<string, number>>;
  /** How many have joined the waiting list so far; missing where nobody has. */
  readonly joined?: number;
}

export interface PlaceCount {
  readonly window: string;
  readonly pool: string;
  readonly taken: number;
  /** The larger of capacity and taken at the last change: what a store's own check compares with. */
  readonly ceiling: number;
}

/** What a request id was answered; written with the effect (C5). */
export interface Answer extends KeptOutcome {
  /** Hash of sender and request id. */
  readonly key: string;
  /** Hash of what was asked. */
  readonly fingerprint: string;
  readonly at: number;
  readonly action: Action;
}

/** What is remembered of a sender besides the bookings; no record where there is nothing. */
export interface Sender {
  readonly sender: string;
  /** When a message came that changed no booking, or the last guess, epoch milliseconds. */
  readonly lastMessageAt: number;
  /** Codes that were wrong or somebody else's: how many, with no day between two of them, and when the last. */
  readonly guesses?: { readonly count: number; readonly lastAt: number };
  /** What a conversation wants to remember until then. */
  readonly draft?: { readonly content: string; readonly until: number };
}

/** What a store loads and isolates, absence included. It may give more than is named, never less. */
export interface Scope {
  /** Bookings are live while `liveUntil > now`. Epoch milliseconds. */
  readonly now: number;
  /** Bookings are due when `dueAt <= dueBy`. */
  readonly dueBy: number;
  /** Ledgers, with each day's due bookings. */
  readonly days: readonly DayKey[];
  /** Bookings in any state, with the ledgers of their days; candidate codes too, whose absence is asked. */
  readonly codes: readonly string[];
  /** Live bookings of these person keys, with the ledgers of their days. */
  readonly people: readonly string[];
  /** Live bookings of these senders, with the ledgers of their days, and what is remembered of them. */
  readonly senders: readonly string[];
  /** Keys of answers. */
  readonly requests: readonly string[];
  /** Of every day that is named or found, up to so many waiting bookings, in the order of their turns. */
  readonly waiters: number;
  /** Ledgers, with every booking of the day in any state. */
  readonly whole: readonly DayKey[];
}

/** What a scope names and the store has; no order. A day without a record has no booking. */
export interface Records {
  readonly days: readonly Day[];
  readonly bookings: readonly Booking[];
  readonly answers: readonly Answer[];
  readonly senders: readonly Sender[];
}

/** What was decided, to be saved whole or not at all: each record replaces the one of its key, but answers are new. */
export interface Decision<T> extends Records {
  readonly result: T;
  readonly erase?: Erasure;
}

/** What goes without a trace; what is saved in the same decision stays. */
export interface Erasure {
  /** Bookings, and whatever leads to them. */
  readonly codes: readonly string[];
  /** Ledgers of days without bookings. */
  readonly days: readonly DayKey[];
  /** Of the senders the record beside the bookings. */
  readonly senders: readonly string[];
  /** Answers that were given before, and records of senders whose last message came before; 0 for none. */
  readonly messagesBefore: number;
}

export function emptyScope(now: number): Scope {
  return {
    now,
    dueBy: now,
    days: [],
    codes: [],
    people: [],
    senders: [],
    requests: [],
    waiters: 0,
    whole: [],
  };
}

export const noRecords: Records = { days: [], bookings: [], answers: [], senders: [] };

/** Whether there is nothing to save. */
export function isEmpty({ days, bookings, answers, senders, erase }: Decision<unknown>): boolean {
  return erase === undefined && days.length + bookings.length + answers.length + senders.length === 0;
}

/** One scope that names all that the scopes name. */
export function joinScopes(scopes: readonly Scope[]): Scope {
  return {
    now: Math.min(...scopes.map((scope) => scope.now)),
    dueBy: Math.max(...scopes.map((scope) => scope.dueBy)),
    ...joinNeeds(scopes),
  };
}

/** All that the scopes name, each once. */
export function joinNeeds(scopes: readonly Partial<Scope>[]): Omit<Scope, "now" | "dueBy"> {
  const texts = (part: (scope: Partial<Scope>) => readonly string[] | undefined): readonly string[] => {
    const named = new Set<string>();
    for (const scope of scopes) for (const text of part(scope) ?? []) named.add(text);
    return [...named];
  };
  const days = (part: (scope: Partial<Scope>) => readonly DayKey[] | undefined): readonly DayKey[] => {
    const named = new Map<string, DayKey>();
    for (const scope of scopes) for (const day of part(scope) ?? []) named.set(dayName(day), day);
    return [...named.values()];
  };
  return {
    days: days((scope) => scope.days),
    codes: texts((scope) => scope.codes),
    people: texts((scope) => scope.people),
    senders: texts((scope) => scope.senders),
    requests: texts((scope) => scope.requests),
    waiters: Math.max(0, ...scopes.map(({ waiters = 0 }) => waiters)),
    whole: days((scope) => scope.whole),
  };
}

/** Whether a scope names all that is wanted. Of days it is never known: whoever wants one has not found it. */
export function names(scope: Scope, wanted: Partial<Scope>): boolean {
  const { codes = [], people = [], senders = [], days = [], waiters = 0 } = wanted;
  const isWithin = (some: readonly string[], all: readonly string[]) =>
    some.every((one) => all.includes(one));
  return (
    days.length === 0 &&
    waiters <= scope.waiters &&
    isWithin(codes, scope.codes) &&
    isWithin(people, scope.people) &&
    isWithin(senders, scope.senders)
  );
}

export function dayName({ officeId, date }: DayKey): string {
  return `${officeId} ${date}`;
}
