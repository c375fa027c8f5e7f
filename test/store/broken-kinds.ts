import { answerKind, bookingKind, dayKind } from "../../src/booking/kinds.js";
import { type Day, dayName } from "../../src/booking/records.js";
import { type Kind, keyOf, nameOf } from "../../src/store/kind.js";
import {
  type Decision,
  type Erasure,
  type Records,
  type Scope,
  saved,
  savedOf,
} from "../../src/store/scope.js";
import type { Page, Query, Store } from "../../src/store/store.js";
import { roomKind } from "../../src/testing/conformance/annex.js";
import { hall } from "../../src/testing/conformance/hall.js";
import type { BrokenStore } from "./broken-store.js";
import { type Hole, unisolated } from "./unisolated.js";

/** A store that does not keep one of the promises that descriptions make. */
export interface BrokenKinds extends BrokenStore {
  readonly breakStore: (store: Store) => Store;
}

const { floor, visit, entry, guest, counter, slip } = hall;
const { ofFloor, due, waiting, ofOffice } = visit.lookUps;
const { ofHolder, ofCaller } = entry.lookUps;

/** Nothing isolates these while the rest is. */
const holes: readonly (readonly [caughtBy: string, hole: Hole])[] = [
  ["isolates all of a home", { lookUp: ofFloor }],
  ["isolates all of a home", { lookUp: ofFloor, only: "absent" }],
  ["isolates what is due in a home", { lookUp: due }],
  ["isolates the first of a home in an order", { lookUp: waiting }],
  ["isolates the first of every home", { lookUp: waiting }],
  ["isolates records of several kinds in one home", { lookUp: entry.lookUps.ofFloor }],
  ["isolates the record of a home", { lookUp: floor.byKey }],
  ["isolates the record of a home", { lookUp: floor.byKey, only: "absent" }],
  ["isolates what joins a home", { lookUp: ofFloor }],
  ["isolates what leaves a home", { lookUp: ofFloor }],
  ["isolates a key that nothing has", { lookUp: visit.byKey, only: "absent" }],
  ["isolates a record that is found by its key alone", { lookUp: visit.byKey }],
  ["isolates the values of a list, also", { lookUp: ofHolder, only: "absent" }],
  ["isolates the values of a list with one column", { lookUp: ofCaller, only: "absent" }],
  ["isolates what the values of a list have", { lookUp: ofHolder }],
  ["isolates what the values of a list with one column have", { lookUp: ofCaller }],
  ["isolates the values of a list of records with a version", { lookUp: counter.lookUps.ofTopic }],
  ["isolates values that are looked at", { lookUp: ofHolder }],
  ["isolates a value whose last record is erased", { lookUp: ofHolder }],
  ["isolates what is remembered beside a list", { lookUp: guest.byKey }],
  ["isolates what is remembered beside a list", { lookUp: guest.byKey, only: "absent" }],
  ["isolates a record with a version of its own", { lookUp: counter.byKey }],
  ["isolates a record with a version of its own", { lookUp: counter.byKey, only: "absent" }],
  ["isolates what is written once", { lookUp: slip.byKey, only: "absent" }],
  ["isolates what a scope was widened to", { lookUp: ofHolder }],
  ["isolates kinds of several families", { lookUp: roomKind.byKey }],
  ["isolates a day", { lookUp: bookingKind.lookUps.due }],
  ["isolates people and senders", { lookUp: bookingKind.lookUps.ofPerson }],
  ["isolates people and senders", { lookUp: bookingKind.lookUps.ofSender }],
  ["isolates a request", { lookUp: answerKind.byKey }],
];

/** Its scopes are others than those that it was given. */
function scoping(change: (scope: Scope) => Scope): BrokenKinds["breakStore"] {
  return (store) => ({
    ...store,
    transact: (scope, decide) =>
      store.transact(change(scope), (records, { now: at }) => decide(records, { now: at, ...scope })),
    read: (scope) => store.read(change(scope)),
  });
}

function loading(change: (records: Records, scope: Scope) => Records): BrokenKinds["breakStore"] {
  return (store) => ({
    ...store,
    transact: (scope, decide) =>
      store.transact(scope, (records, wide) => decide(change(records, wide), wide)),
    async read(scope) {
      const { now: at, records } = await store.read(scope);
      return { now: at, records: change(records, scope) };
    },
  });
}

function saving(
  change: (decision: Decision<unknown>) => Omit<Decision<unknown>, "result">,
): BrokenKinds["breakStore"] {
  return (store) => ({
    ...store,
    transact: (scope, decide) =>
      store.transact(scope, (records, wide) => {
        const decision = decide(records, wide);
        return "widen" in decision ? decision : { ...change(decision), result: decision.result };
      }),
  });
}

function erasing(change: (erasure: Erasure) => Erasure): BrokenKinds["breakStore"] {
  return saving(({ save, erase = [] }) => ({ save, erase: erase.map(change) }));
}

function finding(
  change: <R extends object>(
    find: (query: Query<R>) => Promise<Page<R>>,
    query: Query<R>,
  ) => Promise<Page<R>>,
): BrokenKinds["breakStore"] {
  return (store) => ({ ...store, find: (query) => change(store.find, query) });
}

/** What a decision has is saved in two parts, with time between them. */
async function inTwoParts(
  store: Store,
  scope: Scope,
  first: Omit<Decision<unknown>, "result">,
  second: Omit<Decision<unknown>, "result">,
): Promise<void> {
  for (const part of [first, second]) {
    await store.transact(scope, () => ({ ...part, result: undefined }));
    await new Promise((resolve) => setImmediate(resolve));
  }
}

function savingTwice(
  parts: (decision: Decision<unknown>) => readonly [Decision<unknown>, Decision<unknown>],
): BrokenKinds["breakStore"] {
  return (store) => ({
    ...store,
    async transact<T>(scope: Scope, decide: Parameters<Store["transact"]>[1]): Promise<T> {
      const decided: Decision<unknown>[] = [];
      const result = await store.transact(scope, (records, wide) => {
        const decision = decide(records, wide);
        if ("widen" in decision) return decision;
        decided.push(decision);
        return { result: decision.result, save: [] };
      });
      const last = decided.at(-1);
      if (last !== undefined) await inTwoParts(store, scope, ...parts(last));
      return result as T; // of the decision
    },
  });
}

/** Of a kind only what is kept. */
const keeping = (kind: Kind, isKept: (record: object) => boolean) => (records: Records) => ({
  ...records,
  [kind.name]: (records[kind.name] ?? []).filter(isKept),
});

const faults: readonly BrokenKinds[] = [
  {
    why: "what stands in no column is lost",
    caughtBy: "gives back a record of every kind",
    breakStore: saving(({ save, erase }) => ({
      save: save.map(({ kind, records }) =>
        saved(
          kind,
          records.map((record) => ({ ...record, remarks: undefined })),
        ),
      ),
      ...(erase !== undefined && { erase }),
    })),
  },
  {
    why: "it widens without an end",
    caughtBy: "decides again on a scope that was widened",
    breakStore: (store) => ({
      ...store,
      async transact(scope, decide) {
        for (let wide = scope, tries = 0; ; tries++) {
          const { now: at, records } = await store.read(wide);
          const outcome = decide(records, { ...wide, now: at });
          if (!("widen" in outcome)) return store.transact(wide, () => outcome);
          if (tries > 9) throw new Error("endless");
          wide = { ...wide, wants: [...wide.wants, ...outcome.widen.wants] };
        }
      },
    }),
  },
  {
    why: "what a decision throws is hidden",
    caughtBy: "passes on what a decision throws",
    breakStore: (store) => ({
      ...store,
      transact: (scope, decide) =>
        store.transact(scope, decide).catch(() => {
          throw new Error("It failed.");
        }),
    }),
  },
  {
    why: "it gives the result before it saves",
    caughtBy: "has saved all when it gives the result",
    breakStore: (store) => ({
      ...store,
      async transact(scope, decide) {
        const { now: at, records } = await store.read(scope);
        const outcome = decide(records, { ...scope, now: at });
        if ("widen" in outcome) return store.transact(scope, decide);
        setImmediate(() => void store.transact(scope, () => outcome));
        return outcome.result;
      },
    }),
  },
  {
    why: "a decision is saved in two parts",
    caughtBy: "shows all of a decision or nothing",
    breakStore: savingTwice((decision) => [
      { ...decision, save: decision.save.slice(0, 1) },
      { ...decision, save: decision.save.slice(1) },
    ]),
  },
  {
    why: "only the first family is saved",
    caughtBy: "saves what a decision has of several families",
    breakStore: saving(({ save }) => ({
      save: save.filter(({ kind }) => kind.family() === save[0]?.kind.family()),
    })),
  },
  {
    why: "of a home only what is due is found",
    caughtBy: "finds all that is in a home",
    breakStore: scoping((scope) => ({
      ...scope,
      wants: scope.wants.map((want) => (want.lookUp === ofFloor ? { ...want, lookUp: due } : want)),
    })),
  },
  {
    why: "what is due in this very millisecond is not",
    caughtBy: "finds what is due in a home",
    breakStore: loading((records, scope) =>
      keeping(visit, (one) => visit.columns.dueAt?.of(one as never) !== scope.now)(records),
    ),
  },
  {
    why: "its clock stands still",
    caughtBy: "gives a time of its own",
    breakStore: scoping((scope) => ({ now: 0, ...scope })),
  },
  {
    why: "one less than the limit is found",
    caughtBy: "finds the first in the order",
    breakStore: scoping((scope) => ({
      ...scope,
      wants: scope.wants.map(({ limit, ...want }) => ({
        ...want,
        ...(limit !== undefined && { limit: limit - 1 }),
      })),
    })),
  },
  {
    why: "the limit is for all values together",
    caughtBy: "finds the first in the order",
    breakStore: loading((records, { wants }) => {
      const ordered = wants.filter(({ lookUp }) => lookUp === waiting);
      const most = wants.length === 1 ? (ordered[0]?.limit ?? Infinity) : Infinity;
      return { ...records, [visit.name]: (records[visit.name] ?? []).slice(0, most) };
    }),
  },
  {
    why: "a home that a record was found of is forgotten",
    caughtBy: "finds the first of every home",
    breakStore: scoping((scope) => ({
      ...scope,
      wants: scope.wants.map(({ everyHome, ...want }) => want),
    })),
  },
  {
    why: "the record of the home does not come with what is found",
    caughtBy: "gives the record of its home",
    breakStore: loading((records, { wants }) =>
      keeping(floor, () => wants.some(({ lookUp }) => lookUp === floor.byKey))(records),
    ),
  },
  {
    why: "what ends in the next millisecond has ended",
    caughtBy: "finds by the values of a list",
    breakStore: scoping((scope) => ({ ...scope, now: (scope.now ?? 0) + 1 })),
  },
  {
    why: "a page begins once more with the last record of the page before",
    caughtBy: "gives pages of a home",
    breakStore: finding(async (find, { after, ...query }) => {
      const { records, ...page } = await find({ ...query, ...(after !== undefined && { after }) });
      const [last] = after === undefined ? [] : (await find({ ...query, limit: 1 })).records;
      return { ...page, records: last === undefined ? records : [last, ...records] };
    }),
  },
  {
    why: "the last page says that there is another",
    caughtBy: "gives pages of what a list has",
    breakStore: finding(async (find, query) => {
      const page = await find(query);
      const last = page.records.at(-1);
      return { next: last === undefined ? "" : nameOf(keyOf(query.lookUp.kind, last)), ...page };
    }),
  },
  {
    why: "pages are not in the order of their keys",
    caughtBy: "gives pages of what a list has",
    breakStore: finding(async (find, query) => {
      const { records, ...page } = await find(query);
      return { ...page, records: [...records].reverse() };
    }),
  },
  {
    why: "of a list only what is live is listed",
    caughtBy: "gives pages of what a list has",
    breakStore: finding(async (find, query) => {
      const { records, ...page } = await find(query);
      const column = query.lookUp.kind.columns[query.lookUp.while ?? ""];
      return { ...page, records: records.filter((record) => column === undefined || column.of(record)) };
    }),
  },
  {
    why: "the last of the homes is no part of them",
    caughtBy: "gives pages of a part of the homes",
    breakStore: finding((find, query) =>
      find(query.lookUp.name === ofOffice.name ? { ...query, upTo: `${query.upTo}`.slice(0, -1) } : query),
    ),
  },
  {
    why: "what is due in the next millisecond is listed too",
    caughtBy: "gives pages of a part of the homes",
    breakStore: finding((find, query) =>
      find(typeof query.upTo === "number" ? { ...query, upTo: query.upTo + 1 } : query),
    ),
  },
  {
    why: "the keys of an erasure are lost",
    caughtBy: "erases records by their keys",
    breakStore: erasing(({ keys, ...erasure }) => erasure),
  },
  {
    why: "of an erasure the first kind alone is erased",
    caughtBy: "erases the record of a home",
    breakStore: saving(({ save, erase = [] }) => ({ save, erase: erase.slice(0, 1) })),
  },
  {
    why: "what is of the very time is erased too",
    caughtBy: "erases what is older than a time",
    breakStore: erasing(({ before, ...erasure }) => ({
      ...erasure,
      ...(before !== undefined && { before: before + 1 }),
    })),
  },
  {
    why: "what is old stays",
    caughtBy: "erases what is older than a time",
    breakStore: erasing(({ before, ...erasure }) => erasure),
  },
  {
    why: "all that is old is erased where no time is given",
    caughtBy: "erases what is older than a time",
    breakStore: erasing((erasure) => ({ before: Infinity, ...erasure })),
  },
  {
    why: "the time of a day stays that of its first decision",
    caughtBy: "decides at once what follows",
    breakStore: (store) => {
      const first = new Map<string, Day>();
      const change = (day: Day): Day => {
        const { decidedAt } = first.get(dayName(day)) ?? day;
        first.set(dayName(day), { ...day, decidedAt });
        return { ...day, decidedAt };
      };
      return saving(({ save, erase = [] }) => ({
        save: [...save, saved(dayKind, savedOf({ save }, dayKind).map(change))],
        erase,
      }))(store);
    },
  },
  {
    why: "it is erased after it was saved",
    caughtBy: "keeps what is saved by the decision that erases",
    breakStore: savingTwice(({ save, erase = [] }) => [
      { save, result: undefined },
      { save: [], erase, result: undefined },
    ]),
  },
];

export const brokenKinds: readonly BrokenKinds[] = [
  ...faults,
  ...holes.map(([caughtBy, hole]) => ({
    why: `nothing isolates ${hole.lookUp.kind.name}.${hole.lookUp.name}${hole.only ? " where there is none" : ""}`,
    caughtBy,
    breakStore: (store: Store) => unisolated(store, hole),
  })),
];
