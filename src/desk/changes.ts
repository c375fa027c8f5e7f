import {
  feedIn,
  forgetChanges,
  needBatches,
  needFeed,
  needPages,
  orderBatches,
  placeBatches,
} from "../booking/feed/feed.js";
import {
  type BookingChange,
  type ChangeBatch,
  type ChangePage,
  changeBatchKind,
  changePageKind,
} from "../booking/feed/feed-kinds.js";
import { found } from "../input/found.js";
import { recordsOf, scopeAt } from "../store/scope.js";
import type { DeskContext } from "./desk-context.js";
import { pagesOf } from "./reader.js";

/** What a program of yours follows. */
export interface Changes {
  /**
   * What became of bookings, of all desks on the store and in order: of each booking one after the other, and nothing in front
   * of what was given before. It needs `keepChanges` of every desk on the store. Whoever goes on after what was done last
   * misses nothing, and may be given something twice where they stopped before that was noted.
   * @example
   * let after: string | undefined; // as it was kept
   * const { changes, next } = await desk.changes({ after, limit: 100 });
   * for (const { id, what, code } of changes) console.log(id, what, code); // 12.0 confirmed 7HXW9TB6
   * after = next; // to be kept
   */
  readonly changes: (query?: ChangesQuery) => Promise<ChangesFound>;
}

export interface ChangesQuery {
  /** The `next` of the call before, or the id of a change; the oldest that are kept where it is left out. */
  readonly after?: string | undefined;
  /** How many at most; default 100. */
  readonly limit?: number;
}

export interface ChangesFound {
  readonly changes: readonly BookingChange[];
  /** What to go on after. */
  readonly next: string;
  /** Where changes after `after` were erased before they were asked for, with `forgetBefore`. */
  readonly missed?: true;
}

/** How many batches are given their places in one transaction, and how many pages are read in one call. */
const together = 50;

export interface ChangesOfDesk extends Changes {
  /** Forgets what is older, epoch milliseconds. */
  readonly forget: (before: number) => Promise<void>;
}

export function createChanges({ store, now, keepChanges }: DeskContext): ChangesOfDesk {
  async function findPending(): Promise<readonly ChangeBatch[]> {
    const query = { lookUp: changeBatchKind.lookUps.pending, value: [], upTo: Number.MAX_SAFE_INTEGER };
    const batches: ChangeBatch[] = [];
    for await (const page of pagesOf(store, query)) batches.push(...page);
    return batches;
  }

  /** What was pending when it began has its place when it ends. */
  async function placeAll(): Promise<void> {
    const first = await findPending();
    if (first.length === 0) return;
    // Whatever any of them came after was committed by now, and so the second look has it.
    const ids = orderBatches(first, await findPending());
    for (let from = 0; from < ids.length; from += together) {
      const some = ids.slice(from, from + together);
      await store.transact(scopeAt(now?.(), [needFeed, needBatches(some)]), (records, scope) =>
        placeBatches(some, records, scope),
      );
    }
  }

  /** What was placed after a change, as far as it goes, and whether some of it was erased meanwhile. */
  async function readAfter([position, index]: Place, limit: number): Promise<Omit<ChangesFound, "next">> {
    const changes: BookingChange[] = [];
    let isMissed = false;
    let from = position;
    for (let last = Infinity; changes.length < limit && from <= last; ) {
      const { records } = await store.read(scopeAt(now?.(), [needFeed, needPages(from, together)]));
      const feed = feedIn(records);
      last = feed.last;
      if (feed.first >= from) {
        isMissed = true;
        from = feed.first + 1;
        continue;
      }
      const pages = [...recordsOf(records, changePageKind)];
      pages.sort((a, b) => (a.position < b.position ? -1 : 1));
      for (const page of pages) changes.push(...changesOn(page, [position, index]));
      from += together;
    }
    return { changes: changes.slice(0, limit), ...(isMissed && { missed: true }) };
  }

  return {
    async changes({ after, limit = 100 } = {}) {
      if (!keepChanges)
        throw new RangeError("Expected a desk that keeps changes: createDesk({ keepChanges: true }).");
      if (!Number.isInteger(limit) || limit < 1)
        throw new RangeError(`limit: expected a whole number from 1 up, found ${found(limit)}`);
      const place = readId(after);
      await placeAll();
      const { changes, missed } = await readAfter(place, limit);
      const next = changes.at(-1)?.id ?? after ?? "0.0";
      return { changes, next, ...(missed && after !== undefined && { missed }) };
    },
    async forget(before) {
      if (!keepChanges) return;
      await store.transact(scopeAt(now?.(), [needFeed]), (records) => forgetChanges(records, before));
    },
  };
}

/** Of a page, and in it. */
type Place = readonly [position: number, index: number];

/** Those that come after a place. */
function changesOn({ position, changes }: ChangePage, [after, index]: Place): readonly BookingChange[] {
  const at = Number(position);
  return changes.flatMap(({ index: _, ...change }, place) =>
    at > after || place > index ? [{ id: `${at}.${place}`, ...change }] : [],
  );
}

/** @throws RangeError where it is no id of a change. */
function readId(after: string | undefined): Place {
  if (after === undefined) return [1, -1];
  const [, position, index] = /^(\d{1,12})\.(\d{1,6})$/.exec(after) ?? [];
  if (position === undefined || index === undefined)
    throw new RangeError("after: expected the `next` of a call before, or the id of a change.");
  return Number(position) === 0 ? [1, -1] : [Number(position), Number(index)];
}
