import fc from "fast-check";
import type { Kind } from "../../store/kind.js";
import { recordsOf, saved } from "../../store/scope.js";
import type { Store } from "../../store/store.js";
import { expect } from "../expect.js";
import { roomKind } from "./annex.js";
import { type ConformanceTest, onOpened, onStore, onStores } from "./conformance-test.js";
import { hall } from "./hall.js";
import {
  counterOf,
  entryOf,
  floorOf,
  floorValue,
  guestOf,
  north,
  slipOf,
  south,
  visitOf,
} from "./sample-hall.js";
import { failureOf, nothing, now, readBy, readOne, recordsBy, save, scopeOf, want } from "./store-calls.js";

const { floor, visit, entry, guest, counter, slip } = hall;

/** What a desk lets through: no NUL and no half surrogate pair. */
const text = fc.string({ unit: "binary", maxLength: 12 }).filter((some) => !/[\0\p{Surrogate}]/u.test(some));
const number = fc.double({ noNaN: true, noDefaultInfinity: true }).filter((some) => !Object.is(some, -0));
const remarks = fc.dictionary(text, fc.oneof(text, number, fc.boolean()), { noNullPrototype: true });

/** Reads before and after a first record is saved, and after a second one took its place. */
async function keeps<R extends object>(store: Store, kind: Kind<R>, ...records: readonly R[]): Promise<void> {
  const [first] = records;
  if (first !== undefined) expect(await readOne(store, kind, first), `${kind.name} at first`).toBe(undefined);
  for (const record of records) {
    await save(store, saved(kind, [record]));
    expect(JSON.stringify(await readOne(store, kind, record)), kind.name).toBe(JSON.stringify(record));
  }
}

export const keepingKinds: readonly ConformanceTest[] = [
  {
    title: "gives back a record of every kind as it was saved, and replaces it by its key",
    run: (open, numRuns) =>
      onStore(open, async (store) => {
        let count = 0;
        const property = fc.asyncProperty(remarks, text, async (given, word) => {
          const id = `${count++} ${word}`;
          const day = { officeId: `office ${id}`, date: north.date };
          await keeps(
            store,
            visit,
            visitOf(id, { remarks: given }),
            visitOf(id, { isServed: true, dueAt: now }),
          );
          await keeps(store, floor, floorOf(day), floorOf({ ...day, changes: count, counts: [] }));
          await keeps(
            store,
            entry,
            entryOf(id, { caller: id, holders: [id, word] }),
            entryOf(id, { holders: [] }),
          );
          await keeps(store, guest, guestOf(id), guestOf(id, { seenAt: now + count, wrongCodes: count }));
          await keeps(store, counter, counterOf(id, { topics: [word] }), counterOf(id, { served: count }));
          await keeps(store, slip, slipOf(id, { text: word }));
        });
        await fc.assert(property, { numRuns });
      }),
  },
  {
    title: "keeps records apart whose keys run together, and those of different kinds with one key",
    run: (open) =>
      onStore(open, async (store) => {
        const keys = [
          ["a", "b c"],
          ["a b", "c"],
          ["a:b", "c"],
          ["a", "b:c"],
          ['a","b', "c"],
          ["a", 'b","c'],
        ] as const;
        const floors = keys.map(([officeId, date], changes) => floorOf({ officeId, date, changes }));
        const visits = floors.map(({ officeId, date }, index) => visitOf(`V${index}`, { officeId, date }));
        await save(
          store,
          saved(floor, floors),
          saved(visit, visits),
          saved(entry, [entryOf("V0")]),
          saved(counter, [counterOf("V0")]),
          saved(guest, [guestOf("V0")]),
          saved(roomKind, [{ roomId: "V0", people: 1 }]),
        );
        for (const [index, one] of floors.entries()) {
          expect(await readOne(store, floor, one)).toEqual(one);
          const { records } = await store.find({
            lookUp: visit.lookUps.ofFloor,
            value: floorValue(one),
            limit: 9,
          });
          expect(records.map(({ code }) => code)).toEqual([`V${index}`]);
        }
        expect(await readOne(store, entry, entryOf("V0"))).toEqual(entryOf("V0"));
        expect(await readOne(store, counter, counterOf("V0"))).toEqual(counterOf("V0"));
        expect(await readOne(store, guest, guestOf("V0"))).toEqual(guestOf("V0"));
        expect(await readBy(store, roomKind.byKey, ["V0"])).toEqual([{ roomId: "V0", people: 1 }]);
      }),
  },
  {
    title: "gives no record where there is none, of kinds that it never met",
    run: (open) =>
      onStore(open, async (store) => {
        const wants = [visit, entry, guest, counter, slip, roomKind].map(({ byKey }) =>
          want(byKey, ["none"]),
        );
        const records = await recordsBy(
          store,
          ...wants,
          want(floor.byKey, floorValue(north)),
          want(visit.lookUps.ofFloor, floorValue(north)),
          want(entry.lookUps.ofHolder, ["none"]),
        );
        for (const kind of [floor, visit, entry, guest, counter, slip, roomKind])
          expect(recordsOf<object>(records, kind), kind.name).toEqual([]);
        const page = await store.find({ lookUp: visit.lookUps.allDue, value: [], upTo: now, limit: 1 });
        expect(page).toEqual({ records: [] });
      }),
  },
  {
    title: "saves what a decision has of several families, and isolates both",
    run: (open) =>
      onStore(open, async (store) => {
        const rooms = [{ roomId: "one", people: 1 }];
        await save(store, saved(roomKind, rooms), saved(visit, [visitOf("A")]));
        const scope = scopeOf(want(roomKind.byKey, ["one"]), want(visit.lookUps.ofFloor, floorValue(north)));
        const seen = await store.transact(scope, (records) => ({
          result: [recordsOf(records, roomKind), recordsOf(records, visit)],
          save: [saved(roomKind, [{ roomId: "one", people: 2 }]), saved(floor, [floorOf()])],
        }));
        expect(seen).toEqual([rooms, [visitOf("A")]]);
        expect(await readBy(store, roomKind.byKey, ["one"])).toEqual([{ roomId: "one", people: 2 }]);
        expect(await readOne(store, floor, floorOf())).toEqual(floorOf());
      }),
  },
  {
    title: "decides again on a scope that was widened, with all that both want, eight times at most",
    run: (open) =>
      onStore(open, async (store) => {
        await save(store, saved(visit, [visitOf("A"), visitOf("B", south)]), saved(floor, [floorOf()]));
        const first = scopeOf(want(visit.lookUps.ofFloor, floorValue(south)));
        const seen = await store.transact(first, (records, { wants }) => {
          const codes = recordsOf(records, visit).map(({ code }) => code);
          return wants.length === 2
            ? nothing(`${codes.sort().join(" ")}, ${recordsOf(records, floor).length}`)
            : { widen: scopeOf(want(visit.byKey, ["A"])) };
        });
        expect(seen).toBe("A B, 1");
        let tries = 0;
        const endless = store.transact(scopeOf(), () => {
          tries++;
          return { widen: scopeOf(want(visit.byKey, [`${tries}`])) };
        });
        expect(await failureOf(endless)).toBe("StoreError");
        expect(tries).toBe(9);
      }),
  },
  {
    title: "passes on what a decision throws, and saves nothing of it",
    run: (open) =>
      onStore(open, async (store) => {
        const thrown = new Error("this one");
        const failing = store.transact(scopeOf(want(counter.byKey, ["A"])), () => {
          throw thrown;
        });
        expect(await failing.catch((error: unknown) => error)).toBe(thrown);
        await keeps(store, counter, counterOf("A"));
      }),
  },
  {
    title:
      "has saved all when it gives the result, for every connection and for a store that is opened later",
    run: (open) =>
      onStores(open, 2, async ([first, second]) => {
        if (first === undefined || second === undefined) return;
        for (let round = 0; round < 8; round++) {
          const one = counterOf("A", { served: round, topics: [`topic ${round}`] });
          await save(first, saved(counter, [one]));
          expect(await readOne(second, counter, one)).toEqual(one);
          expect(await readBy(second, counter.lookUps.ofTopic, [`topic ${round}`])).toEqual([one]);
        }
      }),
  },
  {
    title: "keeps all over connections that are opened later",
    run: (open) =>
      onOpened(open, async ({ connect }) => {
        const records = [visitOf("A", { turn: 1, dueAt: now }), visitOf("B")];
        await save(
          await connect(),
          saved(visit, records),
          saved(floor, [floorOf()]),
          saved(slip, [slipOf("S")]),
        );
        const later = await connect();
        expect(await readOne(later, slip, slipOf("S"))).toEqual(slipOf("S"));
        const { waiting, allDue } = visit.lookUps;
        const found = await recordsBy(later, { ...want(waiting, floorValue(north)), limit: 1 });
        expect(recordsOf(found, floor)).toEqual([floorOf()]);
        expect(recordsOf(found, visit).filter(({ code }) => code === "A")).toEqual(records.slice(0, 1));
        expect((await later.find({ lookUp: allDue, value: [], upTo: now, limit: 9 })).records).toEqual(
          records.slice(0, 1),
        );
      }),
  },
];
