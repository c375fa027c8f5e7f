import type { Booking } from "./booking.js";
import type { Action, Outcome } from "./outcomes.js";

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
}

export interface PlaceCount {
  readonly window: string;
  readonly pool: string;
  readonly taken: number;
  /** The larger of capacity and taken at the last change: what a store's own check compares with. */
  readonly ceiling: number;
}

/** What a request id was answered; written with the effect (C5). */
export interface Answer {
  /** Hash of sender and request id. */
  readonly key: string;
  /** Hash of what was asked. */
  readonly fingerprint: string;
  /** The booking that it speaks of. */
  readonly code: string;
  readonly at: number;
  readonly action: Action;
  readonly outcome: Outcome;
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
  /** Live bookings of these senders, with the ledgers of their days. */
  readonly senders: readonly string[];
  /** Keys of answers. */
  readonly requests: readonly string[];
}

/** What a scope names and the store has; no order. A day without a record has no booking. */
export interface Records {
  readonly days: readonly Day[];
  readonly bookings: readonly Booking[];
  readonly answers: readonly Answer[];
}

/** What was decided, to be saved whole or not at all: each record replaces the one of its key. */
export interface Decision<T> extends Records {
  readonly result: T;
}

export function emptyScope(now: number): Scope {
  return { now, dueBy: now, days: [], codes: [], people: [], senders: [], requests: [] };
}

/** One scope that names all that the scopes name. */
export function joinScopes(scopes: readonly Scope[]): Scope {
  const days = scopes.flatMap((scope) => scope.days);
  const distinct = (part: (scope: Scope) => readonly string[]) => [...new Set(scopes.flatMap(part))];
  return {
    now: Math.min(...scopes.map((scope) => scope.now)),
    dueBy: Math.max(...scopes.map((scope) => scope.dueBy)),
    days: [...new Map(days.map((day) => [dayName(day), day])).values()],
    codes: distinct((scope) => scope.codes),
    people: distinct((scope) => scope.people),
    senders: distinct((scope) => scope.senders),
    requests: distinct((scope) => scope.requests),
  };
}

export function dayName({ officeId, date }: DayKey): string {
  return `${officeId} ${date}`;
}
