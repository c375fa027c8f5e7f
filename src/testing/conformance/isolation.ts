import type { Booking } from "../../booking/booking.js";
import type { Records } from "../../booking/records.js";
import type { BookingStore } from "../../store/booking-store.js";
import { expect } from "../expect.js";
import { noLimits, smallOffices } from "../offices.js";
import type { OpenStore } from "../open-store.js";
import { createWorldOn, dates } from "../world.js";
import { endsOnceByTwoClocks } from "./clocks.js";
import { type ConformanceTest, onStores } from "./conformance-test.js";
import { keepsLimitsAtDesks } from "./limits-at-desks.js";
import { raceDesks } from "./racing-desks.js";
import {
  answerAbout,
  dayWith,
  decisionWith,
  heldBooking,
  north,
  save,
  scopeNaming,
  scopeWith,
} from "./sample-records.js";

const connections = 8;
const rounds = 4;

interface Race {
  /** How many were told that they wrote. */
  readonly told: number;
  /** How many of their bookings are there. */
  readonly stored: number;
}

/** Each store writes its records where nothing of what it looks at is there. */
async function raceForAbsence(
  stores: readonly BookingStore[],
  recordsOf: (index: number) => Partial<Records>,
  lookAt: readonly string[] = [],
): Promise<Race> {
  const codes = stores.flatMap((_, index) => recordsOf(index).bookings?.map(({ code }) => code) ?? []);
  const told = await Promise.all(
    stores.map((store, index) => {
      const scope = scopeNaming(recordsOf(index));
      return store.transact({ ...scope, people: [...scope.people, ...lookAt] }, ({ bookings, answers }) =>
        bookings.length + answers.length > 0 ? decisionWith(0, {}) : decisionWith(1, recordsOf(index)),
      );
    }),
  );
  const read = await stores[0]?.read(scopeWith({ codes }));
  return { told: told.filter((wrote) => wrote === 1).length, stored: read?.bookings.length ?? 0 };
}

/** A booking with all of its own, on an office's day of its own. */
function ownBooking(round: number, index: number, given: Partial<Booking> = {}): Partial<Records> {
  const key = { officeId: `office ${index}`, date: north.date };
  const booking = heldBooking(`R${round}I${index}`, { ...key, ...(given as object) });
  return { days: [dayWith(key, 1)], bookings: [booking] };
}

async function isolatesPeople(stores: readonly BookingStore[], round: number): Promise<void> {
  const people = [{ key: `person ${round}`, details: {} }];
  const samePerson = (index: number) => ownBooking(2 * round, index, { people });
  expect((await raceForAbsence(stores, samePerson)).stored, "bookings of a person").toBe(1);
  const sameSender = (index: number) => ownBooking(2 * round + 1, index, { sender: `sender ${round}` });
  expect((await raceForAbsence(stores, sameSender)).stored, "bookings of a sender").toBe(1);
}

/** Two look at two people, and each writes of another: only one of them can have seen neither. */
async function isolatesLookedAt(stores: readonly BookingStore[], round: number): Promise<void> {
  const key = (index: number) => `skew ${round} ${index}`;
  const own = (index: number) =>
    ownBooking(1000 + round, index, { people: [{ key: key(index), details: {} }] });
  const { stored } = await raceForAbsence(stores.slice(0, 2), own, [key(0), key(1)]);
  expect(stored, "bookings of two people").toBe(1);
}

/** Each names its own office's day first, and then the same person, who has nothing. */
async function isolatesWidened(stores: readonly BookingStore[], round: number): Promise<void> {
  const key = `widened ${round}`;
  const own = stores.map((_, index) => ownBooking(2000 + round, index, { people: [{ key, details: {} }] }));
  await Promise.all(
    stores.map((store, index) => {
      const all = scopeNaming(own[index] ?? {});
      return store.transact({ ...all, people: [], codes: [] }, ({ bookings }, { people }) => {
        if (!people.includes(key)) return { widen: all };
        return decisionWith(undefined, bookings.length > 0 ? {} : (own[index] ?? {}));
      });
    }),
  );
  const codes = own.flatMap(({ bookings = [] }) => bookings.map(({ code }) => code));
  const { bookings = [] } = (await stores[0]?.read(scopeWith({ codes }))) ?? {};
  expect(bookings, "bookings of a person that a scope was widened to").toHaveLength(1);
}

/** Of an expiry and a confirm of one hold only one happens. */
async function endsOnce(stores: readonly BookingStore[], round: number): Promise<void> {
  const [first] = stores;
  const held = heldBooking(`END${round}`);
  const { expiresAt, ...core } = held;
  if (first !== undefined) await save(first, { days: [dayWith(north, 1)], bookings: [held] });
  const ends = await Promise.all(
    stores.map((store, index) =>
      store.transact(scopeWith({ codes: [held.code] }), ({ bookings, days }) => {
        const isHeld = bookings.some(({ code, state }) => code === held.code && state === "held");
        if (!isHeld) return decisionWith(0, {});
        const sequence = 100 * round + index;
        const end: Booking =
          index % 2 === 0
            ? { ...core, state: "lapsed" }
            : { ...core, state: "confirmed", sequence, queueNumber: `${sequence}` };
        return decisionWith(1, { days, bookings: [end] });
      }),
    ),
  );
  expect(
    ends.filter((ended) => ended === 1),
    "ends of a hold",
  ).toHaveLength(1);
}

/** 40 callers at 8 desks, when the last window of a date has five places. */
async function fillsFivePlaces(open: OpenStore): Promise<void> {
  const world = await createWorldOn(open)({ offices: smallOffices(5, noLimits), desks: connections });
  world.time.now = Date.parse(`${dates[0]}T08:30+07:00`);
  const holds = Array.from({ length: 40 }, (_, caller) =>
    world.desks[caller % connections]?.hold({
      requestId: `request ${caller}`,
      sender: `sender ${caller}`,
      officeId: "north",
      date: dates[0] ?? "",
      people: [{ key: `person ${caller}`, details: {} }],
    }),
  );
  const kinds = (await Promise.all(holds)).map((outcome) => outcome?.kind);
  await world.close();
  expect(kinds.filter((kind) => kind === "held")).toHaveLength(5);
  expect(kinds.filter((kind) => kind === "day-full")).toHaveLength(35);
}

export const isolation: readonly ConformanceTest[] = [
  {
    title: "isolates a day: forty callers for five places get five, and what may happen once does",
    needs: "connections",
    async run(open) {
      for (let round = 0; round < rounds; round++) await fillsFivePlaces(open);
      await onStores(open, connections, async (stores) => {
        for (let round = 0; round < rounds; round++) await endsOnce(stores, round);
      });
      await endsOnceByTwoClocks(open);
      await raceDesks(open);
    },
  },
  {
    title:
      "isolates people and senders over all offices, also those that have nothing, and what a scope was widened to",
    needs: "connections",
    async run(open) {
      await onStores(open, connections, async (stores) => {
        for (let round = 0; round < rounds; round++) {
          await isolatesPeople(stores, round);
          await isolatesLookedAt(stores, round);
          await isolatesWidened(stores, round);
        }
      });
      await keepsLimitsAtDesks(open);
    },
  },
  {
    title: "isolates a request: one that arrives everywhere at once is answered once",
    needs: "connections",
    run: (open) =>
      onStores(open, connections, async (stores) => {
        for (let round = 0; round < rounds; round++) {
          const sameRequest = (index: number) => {
            const records = ownBooking(round, index);
            return {
              ...records,
              answers: [answerAbout(`request ${round}`, heldBooking(`R${round}I${index}`))],
            };
          };
          expect((await raceForAbsence(stores, sameRequest)).told, "answers of a request").toBeAtMost(1);
        }
      }),
  },
  {
    title: "isolates a code: one that is drawn twice is given once",
    needs: "connections",
    run: (open) =>
      onStores(open, connections, async (stores) => {
        for (let round = 0; round < rounds; round++) {
          const sameCode = (index: number) =>
            ownBooking(round, index, {
              code: `SAME${round}`,
              people: [{ key: `person ${index} of ${round}`, details: {} }],
              sender: `sender ${index} of ${round}`,
            });
          expect((await raceForAbsence(stores, sameCode)).told, "bookings of a code").toBeAtMost(1);
        }
      }),
  },
  {
    title: "saves a decision that had to run again once",
    needs: "connections",
    run: (open) =>
      onStores(open, connections, async (stores) => {
        const taken = ({ days }: Records) => days[0]?.counts[0]?.taken ?? 0;
        const addOne = (round: number) => (store: BookingStore, index: number) => {
          const bookings = [heldBooking(`AGAIN${round}I${index}`)];
          return store.transact(scopeNaming({ bookings }), (records) =>
            decisionWith(undefined, { days: [dayWith(north, taken(records) + 1)], bookings }),
          );
        };
        for (let round = 0; round < rounds; round++) await Promise.all(stores.map(addOne(round)));
        const [store] = stores;
        if (store === undefined) return;
        const records = await store.read(scopeWith({ whole: [north] }));
        // That none is lost on the day is a matter of its isolation, which has a test of its own.
        expect(taken(records), "additions").toBeAtMost(connections * rounds);
        expect(records.bookings, "bookings that were added").toHaveLength(connections * rounds);
      }),
  },
];
