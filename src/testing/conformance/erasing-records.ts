import type { Booking } from "../../booking/booking.js";
import type { BookingFilter, BookingStore } from "../../store/booking-store.js";
import { expect } from "../expect.js";
import { type ConformanceTest, onStore } from "./conformance-test.js";
import {
  answerAbout,
  cancelledBooking,
  codePages,
  codesOf,
  dayWith,
  erase,
  findByCode,
  heldBooking,
  north,
  now,
  save,
  scopeWith,
  waitingBooking,
} from "./sample-records.js";

/** Bookings that every look-up finds. */
function manyBookings(prefix: string): readonly Booking[] {
  const own = {
    people: [{ key: "someone", details: {} }],
    sender: "sender",
    expiresAt: now,
    notices: [{ kind: "reminder" as const, at: now }],
  };
  return [
    heldBooking(`${prefix}1`, own),
    waitingBooking(`${prefix}2`, prefix === "GONE" ? 1 : 2, own),
    { ...cancelledBooking(`${prefix}3`, own), coolsUntil: now },
  ];
}

const filters: readonly BookingFilter[] = [
  north,
  { sender: "sender" },
  { person: "someone" },
  { officeId: "north", before: "2017-08-09" },
  { dueBy: now },
  { noticeBy: now },
];

/** What any look-up finds: all that a scope can name, and pages. */
async function listFound(store: BookingStore, codes: readonly string[]): Promise<string> {
  const scope = { days: [north], whole: [north], people: ["someone"], senders: ["sender"], waiters: 9 };
  const found = [...codesOf(await store.read(scopeWith({ ...scope, codes })))];
  for (const filter of filters) {
    const { bookings } = await store.find({ ...filter, limit: 9 });
    found.push(...bookings.map(({ code }) => code));
  }
  return [...new Set(found)].sort().join(" ");
}

export const erasingRecords: readonly ConformanceTest[] = [
  {
    title: "erases bookings, and nothing leads to them",
    run: (open) =>
      onStore(open, async (store) => {
        const [gone, kept] = [manyBookings("GONE"), manyBookings("KEPT")];
        await save(store, { days: [dayWith(north, 4)], bookings: [...gone, ...kept] });
        expect(await listFound(store, [])).toBe("GONE1 GONE2 GONE3 KEPT1 KEPT2 KEPT3");
        await erase(store, { codes: ["GONE1", "GONE2", "GONE3", "NEVER"] });
        expect(await listFound(store, ["GONE1"])).toBe("KEPT1 KEPT2 KEPT3");
        expect((await store.read(scopeWith({ days: [north] }))).days).toEqual([dayWith(north, 4)]);

        await erase(store, { codes: ["KEPT1", "KEPT2", "KEPT3"] });
        expect(await listFound(store, ["KEPT1"])).toBe("");
        await save(store, { days: [dayWith(north, 1)], bookings: kept.slice(0, 1) });
        expect(await listFound(store, [])).toBe("KEPT1");
      }),
  },
  {
    title: "erases the ledger of a day, and the record of a sender beside the bookings",
    run: (open) =>
      onStore(open, async (store) => {
        const [first, second] = [north, { ...north, date: "2017-08-09" }];
        const senders = ["one", "two"].map((sender) => ({ sender, lastMessageAt: now }));
        const booking = heldBooking("A", { ...second, sender: "one" });
        await save(store, { days: [dayWith(first, 0), dayWith(second, 1)], bookings: [booking], senders });
        await erase(store, { days: [first], senders: ["one"] });
        const read = await store.read(scopeWith({ days: [first, second], senders: ["one", "two"] }));
        expect(read.days).toEqual([dayWith(second, 1)]);
        expect(read.senders).toEqual(senders.slice(1));
        expect(await findByCode(store, "A")).toEqual(booking);
        await save(store, { days: [dayWith(first, 2)] });
        const again = await store.read(scopeWith({ days: [first] }));
        expect(again.days.filter(({ date }) => date === first.date)).toEqual([dayWith(first, 2)]);
      }),
  },
  {
    title: "erases the answers that were given before a time, and none at the time 0",
    run: (open) =>
      onStore(open, async (store) => {
        const booking = heldBooking("A");
        const given = (key: string, at: number) => ({ ...answerAbout(key, booking), at });
        const answers = [given("old", now - 1), given("new", now), given("early", 5)];
        await save(store, { days: [dayWith(north, 1)], bookings: [booking], answers });
        const listKeys = async () => {
          const requests = answers.map(({ key }) => key);
          const read = await store.read(scopeWith({ requests }));
          return read.answers
            .map(({ key }) => key)
            .sort()
            .join(" ");
        };
        await erase(store, { senders: ["nobody"] });
        expect(await listKeys()).toEqual("early new old");
        await erase(store, { messagesBefore: now });
        expect(await listKeys()).toEqual("new");
      }),
  },
  {
    title: "erases the records of senders who were not heard since a time",
    run: (open) =>
      onStore(open, async (store) => {
        const senders = [
          { sender: "silent", lastMessageAt: now - 1 },
          { sender: "heard", lastMessageAt: now },
        ];
        await save(store, { senders });
        await erase(store, { messagesBefore: now });
        const read = await store.read(scopeWith({ senders: ["silent", "heard"] }));
        expect(read.senders).toEqual(senders.slice(1));
      }),
  },
  {
    title: "keeps what is saved by the decision that erases",
    run: (open) =>
      onStore(open, async (store) => {
        const booking = heldBooking("A", { sender: "sender" });
        const sender = { sender: "sender", lastMessageAt: now };
        const answer = answerAbout("request", booking);
        const records = {
          days: [dayWith(north, 1)],
          bookings: [booking],
          senders: [sender],
          answers: [answer],
        };
        await save(store, { ...records, answers: [] });
        await erase(
          store,
          { codes: ["A"], days: [north], senders: ["sender"], messagesBefore: now + 1 },
          records,
        );
        const read = await store.read(scopeWith({ senders: ["sender"], requests: ["request"] }));
        expect(read).toEqual({ ...records, days: [dayWith(north, 1)] });
        expect(await codePages(store, { person: "person of A", limit: 9 })).toEqual(["A"]);
      }),
  },
];
