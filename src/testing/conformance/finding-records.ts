import type { Booking } from "../../booking/booking.js";
import { dayName, type Scope } from "../../booking/records.js";
import type { BookingStore } from "../../store/booking-store.js";
import { expect } from "../expect.js";
import { type ConformanceTest, onStore } from "./conformance-test.js";
import {
  answerAbout,
  cancelledBooking,
  codePages,
  codesOf,
  dayWith,
  findByCode,
  heldBooking,
  north,
  now,
  save,
  scopeWith,
  south,
  waitingBooking,
} from "./sample-records.js";

const someone = [{ key: "someone", details: {} }];
const other = [{ key: "other", details: {} }];

/** Which of the codes a scope leads to; a store may give more than was asked. */
async function foundOf(
  store: BookingStore,
  given: Partial<Scope>,
  codes: readonly string[],
): Promise<readonly string[]> {
  const found = codesOf(await store.read(scopeWith(given)));
  return codes.filter((code) => found.includes(code));
}

/** A day with bookings, each saved by itself, so that no order comes of how they were saved. */
async function saveEach(store: BookingStore, bookings: readonly Booking[]): Promise<void> {
  for (const booking of bookings) await save(store, { days: [dayWith(booking, 1)], bookings: [booking] });
}

export const findingRecords: readonly ConformanceTest[] = [
  {
    title: "loads the first who wait on every day that is named or found, in the order of their turns",
    run: (open) =>
      onStore(open, async (store) => {
        await saveEach(store, [
          waitingBooking("A", 10),
          waitingBooking("B", 9),
          waitingBooking("C", 2),
          waitingBooking("D", 1),
          heldBooking("E", { people: someone }),
          waitingBooking("F", 1, south),
        ]);
        const first = ["C", "D"];
        expect(await foundOf(store, { days: [north], waiters: 2 }, first)).toEqual(first);
        expect(await foundOf(store, { whole: [north], waiters: 2 }, first)).toEqual(first);
        expect(await foundOf(store, { people: ["someone"], waiters: 2 }, first)).toEqual(first);
        expect(await foundOf(store, { codes: ["F", "A"], waiters: 1 }, ["D", "F"])).toEqual(["D", "F"]);

        await save(store, { bookings: [heldBooking("D", { turn: 1 }), cancelledBooking("C")] });
        expect(await foundOf(store, { days: [north], waiters: 2 }, ["A", "B"])).toEqual(["A", "B"]);
      }),
  },
  {
    title: "loads every booking of a whole day in any state, with its ledger",
    run: (open) =>
      onStore(open, async (store) => {
        await saveEach(store, [
          heldBooking("A"),
          cancelledBooking("B"),
          waitingBooking("C", 1),
          heldBooking("D", south),
        ]);
        const read = await store.read(scopeWith({ whole: [north] }));
        expect(codesOf(read).filter((code) => code !== "D")).toEqual(["A", "B", "C"]);
        expect(read.days.filter(({ officeId }) => officeId === "north")).toEqual([dayWith(north, 1)]);
      }),
  },
  {
    title: "loads what is due on a day: holds, who waits, and what cools",
    run: (open) =>
      onStore(open, async (store) => {
        const codes = ["A", "B", "C", "D"];
        await saveEach(store, [
          heldBooking("A", { expiresAt: now }),
          { ...waitingBooking("B", 1), looksAt: now },
          { ...cancelledBooking("C"), coolsUntil: now },
          { ...cancelledBooking("D"), coolsUntil: now },
        ]);
        expect(await foundOf(store, { days: [north] }, codes)).toEqual(codes);
        const cooled = cancelledBooking("D");
        await save(store, { bookings: [cooled, heldBooking("A")] });
        expect(await foundOf(store, { days: [north] }, ["B", "C"])).toEqual(["B", "C"]);
        expect(await findByCode(store, "D")).toEqual(cooled);
      }),
  },
  {
    title: "loads answers by their keys",
    run: (open) =>
      onStore(open, async (store) => {
        const booking = heldBooking("A");
        const [first, second] = [answerAbout("first", booking), answerAbout("second", booking)];
        await save(store, { days: [dayWith(north, 1)], bookings: [booking], answers: [first, second] });
        const { answers } = await store.read(scopeWith({ requests: ["first", "second", "third"] }));
        const found = new Map(answers.map((answer) => [answer.key, answer]));
        expect(["first", "second", "third"].map((key) => found.get(key))).toEqual([first, second, undefined]);
      }),
  },
  {
    title: "gives pages of a person's bookings in any state, in the order of their codes",
    run: (open) =>
      onStore(open, async (store) => {
        const people = [...someone, ...other];
        await saveEach(store, [
          heldBooking("D", { people }),
          cancelledBooking("B", { people: someone }),
          heldBooking("C", { ...south, people: someone }),
          heldBooking("A"),
        ]);
        expect(await codePages(store, { person: "someone", limit: 2 })).toEqual(["B C", "D"]);
        expect(await codePages(store, { person: "other", limit: 1 })).toEqual(["D"]);
        expect(await codePages(store, { person: "nobody", limit: 1 })).toEqual([""]);
      }),
  },
  {
    title: "gives pages of an office's bookings before a date, in the order of their codes",
    run: (open) =>
      onStore(open, async (store) => {
        const on = (date: string) => ({ ...north, date });
        await saveEach(store, [
          heldBooking("C", on("2017-08-07")),
          cancelledBooking("B", on("2016-12-31")),
          heldBooking("D", on("2017-08-08")),
          heldBooking("A", on("2017-08-09")),
          heldBooking("E", { ...south, date: "2017-08-07" }),
        ]);
        const before = (date: string) => codePages(store, { officeId: "north", before: date, limit: 1 });
        expect(await before("2017-08-09")).toEqual(["B", "C", "D"]);
        expect(await before("2017-08-08")).toEqual(["B", "C"]);
        expect(await before("2016-12-31")).toEqual([""]);
      }),
  },
  {
    title: "gives pages of what is due over all days, in the order of codes",
    run: (open) =>
      onStore(open, async (store) => {
        await saveEach(store, [
          heldBooking("C", { expiresAt: now - 1 }),
          heldBooking("A", { ...south, expiresAt: now }),
          heldBooking("D", { expiresAt: now + 1 }),
          heldBooking("B", { expiresAt: now - 5 }),
          cancelledBooking("E"),
        ]);
        expect(await codePages(store, { dueBy: now, limit: 2 })).toEqual(["A B", "C"]);
        await save(store, { bookings: [heldBooking("C", { expiresAt: now + 2 }), cancelledBooking("B")] });
        expect(await codePages(store, { dueBy: now, limit: 2 })).toEqual(["A"]);
        expect(await codePages(store, { dueBy: now + 2, limit: 9 })).toEqual(["A C D"]);
      }),
  },
  {
    title: "gives pages of the bookings that have a notice to be sent, in the order of codes",
    run: (open) =>
      onStore(open, async (store) => {
        const notice = (at: number) => ({ kind: "reminder" as const, at });
        const [late, early] = [notice(now + 9), notice(now - 9)];
        await saveEach(store, [
          heldBooking("C", { notices: [late, early] }),
          heldBooking("A", { ...south, notices: [notice(now)] }),
          heldBooking("D", { notices: [late] }),
          heldBooking("B", { notices: [{ ...early, leasedUntil: now + 9 }] }),
          heldBooking("E"),
        ]);
        expect(await codePages(store, { noticeBy: now, limit: 1 })).toEqual(["A", "C"]);
        await save(store, { bookings: [heldBooking("C", { notices: [late] }), heldBooking("A", south)] });
        expect(await codePages(store, { noticeBy: now, limit: 1 })).toEqual([""]);
        expect(await codePages(store, { noticeBy: now + 9, limit: 9 })).toEqual(["B C D"]);
      }),
  },
  {
    title: "forgets the way from a person and a sender to a booking that is theirs no longer",
    run: (open) =>
      onStore(open, async (store) => {
        await saveEach(store, [
          heldBooking("A", { people: [...someone, ...other], sender: "old" }),
          heldBooking("B", { people: someone, sender: "old" }),
        ]);
        await save(store, { bookings: [heldBooking("A", { people: other, sender: "new" })] });
        expect(await codePages(store, { person: "someone", limit: 9 })).toEqual(["B"]);
        expect(await codePages(store, { person: "other", limit: 9 })).toEqual(["A"]);
        expect(await codePages(store, { sender: "old", limit: 9 })).toEqual(["B"]);
        expect(await codePages(store, { sender: "new", limit: 9 })).toEqual(["A"]);
        const read = await store.read(scopeWith({ people: ["other"], senders: ["new"] }));
        expect([codesOf(read).includes("A"), read.days.map(dayName)]).toEqual([true, [dayName(north)]]);

        const { sender, ...nobodys } = heldBooking("A", { people: [] });
        await save(store, { bookings: [nobodys] });
        expect(await codePages(store, { person: "other", limit: 9 })).toEqual([""]);
        expect(await codePages(store, { sender: "new", limit: 9 })).toEqual([""]);
        expect(await findByCode(store, "A")).toEqual(nobodys);
      }),
  },
];
