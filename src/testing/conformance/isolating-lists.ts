import { type Records, recordsOf, saved } from "../../store/scope.js";
import { expect } from "../expect.js";
import type { ConformanceTest } from "./conformance-test.js";
import { hall } from "./hall.js";
import { addsUp, connections, floorAt, inRounds, isLive, oneComesFirst, race, racing } from "./race.js";
import { counterOf, entryOf, floorValue, guestOf, pastEntryOf } from "./sample-hall.js";
import { foundBy, insist, nothing, readBy, save, scopeOf, want, wantsOf } from "./store-calls.js";

const { visit, entry, guest, counter } = hall;
const { ofHolder, ofCaller } = entry.lookUps;
const { ofTopic } = counter.lookUps;

/** Every connection finds nothing of one value of a list, and saves what has it, each in a home of its own. */
function isolatesAbsentValue(list: "holder" | "caller"): ConformanceTest["run"] {
  const lookUp = list === "holder" ? ofHolder : ofCaller;
  return (open) =>
    inRounds(open, async (stores, round, first) => {
      const value = `${list} ${round}`;
      const lists = list === "holder" ? { holders: [value] } : { holders: [], caller: value };
      const entryAt = (index: number, how = entryOf) =>
        how(`R${round}I${index}`, { ...floorAt(round, index), ...lists });
      // Half of the rounds begin with entries that the value had before, and that come back.
      const past = stores.map((_, index) => entryAt(index, pastEntryOf));
      if (round % 2 === 1) await save(first, saved(entry, past));
      const isTaken = (records: Records) => foundBy(records, lookUp, [value]).some(isLive);
      await oneComesFirst(stores, `entries of a ${list}`, [want(lookUp, [value])], isTaken, (index) => [
        saved(entry, [entryAt(index)]),
      ]);
      const live = (await readBy(first, lookUp, [value])).filter(isLive);
      expect(live, `entries of a ${list}`).toHaveLength(1);
    });
}

/** Each ends its own where another is left: the last stays. */
function isolatesPresentValue(list: "holder" | "caller"): ConformanceTest["run"] {
  const lookUp = list === "holder" ? ofHolder : ofCaller;
  return (open) =>
    inRounds(open, async (stores, round, first) => {
      const value = `${list} ${round}`;
      const lists = list === "holder" ? { holders: [value] } : { holders: [], caller: value };
      const given = (index: number) => ({ ...floorAt(round, index), ...lists });
      const live = stores.map((_, index) => entryOf(`R${round}I${index}`, given(index)));
      await save(first, saved(entry, live));
      const told = await race(stores, (index) => ({
        looks: [want(lookUp, [value])],
        isFree: (records) => foundBy(records, lookUp, [value]).filter(isLive).length > 1,
        saves: [saved(entry, [pastEntryOf(`R${round}I${index}`, given(index))])],
      }));
      expect(told, "entries that ended").toBe(connections - 1);
    });
}

export const isolatingLists: readonly ConformanceTest[] = racing([
  {
    title: "isolates the values of a list, also those that have nothing",
    run: isolatesAbsentValue("holder"),
  },
  {
    title: "isolates the values of a list with one column, also those that have nothing",
    run: isolatesAbsentValue("caller"),
  },
  { title: "isolates what the values of a list have", run: isolatesPresentValue("holder") },
  { title: "isolates what the values of a list with one column have", run: isolatesPresentValue("caller") },
  {
    title: "isolates the values of a list of records with a version of their own",
    run: (open) =>
      inRounds(open, async (stores, round) => {
        const topics = [`topic ${round}`];
        const isTaken = (records: Records) => foundBy(records, ofTopic, topics).length > 0;
        await oneComesFirst(stores, "counters of a topic", [want(ofTopic, topics)], isTaken, (index) => [
          saved(counter, [counterOf(`R${round}I${index}`, { topics })]),
        ]);
      }),
  },
  {
    title: "isolates values that are looked at, though what is saved has others",
    run: (open) =>
      inRounds(open, async (stores, round) => {
        const holder = (index: number) => `skew ${round} ${index}`;
        const both = [[holder(0)], [holder(1)]];
        const isTaken = (records: Records) => foundBy(records, ofHolder, ...both).length > 0;
        const what = "entries of two holders who looked at both";
        await oneComesFirst(stores.slice(0, 2), what, [want(ofHolder, ...both)], isTaken, (index) => [
          saved(entry, [
            entryOf(`R${round}I${index}`, { ...floorAt(round, index), holders: [holder(index)] }),
          ]),
        ]);
      }),
  },
  {
    title: "isolates a value whose last record is erased meanwhile",
    run: (open) =>
      inRounds(open, async (stores, round, first) => {
        const holders = [`holder ${round}`];
        const old = pastEntryOf(`OLD${round}`, { ...floorAt(round), holders });
        await save(first, saved(entry, [old]));
        await race(stores, (index) => ({
          looks: [want(ofHolder, holders), want(entry.byKey, index === 0 ? [old.entryId] : ["none"])],
          isFree: (records) => index === 0 || !foundBy(records, ofHolder, holders).some(isLive),
          ...(index === 0
            ? { erases: [{ kind: entry, keys: [[old.entryId]] }] }
            : {
                saves: [saved(entry, [entryOf(`R${round}I${index}`, { ...floorAt(round, index), holders })])],
              }),
        }));
        expect(await readBy(first, ofHolder, holders), "entries of a holder").toHaveLength(1);
      }),
  },
  {
    title: "isolates what is remembered beside a list: all additions to it count, whatever the list gets",
    run: (open) =>
      inRounds(open, async (stores, round) => {
        const guestId = `guest ${round % 2}`;
        await addsUp(
          stores,
          [want(guest.byKey, [guestId])],
          (records) => recordsOf(records, guest).find((one) => one.guestId === guestId)?.wrongCodes,
          (wrongCodes, index) => [
            saved(guest, [guestOf(guestId, { wrongCodes })]),
            saved(
              entry,
              index % 2 === 0
                ? []
                : [entryOf(`R${round}I${index}`, { ...floorAt(round, index), caller: guestId })],
            ),
          ],
        );
      }),
  },
  {
    title: "isolates what a scope was widened to",
    run: (open) =>
      inRounds(open, async (stores, round, first) => {
        const holders = [`holder ${round}`];
        const told = await Promise.all(
          stores.map((store, index) => {
            const all = [
              saved(entry, [entryOf(`R${round}I${index}`, { ...floorAt(round, index), holders })]),
            ];
            const wide = scopeOf(...all.flatMap(wantsOf));
            const narrow = scopeOf(want(visit.lookUps.ofFloor, floorValue(floorAt(round, index))));
            return insist<boolean>(store, narrow, (records, { wants }) => {
              if (!wants.some(({ lookUp }) => lookUp === ofHolder)) return { widen: wide };
              return foundBy(records, ofHolder, holders).length > 0
                ? nothing(false)
                : { result: true, save: all };
            });
          }),
        );
        expect(told.filter(Boolean), "entries of a holder").toHaveLength(1);
        expect(await readBy(first, ofHolder, holders)).toHaveLength(1);
      }),
  },
]);
