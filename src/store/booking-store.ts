import type { Booking } from "../booking/booking.js";
import type { DayKey, Decision, Records, Scope } from "../booking/records.js";
import { joinScopes } from "../booking/records.js";
import { StoreError } from "../errors.js";

/**
 * Loads what a scope names, isolates it, and saves what was decided. It has no rule and no clock.
 * What fails for want of the database is a `StoreError`; what `decide` throws passes through, and nothing is saved.
 */
export interface BookingStore {
  /** Set where everything is lost with the process; only then may a desk do without a secret. */
  readonly volatile?: true;
  /**
   * One transaction, isolated on all that the scope names, absence included, but for codes and requests that have no
   * record and are given none. `decide` is pure and may run again; `widen` starts again on both scopes, three times at
   * most. It writes and erases nothing that was neither named nor loaded: of a booking that is new or begins to live
   * again its day, its code, its people and its sender must be. Resolves after the commit.
   */
  readonly transact: <T>(scope: Scope, decide: Decide<T>) => Promise<T>;
  /** The same load as one snapshot, without locks. */
  readonly read: (scope: Scope) => Promise<Records>;
  /** A page of bookings in any state, in the order of their codes. */
  readonly find: (query: BookingQuery) => Promise<BookingPage>;
}

/** Decides on records, or names what more of them it needs; pure, as it may run again. */
export type Decide<T> = (records: Records, scope: Scope) => Decision<T> | { readonly widen: Scope };

export type BookingQuery = BookingFilter & {
  /** How many at most. */
  readonly limit: number;
  /** The `next` of the page before. */
  readonly after?: string;
};

/** Bookings in any state. */
export type BookingFilter =
  | DayKey
  | { readonly sender: string }
  /** Of a person key. */
  | { readonly person: string }
  /** Of an office, on dates before that one. */
  | { readonly officeId: string; readonly before: string }
  /** Whose `dueAt` is at most that. */
  | { readonly dueBy: number }
  /** Whose `noticeAt` is at most that. */
  | { readonly noticeBy: number };

/** Some bookings, and where the next page begins if there is one. */
export interface BookingPage {
  readonly bookings: readonly Booking[];
  readonly next?: string;
}

/** Of the bookings in their order, one more than `limit` where there are more, the page and where the next begins. */
export function pageOf(found: readonly Booking[], limit: number): BookingPage {
  const bookings = found.slice(0, limit);
  const next = found.length > limit ? bookings.at(-1)?.code : undefined;
  return { bookings, ...(next !== undefined && { next }) };
}

const mostWidenings = 3;

/** @throws StoreError where a decision has widened its scope more often than any has to. */
export function checkWidenings(widenings: number): void {
  if (widenings > mostWidenings)
    throw new StoreError(`A decision widened its scope more than ${mostWidenings} times.`, {
      retryable: false,
    });
}

/** For stores whose load and save are synchronous: decides until the scope is wide enough. */
export function decideOn<T>(scope: Scope, load: (scope: Scope) => Records, decide: Decide<T>): Decision<T> {
  let wide = joinScopes([scope]); // what it names twice is loaded once
  for (let widenings = 1; ; widenings++) {
    const decision = decide(load(wide), wide);
    if (!("widen" in decision)) return decision;
    checkWidenings(widenings);
    wide = joinScopes([wide, decision.widen]);
  }
}
