import { saved } from "../../store/scope.js";
import { expect } from "../expect.js";
import { type ConformanceTest, onStore } from "./conformance-test.js";
import { hall } from "./hall.js";
import {
  counterOf,
  entryOf,
  floorValue,
  guestOf,
  north,
  pastEntryOf,
  saveEach,
  saveEntries,
  south,
  visitOf,
} from "./sample-hall.js";
import { now, pagesOf, save } from "./store-calls.js";

const { visit, entry, guest, counter } = hall;
const { ofFloor, due, waiting, ofOffice, allDue } = visit.lookUps;
const { ofHolder, ofCaller } = entry.lookUps;
const inNorth = floorValue(north);

export const pagingKinds: readonly ConformanceTest[] = [
  {
    title: "gives pages of a home, of its due and of its waiting, in the order of the keys",
    run: (open) =>
      onStore(open, async (store) => {
        await saveEach(store, [
          visitOf("D", { turn: 1, dueAt: now }),
          visitOf("B", { turn: 3 }),
          visitOf("E", { dueAt: now + 1 }),
          visitOf("A", { turn: 2, dueAt: now - 1 }),
          visitOf("C", south),
        ]);
        const inHome = { value: inNorth, limit: 2 };
        expect(await pagesOf(store, { lookUp: ofFloor, ...inHome })).toEqual(["A B", "D E"]);
        expect(await pagesOf(store, { lookUp: ofFloor, ...inHome, limit: 3 })).toEqual(["A B D", "E"]);
        expect(await pagesOf(store, { lookUp: due, ...inHome, upTo: now })).toEqual(["A D"]);
        expect(await pagesOf(store, { lookUp: waiting, ...inHome })).toEqual(["A B", "D"]);
        expect(await pagesOf(store, { lookUp: ofFloor, ...inHome, value: ["west", north.date] })).toEqual([
          "",
        ]);
      }),
  },
  {
    title: "gives pages of what a list has in any state, and of a key",
    run: (open) =>
      onStore(open, async (store) => {
        await saveEntries(
          store,
          pastEntryOf("D", { holders: ["one", "two"], caller: "caller" }),
          entryOf("B", { ...south, holders: ["one"], caller: "caller" }),
          entryOf("C", { holders: ["one"], liveUntil: now - 1 }),
          entryOf("A", { holders: ["two"], caller: "caller", liveUntil: 0 }),
        );
        const pages = (lookUp: typeof ofHolder, value: string) =>
          pagesOf(store, { lookUp, value: [value], limit: 2 });
        expect(await pages(ofHolder, "one")).toEqual(["B C", "D"]);
        expect(await pages(ofHolder, "two")).toEqual(["A D"]);
        expect(await pages(ofCaller, "caller")).toEqual(["A B", "D"]);
        expect(await pages(ofCaller, "one")).toEqual([""]);
        expect(await pages(entry.byKey, "D")).toEqual(["D"]);
        await save(store, saved(guest, [guestOf("G")]), saved(counter, [counterOf("K", { topics: ["t"] })]));
        expect(await pagesOf(store, { lookUp: guest.byKey, value: ["G"], limit: 1 })).toEqual(["G"]);
        expect(await pagesOf(store, { lookUp: counter.lookUps.ofTopic, value: ["t"], limit: 1 })).toEqual([
          "K",
        ]);
      }),
  },
  {
    title: "gives pages of a part of the homes up to one, and of all that is due, in the order of the keys",
    run: (open) =>
      onStore(open, async (store) => {
        await saveEach(store, [
          visitOf("C", { date: "2017-08-07", dueAt: now - 1 }),
          visitOf("B", { date: "2016-12-31", dueAt: now + 1 }),
          visitOf("D", { date: "2017-08-08", dueAt: now }),
          visitOf("A", { date: "2017-08-09" }),
          visitOf("E", { officeId: "south", date: "2017-08-07", dueAt: 5 }),
          visitOf("F", { officeId: "north ", date: "2017-08-07" }),
        ]);
        const upTo = (date: string) =>
          pagesOf(store, { lookUp: ofOffice, value: ["north"], upTo: date, limit: 2 });
        expect(await upTo("2017-08-08")).toEqual(["B C", "D"]);
        expect(await upTo("2017-08-07")).toEqual(["B C"]);
        expect(await upTo("2016-12-30")).toEqual([""]);
        const dueBy = (time: number) => pagesOf(store, { lookUp: allDue, value: [], upTo: time, limit: 2 });
        expect(await dueBy(now)).toEqual(["C D", "E"]);
        expect(await dueBy(now + 1)).toEqual(["B C", "D E"]);
        expect(await dueBy(4)).toEqual([""]);
        await save(
          store,
          saved(visit, [visitOf("D", { dueAt: now + 2 }), visitOf("C", { date: "2017-08-07" })]),
        );
        expect(await dueBy(now)).toEqual(["E"]);
      }),
  },
];
