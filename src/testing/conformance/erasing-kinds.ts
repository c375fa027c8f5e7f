import { recordsOf, saved, type Want } from "../../store/scope.js";
import type { Store } from "../../store/store.js";
import { expect } from "../expect.js";
import { type ConformanceTest, onStore } from "./conformance-test.js";
import { hall } from "./hall.js";
import {
  counterOf,
  entryOf,
  floorOf,
  floorValue,
  guestOf,
  north,
  pastEntryOf,
  slipOf,
  south,
  visitOf,
} from "./sample-hall.js";
import { among, erase, now, pagesOf, readBy, recordsBy, save, want } from "./store-calls.js";

const { floor, visit, entry, guest, counter, slip } = hall;
const inNorth = floorValue(north);

/** What any look-up finds of the visits and entries that were saved. */
async function listFound(store: Store): Promise<string> {
  const { ofFloor, due, waiting, ofOffice, allDue } = visit.lookUps;
  const { ofHolder, ofCaller } = entry.lookUps;
  const inHome = { value: inNorth, limit: 9 };
  const pages = [
    await pagesOf(store, { lookUp: ofFloor, ...inHome }),
    await pagesOf(store, { lookUp: due, ...inHome, upTo: now }),
    await pagesOf(store, { lookUp: waiting, ...inHome }),
    await pagesOf(store, { lookUp: ofOffice, value: ["north"], upTo: north.date, limit: 9 }),
    await pagesOf(store, { lookUp: allDue, value: [], upTo: now, limit: 9 }),
    await pagesOf(store, { lookUp: ofHolder, value: ["someone"], limit: 9 }),
    await pagesOf(store, { lookUp: ofCaller, value: ["caller"], limit: 9 }),
    await pagesOf(store, { lookUp: entry.lookUps.ofFloor, ...inHome }),
  ];
  const ids = ["GONE1", "GONE2", "KEPT1", "KEPT2"];
  const wants: readonly Want[] = [
    want(ofFloor, inNorth),
    want(due, inNorth),
    { ...want(waiting, inNorth), limit: 9 },
    want(ofHolder, ["someone"]),
    want(ofCaller, ["caller"]),
    want(visit.byKey, ...ids.map((id) => [id])),
    want(entry.byKey, ...ids.map((id) => [id])),
  ];
  const records = await recordsBy(store, ...wants);
  const read = [among(records, visit.byKey, ids), among(records, entry.byKey, ids)];
  return [...new Set([...pages.flat(), ...read].flatMap((page) => page.split(" ")))]
    .filter(Boolean)
    .sort()
    .join(" ");
}

function visitsOf(name: string) {
  const turn = name === "GONE" ? 1 : 2;
  return [visitOf(`${name}1`, { turn, dueAt: now }), visitOf(`${name}2`, { number: turn })];
}

function entriesOf(name: string) {
  const own = { holders: ["someone", name], caller: "caller" };
  return [entryOf(`${name}1`, own), pastEntryOf(`${name}2`, own)];
}

export const erasingKinds: readonly ConformanceTest[] = [
  {
    title: "erases records by their keys, and nothing leads to them",
    run: (open) =>
      onStore(open, async (store) => {
        const [gone, kept] = [visitsOf("GONE"), visitsOf("KEPT")];
        await save(store, saved(floor, [floorOf()]), saved(visit, [...gone, ...kept]));
        await save(store, saved(entry, [...entriesOf("GONE"), ...entriesOf("KEPT")]));
        expect(await listFound(store)).toBe("GONE1 GONE2 KEPT1 KEPT2");
        const keys = [["GONE1"], ["GONE2"], ["NEVER"]];
        await erase(store, [
          { kind: visit, keys },
          { kind: entry, keys },
        ]);
        expect(await listFound(store)).toBe("KEPT1 KEPT2");
        expect(await readBy(store, floor.byKey, inNorth)).toEqual([floorOf()]);
        await save(store, saved(visit, gone.slice(1)));
        expect(await listFound(store)).toBe("GONE2 KEPT1 KEPT2");
      }),
  },
  {
    title: "erases the last of a home and of a list, and finds who comes after them",
    run: (open) =>
      onStore(open, async (store) => {
        await save(store, saved(visit, visitsOf("GONE")), saved(entry, entriesOf("GONE")));
        const keys = [["GONE1"], ["GONE2"]];
        await erase(store, [
          { kind: visit, keys },
          { kind: entry, keys },
        ]);
        expect(await listFound(store)).toBe("");
        await save(store, saved(visit, visitsOf("KEPT")), saved(entry, entriesOf("KEPT")));
        expect(await listFound(store)).toBe("KEPT1 KEPT2");
      }),
  },
  {
    title: "erases the record of a home with its details, of a counter with its lists, and of a guest",
    run: (open) =>
      onStore(open, async (store) => {
        const counts = [{ counter: "A", served: 5, most: 5 }];
        const floors = [floorOf({ counts }), floorOf(south)];
        const counters = [counterOf("A", { topics: ["visa"] }), counterOf("B", { topics: ["visa"] })];
        await save(store, saved(floor, floors), saved(counter, counters));
        await save(
          store,
          saved(guest, [guestOf("A"), guestOf("B")]),
          saved(entry, [entryOf("E", { caller: "A" })]),
        );
        await erase(store, [
          { kind: floor, keys: [inNorth] },
          { kind: counter, keys: [["A"]] },
          { kind: guest, keys: [["A"]] },
        ]);
        const records = await recordsBy(
          store,
          want(floor.byKey, inNorth, floorValue(south)),
          want(counter.lookUps.ofTopic, ["visa"]),
          want(guest.byKey, ["A"], ["B"]),
          want(entry.lookUps.ofCaller, ["A"]),
        );
        expect(recordsOf(records, floor).filter(({ officeId }) => officeId === "north")).toEqual([]);
        expect(recordsOf(records, floor)).toHaveLength(1);
        expect(recordsOf(records, counter)).toEqual(counters.slice(1));
        expect(recordsOf(records, guest)).toEqual([guestOf("B")]);
        expect(recordsOf(records, entry)).toEqual([entryOf("E", { caller: "A" })]);
        await save(store, saved(floor, [floorOf()]), saved(counter, counters.slice(0, 1)));
        expect(await readBy(store, floor.byKey, inNorth)).toEqual([floorOf()]);
        const again = await pagesOf(store, { lookUp: counter.lookUps.ofTopic, value: ["visa"], limit: 9 });
        expect(again).toEqual(["A B"]);
      }),
  },
  {
    title: "erases what is older than a time, of no other kind and none where no time is given",
    run: (open) =>
      onStore(open, async (store) => {
        const slips = [slipOf("old", { at: now - 1 }), slipOf("new"), slipOf("early", { at: 5 })];
        const guests = [guestOf("old", { seenAt: now - 1 }), guestOf("new")];
        await save(store, saved(slip, slips), saved(guest, guests));
        const keys = ["early", "new", "old"];
        const listKeys = async () => {
          const wants = [slip, guest].map(({ byKey }) => want(byKey, ...keys.map((key) => [key])));
          const records = await recordsBy(store, ...wants);
          return [among(records, slip.byKey, keys), among(records, guest.byKey, keys)];
        };
        await erase(store, [{ kind: slip, keys: [["never"]] }, { kind: guest }]);
        expect(await listKeys()).toEqual(["early new old", "new old"]);
        await erase(store, [{ kind: slip, before: now }]);
        expect(await listKeys()).toEqual(["new", "new old"]);
        await erase(store, [{ kind: guest, before: now }]);
        expect(await listKeys()).toEqual(["new", "new"]);
        await save(store, saved(slip, slips.slice(0, 1)));
        expect(await listKeys()).toEqual(["new old", "new"]);
      }),
  },
  {
    title: "keeps what is saved by the decision that erases",
    run: (open) =>
      onStore(open, async (store) => {
        const keys = [["KEPT1"], ["KEPT2"]];
        const all = [
          saved(floor, [floorOf()]),
          saved(visit, visitsOf("KEPT")),
          saved(entry, entriesOf("KEPT")),
          saved(guest, [guestOf("KEPT1")]),
          saved(counter, [counterOf("KEPT1", { topics: ["visa"] })]),
        ];
        const slips = saved(slip, [slipOf("KEPT1")]);
        await save(store, ...all);
        const erasures = [
          { kind: floor, keys: [inNorth] },
          { kind: visit, keys },
          { kind: entry, keys },
          { kind: guest, keys, before: now + 1 },
          { kind: counter, keys },
          { kind: slip, before: now + 1 },
        ];
        await erase(store, erasures, ...all, slips);
        expect(await listFound(store)).toBe("KEPT1 KEPT2");
        expect(await readBy(store, floor.byKey, inNorth)).toEqual([floorOf()]);
        expect(await readBy(store, guest.byKey, ["KEPT1"])).toHaveLength(1);
        expect(await readBy(store, counter.lookUps.ofTopic, ["visa"])).toHaveLength(1);
        expect(await readBy(store, slip.byKey, ["KEPT1"])).toEqual([slipOf("KEPT1")]);
      }),
  },
];
