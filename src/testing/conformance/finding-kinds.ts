import { recordsOf, saved, type Want } from "../../store/scope.js";
import type { Store } from "../../store/store.js";
import { expect } from "../expect.js";
import { type ConformanceTest, onStore } from "./conformance-test.js";
import { hall, type Visit } from "./hall.js";
import {
  counterOf,
  entryOf,
  floorValue,
  north,
  pastEntryOf,
  saveEach,
  saveEntries,
  slipOf,
  south,
  visitOf,
} from "./sample-hall.js";
import { among, now, pagesOf, readBy, recordsBy, save, scopeOf, want } from "./store-calls.js";

const { floor, visit, entry, counter, slip } = hall;
const { ofFloor, due, waiting } = visit.lookUps;
const { ofHolder, ofCaller } = entry.lookUps;
const inNorth = floorValue(north);
const inSouth = floorValue(south);

/** Which of the visits a scope leads to; a store may give more than is wanted. */
async function visitsOf(store: Store, codes: readonly string[], ...wants: readonly Want[]): Promise<string> {
  return among(await recordsBy(store, ...wants), visit.byKey, codes);
}

async function entriesOf(store: Store, ids: readonly string[], ...wants: readonly Want[]): Promise<string> {
  return among(await recordsBy(store, ...wants), entry.byKey, ids);
}

/** Whether a scope leads to the ledger of a floor. */
async function floorIn(store: Store, wanted: Want, { officeId }: Pick<Visit, "officeId">): Promise<boolean> {
  const records = await recordsBy(store, wanted);
  return recordsOf(records, floor).some((one) => one.officeId === officeId);
}

export const findingKinds: readonly ConformanceTest[] = [
  {
    title: "finds records by their keys in any state, several kinds at once",
    run: (open) =>
      onStore(open, async (store) => {
        const visits = [visitOf("A"), visitOf("B", { ...south, isServed: true })];
        await save(store, saved(visit, visits), saved(entry, [pastEntryOf("A")]), saved(slip, [slipOf("A")]));
        const keys = ["A", "B", "C"];
        const wants = [visit, entry, slip].map(({ byKey }) => want(byKey, ...keys.map((key) => [key])));
        const records = await recordsBy(store, ...wants);
        expect(among(records, visit.byKey, keys)).toBe("A B");
        expect(among(records, entry.byKey, keys)).toBe("A");
        expect(among(records, slip.byKey, keys)).toBe("A");
      }),
  },
  {
    title: "finds all that is in a home in any state",
    run: (open) =>
      onStore(open, async (store) => {
        const codes = ["A", "B", "C", "D"];
        await saveEach(store, [
          visitOf("A", { isServed: true }),
          visitOf("B", { turn: 1 }),
          visitOf("C", { dueAt: now + 5 }),
          visitOf("D", south),
        ]);
        await saveEntries(store, entryOf("A"), pastEntryOf("B"));
        expect(await visitsOf(store, codes.slice(0, 3), want(ofFloor, inNorth))).toBe("A B C");
        expect(await visitsOf(store, codes, want(ofFloor, inNorth, inSouth))).toBe("A B C D");
        expect(await entriesOf(store, codes, want(entry.lookUps.ofFloor, inNorth))).toBe("A B");
      }),
  },
  {
    title: "finds what is due in a home by the scope's `dueBy`",
    run: (open) =>
      onStore(open, async (store) => {
        const codes = ["A", "B", "C", "D"];
        await saveEach(store, [
          visitOf("A", { dueAt: now }),
          visitOf("B", { dueAt: now - 1 }),
          visitOf("C", { dueAt: now - 9 }),
          visitOf("D", { ...south, dueAt: 0 }),
        ]);
        expect(await visitsOf(store, codes.slice(0, 3), want(due, inNorth))).toBe("A B C");
        expect(await visitsOf(store, codes, want(due, inNorth, inSouth))).toBe("A B C D");
        await save(store, saved(visit, [visitOf("B"), visitOf("C", { dueAt: now })]));
        expect(await visitsOf(store, ["A", "C"], want(due, inNorth))).toBe("A C");
        await save(store, saved(visit, [visitOf("E", { dueAt: now + 3 })]));
        const dueLater = await store.read({ ...scopeOf(want(due, inNorth)), now: now + 3 });
        expect(among(dueLater.records, visit.byKey, ["A", "C", "E"])).toBe("A C E");
      }),
  },
  {
    title: "finds the first in the order of a look-up, so many of each value as its limit says",
    run: (open) =>
      onStore(open, async (store) => {
        await saveEach(store, [
          visitOf("A", { turn: 10 }),
          visitOf("B", { turn: 9 }),
          visitOf("C", { turn: 2 }),
          visitOf("D", { turn: 1 }),
          visitOf("E"),
          visitOf("F", { ...south, turn: 7 }),
        ]);
        const first = (limit: number) => ({ ...want(waiting, inNorth, inSouth), limit });
        expect(await visitsOf(store, ["D", "F"], first(1))).toBe("D F");
        expect(await visitsOf(store, ["C", "D", "F"], first(2))).toBe("C D F");
        await save(store, saved(visit, [visitOf("D"), visitOf("C", { turn: 12 })]));
        expect(await visitsOf(store, ["A", "B"], first(2))).toBe("A B");
      }),
  },
  {
    title: "finds the first of every home that is wanted or that a record was found of",
    run: (open) =>
      onStore(open, async (store) => {
        await saveEach(store, [
          visitOf("A", { turn: 2 }),
          visitOf("B", { turn: 1 }),
          visitOf("C", { ...south, turn: 1 }),
          visitOf("D", { dueAt: now }),
          visitOf("E", { officeId: "east", turn: 1 }),
        ]);
        await saveEntries(store, entryOf("north", { holders: ["someone"], caller: "caller" }));
        await saveEntries(store, entryOf("south", { ...south, holders: ["someone"] }));
        const first = { ...want(waiting), limit: 1, everyHome: true };
        const ways: readonly Want[] = [
          want(floor.byKey, inNorth),
          want(ofFloor, inNorth),
          want(due, inNorth),
          want(entry.lookUps.ofFloor, inNorth),
          want(visit.byKey, ["D"]),
          want(entry.byKey, ["north"]),
          want(ofCaller, ["caller"]),
        ];
        for (const way of ways)
          expect(await visitsOf(store, ["B"], way, first), `by ${way.lookUp.name}`).toBe("B");
        expect(await visitsOf(store, ["B", "C"], want(ofHolder, ["someone"]), first)).toBe("B C");
        const named = { ...first, values: [inSouth] };
        expect(await visitsOf(store, ["B", "C"], want(visit.byKey, ["D"]), named)).toBe("B C");
      }),
  },
  {
    title: "gives the record of its home with each record that is found",
    run: (open) =>
      onStore(open, async (store) => {
        await saveEach(store, [visitOf("A", { dueAt: now, turn: 1 }), visitOf("B", south)]);
        const entries = [entryOf("E", { ...south, caller: "caller" }), pastEntryOf("F", south)];
        await saveEntries(store, ...entries);
        const northern = [want(visit.byKey, ["A"]), want(ofFloor, inNorth), want(due, inNorth)];
        for (const wanted of [...northern, { ...want(waiting, inNorth), limit: 1 }])
          expect(await floorIn(store, wanted, north), wanted.lookUp.name).toBe(true);
        const southern = [
          want(visit.byKey, ["B"]),
          want(ofHolder, ["holder of E"]),
          want(ofCaller, ["caller"]),
          want(entry.byKey, ["F"]),
          want(entry.lookUps.ofFloor, inSouth),
        ];
        for (const wanted of southern)
          expect(await floorIn(store, wanted, south), wanted.lookUp.name).toBe(true);
      }),
  },
  {
    title:
      "finds by the values of a list what is later than the scope's `now`, all where it has no such column",
    run: (open) =>
      onStore(open, async (store) => {
        await saveEntries(
          store,
          entryOf("A", { holders: ["one", "two"], caller: "caller" }),
          entryOf("B", { ...south, holders: ["one"], caller: "caller" }),
          pastEntryOf("C", { holders: ["two"], caller: "caller" }),
          entryOf("D", { holders: ["three"] }),
        );
        expect(await entriesOf(store, ["A", "B"], want(ofHolder, ["one"]))).toBe("A B");
        expect(await entriesOf(store, ["A"], want(ofHolder, ["two"]))).toBe("A");
        expect(await entriesOf(store, ["A", "B", "D"], want(ofHolder, ["one"], ["three"]))).toBe("A B D");
        expect(await entriesOf(store, ["A", "B"], want(ofCaller, ["caller"]))).toBe("A B");
        const later = [entryOf("C", { holders: ["two"], caller: "caller" })];
        await save(store, saved(entry, later));
        expect(await entriesOf(store, ["A", "C"], want(ofHolder, ["two"]))).toBe("A C");
        expect(await entriesOf(store, ["A", "B", "C"], want(ofCaller, ["caller"]))).toBe("A B C");

        const counters = [
          counterOf("A", { topics: ["passport"] }),
          counterOf("B", { topics: ["visa", "passport"] }),
        ];
        await save(store, saved(counter, counters));
        expect(await readBy(store, counter.lookUps.ofTopic, ["visa"])).toEqual(counters.slice(1));
        const both = await recordsBy(store, want(counter.lookUps.ofTopic, ["passport"]));
        expect(among(both, counter.byKey, ["A", "B"])).toBe("A B");
      }),
  },
  {
    title: "finds a record by a list no longer than it has the value, however long ago it had it",
    run: (open) =>
      onStore(open, async (store) => {
        const pages = (list: "ofHolder" | "ofCaller", value: string) =>
          pagesOf(store, { lookUp: entry.lookUps[list], value: [value], limit: 9 });
        await saveEntries(
          store,
          entryOf("A", { holders: ["one", "two"], caller: "old" }),
          entryOf("B", { holders: ["one"], caller: "old" }),
          entryOf("A", { holders: ["two", "three"], caller: "new" }),
        );
        expect(await pages("ofHolder", "one")).toEqual(["B"]);
        expect(await pages("ofHolder", "two")).toEqual(["A"]);
        expect(await pages("ofHolder", "three")).toEqual(["A"]);
        expect(await pages("ofCaller", "old")).toEqual(["B"]);
        expect(await pages("ofCaller", "new")).toEqual(["A"]);
        expect(await entriesOf(store, ["A"], want(ofHolder, ["three"]), want(ofCaller, ["new"]))).toBe("A");
        await saveEntries(store, entryOf("A", { holders: [] }));
        expect(await pages("ofHolder", "two")).toEqual([""]);
        expect(await pages("ofCaller", "new")).toEqual([""]);
        await save(store, saved(counter, [counterOf("C", { topics: ["visa"] })]));
        await save(store, saved(counter, [counterOf("C", { topics: ["passport"] })]));
        expect(await readBy(store, counter.lookUps.ofTopic, ["visa"])).toEqual([]);
        expect(await readBy(store, counter.lookUps.ofTopic, ["passport"])).toHaveLength(1);
      }),
  },
  {
    title: "finds a record that moved in its new home, and by no look-up in the old one",
    run: (open) =>
      onStore(open, async (store) => {
        const state = { turn: 1, dueAt: now };
        await saveEach(store, [visitOf("A", state), visitOf("B", { turn: 2 })]);
        await save(store, saved(entry, [entryOf("E")]));
        await save(
          store,
          saved(visit, [visitOf("A", { ...south, ...state })]),
          saved(entry, [entryOf("E", south)]),
        );
        for (const lookUp of [ofFloor, due, waiting]) {
          const moved = { ...want(lookUp, inSouth), ...(lookUp.order !== undefined && { limit: 1 }) };
          expect(await visitsOf(store, ["A"], moved), lookUp.name).toBe("A");
          const upTo = lookUp.upTo !== undefined && { upTo: now };
          const stayed = lookUp === due ? "" : "B";
          const query = { lookUp, limit: 9, ...upTo };
          expect(await pagesOf(store, { ...query, value: inNorth }), lookUp.name).toEqual([stayed]);
          expect(await pagesOf(store, { ...query, value: inSouth }), lookUp.name).toEqual(["A"]);
        }
        const ofEntries = { lookUp: entry.lookUps.ofFloor, limit: 9 };
        expect(await pagesOf(store, { ...ofEntries, value: inNorth })).toEqual([""]);
        expect(await pagesOf(store, { ...ofEntries, value: inSouth })).toEqual(["E"]);
      }),
  },
];
