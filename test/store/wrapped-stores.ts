import type { Booking } from "../../src/booking/booking.js";
import { answerKind, bookingKind, dayKind, senderKind } from "../../src/booking/kinds.js";
import type { Day } from "../../src/booking/records.js";
import { dayName } from "../../src/booking/records.js";
import type { Kind, LookUp } from "../../src/store/kind.js";
import {
  type Erasure,
  type Records,
  recordsOf,
  type Saved,
  type Scope,
  saved,
} from "../../src/store/scope.js";
import type { Page, Query, Store } from "../../src/store/store.js";
import { foundBy } from "../../src/testing/conformance/store-calls.js";
import { type Hole, unisolated } from "./unisolated.js";

/** A store of bookings with one fault, by which one test of the suite fails and no other. */
export interface BrokenStore {
  readonly why: string;
  /** How the title of that test begins. */
  readonly caughtBy: string;
  readonly breakStore: (store: Store) => Store;
}

type BreakStore = BrokenStore["breakStore"];

const { due, waiting, ofPerson, ofSender, ofOffice, allDue, noticeDue } = bookingKind.lookUps;

/** Of the bookings that were loaded some are missing. */
function loading(isThere: (booking: Booking, records: Records, scope: Scope) => boolean): BreakStore {
  const change = (records: Records, scope: Scope): Records => ({
    ...records,
    [bookingKind.name]: recordsOf(records, bookingKind).filter((one) => isThere(one, records, scope)),
  });
  return (store) => ({
    ...store,
    transact: (scope, decide) =>
      store.transact(scope, (records, wide) => decide(change(records, wide), wide)),
    read: async (scope) => change(await store.read(scope), scope),
  });
}

/** Of what was decided something else is saved, or erased. */
function saving({
  save: changeSaved = (one) => one,
  erase: changeErased = (one) => one,
}: {
  readonly save?: (saved: Saved) => Saved;
  readonly erase?: (erasure: Erasure) => Erasure;
}): BreakStore {
  return (store) => ({
    ...store,
    transact: (scope, decide) =>
      store.transact(scope, (records, wide) => {
        const decision = decide(records, wide);
        if ("widen" in decision) return decision;
        const { result, save, erase } = decision;
        return {
          result,
          save: save.map(changeSaved),
          ...(erase !== undefined && { erase: erase.map(changeErased) }),
        };
      }),
  });
}

function savingOf<R extends object>(kind: Kind<R>, change: (record: R) => R): BreakStore {
  return saving({
    save: (one) =>
      one.kind === (kind as Kind) ? saved(kind, (one.records as readonly R[]).map(change)) : one, // of that kind
  });
}

function erasingOf(kind: object, change: (erasure: Erasure) => Erasure): BreakStore {
  return saving({ erase: (erasure) => (erasure.kind === kind ? change(erasure) : erasure) });
}

function finding(
  lookUp: object,
  change: <R extends object>(
    find: (query: Query<R>) => Promise<Page<R>>,
    query: Query<R>,
  ) => Promise<Page<R>>,
): BreakStore {
  return (store) => ({
    ...store,
    find: (query) => (query.lookUp === lookUp ? change(store.find, query) : store.find(query)),
  });
}

/** The time of a day's first decision stays, in whatever store. */
function keepingFirstTimes(store: Store): Store {
  const first = new Map<string, number>();
  const change = (day: Day): Day => {
    const decidedAt = first.get(dayName(day)) ?? day.decidedAt;
    first.set(dayName(day), decidedAt);
    return { ...day, decidedAt };
  };
  return savingOf(dayKind, change)(store);
}

const holes: readonly (readonly [caughtBy: string, why: string, hole: Hole])[] = [
  ["isolates a day", "what is due on a day is not isolated", { lookUp: due }],
  ["isolates people and senders", "a person is not isolated", { lookUp: ofPerson }],
  ["isolates people and senders", "a sender is not isolated", { lookUp: ofSender }],
  ["isolates a request", "a request without an answer is not isolated", { lookUp: answerKind.byKey }],
];

export const brokenStores: readonly BrokenStore[] = [
  {
    why: "what is due in this very millisecond is not listed",
    caughtBy: "finds what is due",
    breakStore: finding(allDue, (find, query) => find({ ...query, upTo: Number(query.upTo) - 1 })),
  },
  {
    why: "only holds are due",
    caughtBy: "finds what is due",
    breakStore: finding(due, async (find, query) => {
      const page = await find(query);
      const isHeld = (record: object) => "state" in record && record.state === "held";
      return { ...page, records: page.records.filter(isHeld) };
    }),
  },
  {
    why: "the last of those who wait within the limit is forgotten",
    caughtBy: "finds the first who wait",
    breakStore: loading((booking, records, { wants }) => {
      if (booking.state !== "waiting") return true;
      const { limit } = wants.find(({ lookUp }) => lookUp === (waiting as LookUp)) ?? {};
      const before = recordsOf(records, bookingKind)
        .filter((other) => other.state === "waiting" && dayName(other) === dayName(booking))
        .filter((other) => other.state === "waiting" && other.turn < booking.turn);
      return before.length + 1 !== limit;
    }),
  },
  {
    why: "who waits is found for the days that are named only",
    caughtBy: "finds the first who wait",
    breakStore: loading(
      (booking, records, { wants }) =>
        booking.state !== "waiting" ||
        wants.some(({ lookUp, values }) => foundBy<object>(records, lookUp, ...values).includes(booking)),
    ),
  },
  {
    why: "a person's ended bookings are not listed",
    caughtBy: "finds what is live",
    breakStore: finding(ofPerson, async (find, query) => {
      const page = await find(query);
      const isOver = (record: object) => "state" in record && record.state === "cancelled";
      return { ...page, records: page.records.filter((record) => !isOver(record)) };
    }),
  },
  {
    why: "the last date is no part of an office's dates",
    caughtBy: "gives pages of a day",
    breakStore: finding(ofOffice, (find, query) => find({ ...query, upTo: `${query.upTo}`.slice(0, -1) })),
  },
  {
    why: "a notice that comes later is listed before its time",
    caughtBy: "gives pages of the bookings that have a notice",
    breakStore: finding(noticeDue, (find, query) => find({ ...query, upTo: Number(query.upTo) + 9 })),
  },
  {
    why: "a draft is lost",
    caughtBy: "keeps a ledger",
    breakStore: savingOf(senderKind, ({ draft, ...sender }) => sender),
  },
  {
    why: "the bookings of an erasure stay",
    caughtBy: "erases bookings",
    breakStore: erasingOf(bookingKind, ({ kind }) => ({ kind })),
  },
  {
    why: "silent senders stay",
    caughtBy: "erases bookings",
    breakStore: erasingOf(senderKind, ({ kind }) => ({ kind })),
  },
  {
    why: "answers of the very time are erased too",
    caughtBy: "erases bookings",
    breakStore: erasingOf(answerKind, ({ before = 0, ...one }) => ({ ...one, before: before + 1 })),
  },
  {
    why: "the time of a day stays that of its first decision",
    caughtBy: "keeps the time of a day",
    breakStore: keepingFirstTimes,
  },
  ...holes.map(([caughtBy, why, hole]) => ({
    caughtBy,
    why,
    breakStore: (store: Store) => unisolated(store, hole),
  })),
];
