import { type Records, recordsOf, saved, type Want } from "../../store/scope.js";
import { expect } from "../expect.js";
import type { ConformanceTest } from "./conformance-test.js";
import { hall } from "./hall.js";
import { addsUp, connections, floorAt, inRounds, isIn, oneComesFirst, race, racing } from "./race.js";
import { entryOf, floorOf, floorValue, visitOf } from "./sample-hall.js";
import { now, readBy, recordsBy, save, want } from "./store-calls.js";

const { floor, visit, entry } = hall;
const { ofFloor, due, waiting } = visit.lookUps;
const { ofHolder } = entry.lookUps;

function hasVisit(home: ReturnType<typeof floorAt>) {
  return (records: Records) => recordsOf(records, visit).some(isIn(home));
}

/** Every connection finds a home without what it looks for, and brings it: one comes first, and one alone. */
function isolatesHome(wants: (home: ReturnType<typeof floorAt>) => readonly Want[]): ConformanceTest["run"] {
  return (open) =>
    inRounds(open, async (stores, round, first) => {
      const home = floorAt(round);
      if (round % 2 === 1) await save(first, saved(floor, [floorOf(home)])); // else it has no record
      await oneComesFirst(stores, "who came first", wants(home), hasVisit(home), (index) => [
        saved(visit, [visitOf(`R${round}I${index}`, { ...home, turn: index, dueAt: now })]),
      ]);
      expect((await readBy(first, ofFloor, floorValue(home))).filter(isIn(home)), "visits").toHaveLength(1);
    });
}

export const isolatingHomes: readonly ConformanceTest[] = racing([
  {
    title: "isolates all of a home, whether it has a record or not",
    run: isolatesHome((home) => [want(ofFloor, floorValue(home))]),
  },
  {
    title: "isolates what is due in a home",
    run: isolatesHome((home) => [want(due, floorValue(home))]),
  },
  {
    title: "isolates the first of a home in an order",
    run: isolatesHome((home) => [{ ...want(waiting, floorValue(home)), limit: 1 }]),
  },
  {
    title: "isolates the first of every home that a record is found of",
    run: (open) =>
      inRounds(open, async (stores, round, first) => {
        const home = floorAt(round);
        const holders = ["someone"];
        await save(first, saved(entry, [entryOf("E", { ...home, holders })]));
        const looks = [want(ofHolder, holders), { ...want(waiting), limit: 1, everyHome: true }];
        await oneComesFirst(stores, "who waits", looks, hasVisit(home), (index) => [
          saved(visit, [visitOf(`R${round}I${index}`, { ...home, turn: index })]),
        ]);
      }),
  },
  {
    title: "isolates records of several kinds in one home from one another",
    run: (open) =>
      inRounds(open, async (stores, round, first) => {
        const home = floorAt(round);
        const [visits, entries] = [ofFloor, entry.lookUps.ofFloor].map((one) => want(one, floorValue(home)));
        if (visits === undefined || entries === undefined) return;
        const id = (index: number) => `R${round}I${index}`;
        await race(stores, (index) =>
          (index + round) % 2 === 0
            ? {
                looks: [visits],
                isFree: (records) => !hasVisit(home)(records),
                saves: [saved(entry, [entryOf(id(index), home)])],
              }
            : {
                looks: [entries],
                isFree: (records) => !recordsOf(records, entry).some(isIn(home)),
                saves: [saved(visit, [visitOf(id(index), home)])],
              },
        );
        const records = await recordsBy(first, visits, entries);
        const kinds = [recordsOf(records, visit), recordsOf(records, entry)];
        expect(
          kinds.filter((some) => some.some(isIn(home))),
          "kinds in the home",
        ).toHaveLength(1);
      }),
  },
  {
    title: "isolates the record of a home: all additions to it count, whatever is saved beside it",
    run: (open) =>
      inRounds(open, async (stores, round) => {
        const home = floorAt(round % 2); // a new one, and the one of before
        await addsUp(
          stores,
          [want(floor.byKey, floorValue(home))],
          (records) => recordsOf(records, floor).find(isIn(home))?.changes,
          (changes, index) => [
            saved(floor, [floorOf({ ...home, changes })]),
            saved(visit, index % 2 === 0 ? [] : [visitOf(`R${round}I${index}`, home)]),
          ],
        );
      }),
  },
  {
    title: "isolates what joins a home from elsewhere",
    run: (open) =>
      inRounds(open, async (stores, round, first) => {
        const home = floorAt(round);
        const id = (index: number) => `R${round}I${index}`;
        const elsewhere = stores.map((_, index) => visitOf(id(index), floorAt(round, index)));
        await save(first, saved(visit, elsewhere));
        const looks = [want(ofFloor, floorValue(home))];
        await oneComesFirst(stores, "who moved", looks, hasVisit(home), (index) => [
          saved(visit, [visitOf(id(index), home)]),
        ]);
      }),
  },
  {
    title: "isolates what leaves a home, for another one or for good",
    run: (open) =>
      inRounds(open, async (stores, round, first) => {
        const home = floorAt(round);
        const id = (index: number) => `R${round}I${index}`;
        const visits = stores.map((_, index) => visitOf(id(index), home));
        await save(first, saved(visit, visits));
        const told = await race(stores, (index) => ({
          looks: [want(ofFloor, floorValue(home)), want(visit.byKey, [id(index)])],
          isFree: (records) => recordsOf(records, visit).filter(isIn(home)).length > 1,
          ...(index % 2 === 0
            ? { erases: [{ kind: visit, keys: [[id(index)]] }] }
            : { saves: [saved(visit, [visitOf(id(index), floorAt(round, index))])] }),
        }));
        expect(told, "who left").toBe(connections - 1);
      }),
  },
]);
