import { day } from "../../input/instant.js";
import {
  type Decision,
  type Records,
  recordsOf,
  type Scope,
  saved,
  savedOf,
  type Want,
} from "../../store/scope.js";
import type { Booking } from "../booking.js";
import { bookingKind } from "../kinds.js";
import {
  type ChangeBatch,
  type ChangePage,
  changeBatchKind,
  changePageKind,
  type Feed,
  feedKind,
  type UnplacedChange,
} from "./feed-kinds.js";

const name = "feed";

export const needFeed: Want = { lookUp: feedKind.byKey, values: [[name]] };

export function needBatches(ids: readonly string[]): Want {
  return { lookUp: changeBatchKind.byKey, values: ids.map((id) => [id]) };
}

export function needPages(from: number, count: number): Want {
  return {
    lookUp: changePageKind.byKey,
    values: Array.from({ length: count }, (_, index) => [keyOf(from + index)]),
  };
}

/** In the order of the numbers. */
function keyOf(position: number): string {
  return String(position).padStart(12, "0");
}

/** The decision with what it makes of bookings beside it, under an id that the scope wants. */
export function withChanges<T>(
  decision: Decision<T>,
  records: Records,
  id: string,
  now: number,
): Decision<T> {
  const known = new Map(recordsOf<Booking>(records, bookingKind).map((booking) => [booking.code, booking]));
  const changes = savedOf<Booking>(decision, bookingKind).flatMap((booking) =>
    changesSince(known.get(booking.code)?.history.length ?? 0, booking),
  );
  if (changes.length === 0) return decision;
  return { ...decision, save: [...decision.save, saved(changeBatchKind, [{ id, at: now, changes }])] };
}

function changesSince(seen: number, booking: Booking): readonly UnplacedChange[] {
  const { officeId, date, code, state, window, pool, places, history } = booking;
  return history.slice(seen).map((change, index) => ({
    ...change,
    index: seen + index,
    officeId,
    date,
    code,
    state,
    window,
    pool,
    places,
  }));
}

/**
 * The ids of batches in the order of their places: the earlier first, and of a booking each after what became of it before,
 * whatever clocks said. `all` was looked for after `first`, so that it has whatever any of `first` came after.
 */
export function orderBatches(first: readonly ChangeBatch[], all: readonly ChangeBatch[]): readonly string[] {
  const owners = new Map(
    all.flatMap((batch) => batch.changes.map(({ code, index }) => [`${index} ${code}`, batch])),
  );
  const ordered = new Set<ChangeBatch>();
  const entered = new Set<ChangeBatch>();
  const inTime = (batches: readonly ChangeBatch[]) => [...batches].sort((a, b) => a.at - b.at);

  /** What a batch came after, and has no place yet. */
  const openBefore = ({ changes }: ChangeBatch) =>
    changes
      .flatMap(({ code, index }) => owners.get(`${index - 1} ${code}`) ?? [])
      .filter((before) => !ordered.has(before) && !entered.has(before));

  function place(batch: ChangeBatch): void {
    const open = [batch];
    for (let one = open.at(-1); one !== undefined; one = open.at(-1)) {
      const isNew = !entered.has(one);
      entered.add(one);
      const before = isNew ? openBefore(one) : [];
      if (before.length > 0) open.push(...before);
      else {
        ordered.add(one);
        open.pop();
      }
    }
  }

  const known = new Map(all.map((batch) => [batch.id, batch]));
  for (const batch of inTime(first.flatMap(({ id }) => known.get(id) ?? []))) place(batch);
  return [...ordered].map(({ id }) => id);
}

/** Gives batches their places, those that another reader was faster with left out. */
export function placeBatches(
  ids: readonly string[],
  records: Records,
  { now, wants }: Scope & { readonly now: number },
): Decision<undefined> | { readonly widen: Scope } {
  const feed = feedIn(records);
  const known = new Map(recordsOf<ChangeBatch>(records, changeBatchKind).map((batch) => [batch.id, batch]));
  const batches = ids.flatMap((id) => known.get(id) ?? []);
  if (batches.length === 0) return { result: undefined, save: [] };
  const pages = needPages(feed.last + 1, batches.length);
  const wanted = new Set(wants.find(({ lookUp }) => lookUp === pages.lookUp)?.values.map(([key]) => key));
  if (pages.values.some(([key]) => !wanted.has(key))) return { widen: { wants: [pages] } };
  const at = Math.max(now, feed.at);
  const placed = batches.map(
    ({ changes }, index): ChangePage => ({ position: keyOf(feed.last + 1 + index), at, changes }),
  );
  const isNewDay = feed.last > 0 && Math.floor(at / day) > Math.floor(feed.at / day);
  const marks = isNewDay ? [...feed.marks, { at: feed.at, last: feed.last }] : feed.marks;
  return {
    result: undefined,
    save: [
      saved(changePageKind, placed),
      saved(feedKind, [{ ...feed, last: feed.last + batches.length, at, marks }]),
    ],
    erase: [{ kind: changeBatchKind, keys: batches.map(({ id }) => [id]) }],
  };
}

export function feedIn(records: Records): Feed {
  const [known] = recordsOf<Feed>(records, feedKind);
  return known ?? { name, last: 0, at: 0, first: 0, marks: [] };
}

/** What is older goes, and where reading begins follows. */
export function forgetChanges(records: Records, before: number): Decision<undefined> {
  const feed = feedIn(records);
  const gone = feed.marks.filter(({ at }) => at < before);
  const first = Math.max(feed.first, ...gone.map(({ last }) => last));
  const erase = [changeBatchKind, changePageKind].map((kind) => ({ kind, before }));
  const marks = feed.marks.slice(gone.length);
  return {
    result: undefined,
    save: gone.length === 0 ? [] : [saved(feedKind, [{ ...feed, first, marks }])],
    erase,
  };
}
