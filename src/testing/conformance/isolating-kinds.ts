import { type Erasure, type Records, recordsOf, type Saved, saved, type Want } from "../../store/scope.js";
import type { Store } from "../../store/store.js";
import { expect } from "../expect.js";
import type { OpenStore } from "../open-store.js";
import { type ConformanceTest, onStores } from "./conformance-test.js";
import { type Entry, hall, roomKind, type Visit } from "./hall.js";
import {
  counterOf,
  entryOf,
  floorOf,
  floorValue,
  guestOf,
  north,
  pastEntryOf,
  slipOf,
  visitOf,
} from "./sample-hall.js";
import { foundBy, insist, nothing, now, readBy, save, scopeOf, want, wantsOf } from "./store-calls.js";

const connections = 8;
const rounds = 4;
const { floor, visit, entry, guest, counter, slip } = hall;
const { ofFloor, due, waiting } = visit.lookUps;
const { ofHolder, ofCaller } = entry.lookUps;

/** What each connection does at the same time. */
interface Attempt {
  readonly looks: readonly Want[];
  /** Whether it may save, by what it found. */
  readonly isFree: (records: Records) => boolean;
  readonly saves?: readonly Saved[];
  readonly erases?: readonly Erasure[];
}

/** How many were told that they saved. */
async function race(stores: readonly Store[], attemptOf: (index: number) => Attempt): Promise<number> {
  const told = await Promise.all(
    stores.map((store, index) => {
      const { looks, isFree, saves = [], erases } = attemptOf(index);
      return insist<boolean>(store, scopeOf(...looks, ...saves.flatMap(wantsOf)), (records) =>
        isFree(records)
          ? { result: true, save: saves, ...(erases !== undefined && { erase: erases }) }
          : nothing(false),
      );
    }),
  );
  return told.filter(Boolean).length;
}

/** Some rounds on one store, as a race may be won by luck. */
function inRounds(
  open: OpenStore,
  run: (stores: readonly Store[], round: number, first: Store) => Promise<void>,
): Promise<void> {
  return onStores(open, connections, async (stores) => {
    const [first] = stores;
    if (first === undefined) return;
    for (let round = 0; round < rounds; round++) await run(stores, round, first);
  });
}

/** A floor for each round, and perhaps for each connection. */
function floorAt(round: number, index?: number) {
  return { officeId: `office ${index ?? ""}`, date: `round ${round}` };
}

function isIn(key: { readonly officeId: string; readonly date: string }) {
  return ({ officeId, date }: Pick<Visit, "officeId" | "date">) =>
    officeId === key.officeId && date === key.date;
}

function isLive({ liveUntil }: Entry): boolean {
  return liveUntil !== undefined;
}

/** Every connection finds a home without what it looks for, and brings it: one comes first, and one alone. */
function isolatesHome(wants: (home: ReturnType<typeof floorAt>) => readonly Want[]): ConformanceTest["run"] {
  return (open) =>
    inRounds(open, async (stores, round, first) => {
      const home = floorAt(round);
      if (round % 2 === 1) await save(first, saved(floor, [floorOf(home)])); // else it has no record
      const told = await race(stores, (index) => ({
        looks: wants(home),
        isFree: (records) => !recordsOf(records, visit).some(isIn(home)),
        saves: [saved(visit, [visitOf(`R${round}I${index}`, { ...home, turn: index, dueAt: now })])],
      }));
      expect(told, "who came first").toBe(1);
      expect((await readBy(first, ofFloor, floorValue(home))).filter(isIn(home)), "visits").toHaveLength(1);
    });
}

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
      if (round % 2 === 1)
        await save(
          first,
          saved(
            entry,
            stores.map((_, index) => entryAt(index, pastEntryOf)),
          ),
        );
      const told = await race(stores, (index) => ({
        looks: [want(lookUp, [value])],
        isFree: (records) => !foundBy(records, lookUp, [value]).some(isLive),
        saves: [saved(entry, [entryAt(index)])],
      }));
      expect(told, `entries of a ${list}`).toBe(1);
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
      await save(
        first,
        saved(
          entry,
          stores.map((_, index) => entryOf(`R${round}I${index}`, given(index))),
        ),
      );
      const told = await race(stores, (index) => ({
        looks: [want(lookUp, [value])],
        isFree: (records) => foundBy(records, lookUp, [value]).filter(isLive).length > 1,
        saves: [saved(entry, [pastEntryOf(`R${round}I${index}`, given(index))])],
      }));
      expect(told, "entries that ended").toBe(connections - 1);
    });
}

/** Additions to one record, by all connections at once; each is told what it made of it. */
async function addsUp(
  stores: readonly Store[],
  looks: readonly Want[],
  countOf: (records: Records) => number | undefined,
  savesOf: (count: number, index: number) => readonly Saved[],
): Promise<void> {
  const before = countOf((await stores[0]?.read(scopeOf(...looks))) ?? {}) ?? 0;
  const told = await Promise.all(
    stores.map((store, index) =>
      insist<number>(store, scopeOf(...looks, ...savesOf(0, index).flatMap(wantsOf)), (records) => {
        const count = (countOf(records) ?? 0) + 1;
        return { result: count, save: savesOf(count, index) };
      }),
    ),
  );
  const sums = stores.map((_, index) => before + index + 1);
  expect(
    told.sort((a, b) => a - b),
    "what each was told",
  ).toEqual(sums);
  expect(countOf((await stores[0]?.read(scopeOf(...looks))) ?? {}), "additions").toBe(sums.at(-1));
}

const isolatingTests: readonly Omit<ConformanceTest, "needs">[] = [
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
        const told = await race(stores, (index) => ({
          looks: [want(ofHolder, holders), { ...want(waiting), limit: 1, everyHome: true }],
          isFree: (records) => !recordsOf(records, visit).some(isIn(home)),
          saves: [saved(visit, [visitOf(`R${round}I${index}`, { ...home, turn: index })])],
        }));
        expect(told, "who waits").toBe(1);
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
                isFree: (records) => !recordsOf(records, visit).some(isIn(home)),
                saves: [saved(entry, [entryOf(id(index), home)])],
              }
            : {
                looks: [entries],
                isFree: (records) => !recordsOf(records, entry).some(isIn(home)),
                saves: [saved(visit, [visitOf(id(index), home)])],
              },
        );
        const records = await first.read(scopeOf(visits, entries));
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
        await save(
          first,
          saved(
            visit,
            stores.map((_, index) => visitOf(id(index), floorAt(round, index))),
          ),
        );
        const told = await race(stores, (index) => ({
          looks: [want(ofFloor, floorValue(home))],
          isFree: (records) => !recordsOf(records, visit).some(isIn(home)),
          saves: [saved(visit, [visitOf(id(index), home)])],
        }));
        expect(told, "who moved").toBe(1);
      }),
  },
  {
    title: "isolates what leaves a home, for another one or for good",
    run: (open) =>
      inRounds(open, async (stores, round, first) => {
        const home = floorAt(round);
        const id = (index: number) => `R${round}I${index}`;
        await save(
          first,
          saved(
            visit,
            stores.map((_, index) => visitOf(id(index), home)),
          ),
        );
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
  {
    title: "isolates a key that nothing has: one that is taken everywhere at once is given once",
    run: (open) =>
      inRounds(open, async (stores, round) => {
        const code = `SAME${round}`;
        const told = await race(stores, (index) => ({
          looks: [want(visit.byKey, [code])],
          isFree: (records) => !recordsOf(records, visit).some((one) => one.code === code),
          saves: [saved(visit, [visitOf(code, floorAt(round, index))])],
        }));
        expect(told, "visits of a code").toBe(1);
      }),
  },
  {
    title: "isolates a record that is found by its key alone",
    run: (open) =>
      inRounds(open, async (stores, round, first) => {
        const one = visitOf(`ONE${round}`, floorAt(round));
        await save(first, saved(visit, [one]));
        const told = await race(stores, () => ({
          looks: [want(visit.byKey, [one.code])],
          isFree: (records) =>
            recordsOf(records, visit).some(({ code, isServed }) => code === one.code && !isServed),
          saves: [saved(visit, [{ ...one, isServed: true }])],
        }));
        expect(told, "who served it").toBe(1);
      }),
  },
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
        const told = await race(stores, (index) => ({
          looks: [want(counter.lookUps.ofTopic, topics)],
          isFree: (records) => foundBy(records, counter.lookUps.ofTopic, topics).length === 0,
          saves: [saved(counter, [counterOf(`R${round}I${index}`, { topics })])],
        }));
        expect(told, "counters of a topic").toBe(1);
      }),
  },
  {
    title: "isolates values that are looked at, though what is saved has others",
    run: (open) =>
      inRounds(open, async (stores, round) => {
        const holder = (index: number) => `skew ${round} ${index}`;
        const told = await race(stores.slice(0, 2), (index) => ({
          looks: [want(ofHolder, [holder(0)], [holder(1)])],
          isFree: (records) => foundBy(records, ofHolder, [holder(0)], [holder(1)]).length === 0,
          saves: [
            saved(entry, [
              entryOf(`R${round}I${index}`, { ...floorAt(round, index), holders: [holder(index)] }),
            ]),
          ],
        }));
        expect(told, "entries of two holders who looked at both").toBe(1);
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
    title: "isolates a record with a version of its own: all additions to it count",
    run: (open) =>
      inRounds(open, async (stores, round) => {
        const counterId = `counter ${round % 2}`;
        await addsUp(
          stores,
          [want(counter.byKey, [counterId])],
          (records) => recordsOf(records, counter).find((one) => one.counterId === counterId)?.served,
          (served) => [saved(counter, [counterOf(counterId, { served })])],
        );
      }),
  },
  {
    title: "isolates what is written once: of a key one record is written",
    run: (open) =>
      inRounds(open, async (stores, round, first) => {
        const key = `slip ${round}`;
        const told = await race(stores, (index) => ({
          looks: [want(slip.byKey, [key])],
          isFree: (records) => foundBy(records, slip.byKey, [key]).length === 0,
          saves: [
            saved(slip, [slipOf(key, { text: `by ${index}` })]),
            saved(visit, [visitOf(`R${round}I${index}`, floorAt(round, index))]),
          ],
        }));
        expect(told, "who wrote it").toBe(1);
        const codes = stores.map((_, index) => [`R${round}I${index}`]);
        expect(await readBy(first, visit.byKey, ...codes), "what was saved beside it").toHaveLength(1);
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
            const narrow = scopeOf(want(ofFloor, floorValue(floorAt(round, index))));
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
  {
    title: "isolates kinds of several families in one transaction",
    run: (open) =>
      inRounds(open, async (stores, round) => {
        const roomId = `room ${round % 2}`;
        await addsUp(
          stores,
          [want(roomKind.byKey, [roomId])],
          (records) => recordsOf(records, roomKind).find((one) => one.roomId === roomId)?.people,
          (people, index) => [
            saved(roomKind, [{ roomId, people }]),
            saved(visit, [visitOf(`R${round}I${index}`, floorAt(round, index))]),
          ],
        );
      }),
  },
  {
    title: "shows all of a decision or nothing of it to whoever reads meanwhile",
    run: (open) =>
      onStores(open, 2, async ([writer, reader]) => {
        if (writer === undefined || reader === undefined) return;
        const steps = Array.from({ length: 40 }, (_, index) => index + 1);
        const keyOf = (step: number) => `slip ${step}`;
        let isDone = false;
        const write = async () => {
          for (const changes of steps)
            await save(
              writer,
              saved(floor, [floorOf({ changes })]),
              saved(visit, [visitOf("A", { number: changes })]),
              saved(guest, [guestOf("A", { wrongCodes: changes })]),
              saved(slip, [slipOf(keyOf(changes))]),
            );
          isDone = true;
        };
        const all = scopeOf(
          want(floor.byKey, floorValue(north)),
          want(visit.byKey, ["A"]),
          want(guest.byKey, ["A"]),
          want(slip.byKey, ...steps.map((step) => [keyOf(step)])),
        );
        const read = async () => {
          while (!isDone) {
            const records = await reader.read(all);
            const changes = recordsOf(records, floor)[0]?.changes ?? 0;
            expect(recordsOf(records, visit)[0]?.number ?? 0, "number of the visit").toBe(changes);
            expect(recordsOf(records, guest)[0]?.wrongCodes ?? 0, "count of the guest").toBe(changes);
            expect(recordsOf(records, slip), "slips").toHaveLength(changes);
          }
        };
        const writing = write();
        await read().finally(() => writing);
      }),
  },
];

export const isolatingKinds: readonly ConformanceTest[] = isolatingTests.map((test) => ({
  ...test,
  needs: "connections",
}));
