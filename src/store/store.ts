import { StoreError } from "../errors.js";
import { checkUnique } from "./check-unique.js";
import type { LookUp, LookUpValue } from "./kind.js";
import {
  type Decision,
  joinScopes,
  type Loaded,
  type Records,
  type Scope,
  type TimedScope,
  timed,
} from "./scope.js";

/**
 * Loads what a scope wants, isolates it, and saves what was decided. It has no rule; it gives the time
 * where the scope has none.
 * What fails for want of the database is a `StoreError`; what `decide` throws passes through, and nothing is saved.
 */
export interface Store {
  /** Set where everything is lost with the process; only then may a desk do without a secret. */
  readonly volatile?: true;
  /** How many transactions of a desk are worth running at a time, from 1; default 4. One where calls are synchronous. */
  readonly width?: number;
  /**
   * One transaction, isolated on all that the scope wants, absence included, but for keys that have no record and are
   * given none. `decide` is pure and may run again; `widen` starts again on both scopes, eight times at most. It saves
   * and erases nothing that was neither wanted nor loaded: of a record that is new, or begins to be found by a list
   * again, its key, its home and the values of its lists must be (`strictStore` of `giliran/testing` looks). Resolves
   * after the commit.
   */
  readonly transact: <T>(scope: Scope, decide: Decide<T>) => Promise<T>;
  /** The same load as one snapshot, without locks. */
  readonly read: (scope: Scope) => Promise<Loaded>;
  /** A page of the records of a look-up, in the order of their keys. */
  readonly find: <R extends object>(query: Query<R>) => Promise<Page<R>>;
}

/** Decides on records, or says what more of them it needs; pure, as it may run again. */
export type Decide<T> = (records: Records, scope: TimedScope) => Decision<T> | { readonly widen: Scope };

/** Records whether they are live or not, of a kind whose key is one column. */
export interface Query<R extends object = object> extends Filter<R> {
  /** How many at most. */
  readonly limit: number;
  /** The `next` of the page before. */
  readonly after?: string;
}

export interface Filter<R extends object = object> {
  readonly lookUp: LookUp<R>;
  readonly value: LookUpValue;
  /** For look-ups with `upTo`: the most that the column may be. */
  readonly upTo?: number | string;
}

/** Some records, and where the next page begins if there is one. */
export interface Page<R extends object = object> {
  readonly records: readonly R[];
  readonly next?: string;
}

/** Of records in the order of their keys, one more than `limit` where there are more, the page and where the next begins. */
export function pageOf<R extends object>(
  { lookUp: { kind }, limit }: Query<R>,
  found: readonly R[],
): Page<R> {
  const records = found.slice(0, limit);
  const [key = ""] = kind.key;
  const last = records.at(-1);
  const next = found.length > limit && last !== undefined ? kind.columns[key]?.of(last) : undefined;
  return { records, ...(next !== undefined && { next: String(next) }) };
}

const mostWidenings = 8;

/** @throws StoreError where a decision has widened its scope more often than any has to. */
export function checkWidenings(widenings: number): void {
  if (widenings > mostWidenings)
    throw new StoreError(`A decision widened its scope more than ${mostWidenings} times.`, {
      retryable: false,
    });
}

/** For stores whose load and save are synchronous: decides until the scope is wide enough. */
export function decideOn<T>(
  scope: Scope,
  load: (scope: TimedScope) => Records,
  decide: Decide<T>,
): Decision<T> {
  let wide = scope;
  for (let widenings = 1; ; widenings++) {
    const now = timed(wide);
    const records = load(now);
    const decision = decide(records, now);
    if (!("widen" in decision)) {
      checkUnique(decision, records);
      return decision;
    }
    checkWidenings(widenings);
    wide = joinScopes([wide, decision.widen]);
  }
}
