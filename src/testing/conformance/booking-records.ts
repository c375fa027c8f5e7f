import type { Booking, HeldBooking } from "../../booking/booking.js";
import { answerKind, bookingKind, dayKind, dayValue, senderKind } from "../../booking/kinds.js";
import type { LookUp, LookUpValue } from "../../store/kind.js";
import { recordsOf, saved, type Want } from "../../store/scope.js";
import type { Store } from "../../store/store.js";
import { expect } from "../expect.js";
import { type ConformanceTest, onStore } from "./conformance-test.js";
import {
  answerAbout,
  cancelledBooking,
  confirmedBooking,
  dayWith,
  heldBooking,
  north,
  south,
  waitingBooking,
} from "./sample-records.js";
import {
  among,
  erase,
  failureOf,
  now,
  pagesOf,
  readBy,
  recordsBy,
  save,
  scopeOf,
  want,
} from "./store-calls.js";

const { ofDay, due, waiting, ofPerson, ofSender, ofOffice, allDue, noticeDue } = bookingKind.lookUps;
const inNorth = dayValue(north);
const someone = [{ key: "someone", details: {} }];
const other = [{ key: "other", details: {} }];

/** Each by itself, so that no order comes of how they were saved. */
async function saveEach(store: Store, ...bookings: readonly Booking[]): Promise<void> {
  for (const booking of bookings)
    await save(store, saved(dayKind, [dayWith(booking, 1)]), saved(bookingKind, [booking]));
}

/** Which of the codes a scope leads to; a store may give more than is wanted. */
async function codesOf(store: Store, codes: string, ...wants: readonly Want[]): Promise<string> {
  return among(await recordsBy(store, ...wants), bookingKind.byKey, codes.split(" "));
}

function pages(store: Store, lookUp: LookUp<Booking>, value: LookUpValue, upTo?: number | string) {
  return pagesOf(store, { lookUp, value, limit: 2, ...(upTo !== undefined && { upTo }) });
}

/** Bookings that every look-up finds. */
function manyBookings(name: string, turn: number): readonly Booking[] {
  const notices = [{ kind: "reminder" as const, at: now }];
  const own: Partial<HeldBooking> = { people: someone, sender: "sender", expiresAt: now, notices };
  return [heldBooking(`${name}1`, own), waitingBooking(`${name}2`, turn, own)];
}

export const bookingRecords: readonly ConformanceTest[] = [
  {
    title: "finds what is due, on a day and on all: holds, who waits, and what cools",
    run: (open) =>
      onStore(open, async (store) => {
        await saveEach(
          store,
          heldBooking("A", { expiresAt: now }),
          { ...waitingBooking("B", 1), looksAt: now },
          { ...cancelledBooking("C", south), coolsUntil: now - 1 },
          { ...cancelledBooking("D"), coolsUntil: now },
          heldBooking("E", { expiresAt: now + 1 }),
          confirmedBooking("F", 1),
        );
        expect(await codesOf(store, "A B D", want(due, inNorth))).toBe("A B D");
        expect(await pages(store, due, inNorth, now)).toEqual(["A B", "D"]);
        expect(await pages(store, allDue, [], now)).toEqual(["A B", "C D"]);
        const cooled = cancelledBooking("D");
        await save(store, saved(bookingKind, [cooled, heldBooking("A")]));
        expect(await pages(store, allDue, [], now)).toEqual(["B C"]);
        expect(await readBy(store, bookingKind.byKey, ["D"])).toEqual([cooled]);
      }),
  },
  {
    title: "finds the first who wait on every day that is wanted or found, in the order of their turns",
    run: (open) =>
      onStore(open, async (store) => {
        await saveEach(
          store,
          waitingBooking("A", 10),
          waitingBooking("B", 9),
          waitingBooking("C", 2),
          waitingBooking("D", 1),
          heldBooking("E", { people: someone }),
          waitingBooking("F", 1, south),
        );
        const first = { ...want(waiting), limit: 2, everyHome: true };
        const ways = [want(dayKind.byKey, inNorth), want(due, inNorth), want(ofPerson, ["someone"])];
        for (const way of ways) expect(await codesOf(store, "C D", way, first), way.lookUp.name).toBe("C D");
        expect(await codesOf(store, "C D F", want(bookingKind.byKey, ["F"], ["A"]), first)).toBe("C D F");
        const served = [heldBooking("D", { turn: 1 }), cancelledBooking("C")];
        await save(store, saved(bookingKind, served));
        expect(await codesOf(store, "A B", want(due, inNorth), first)).toBe("A B");
      }),
  },
  {
    title: "finds what is live of each of a party's people and of the sender, with the ledgers",
    run: (open) =>
      onStore(open, async (store) => {
        const own = { people: [...someone, ...other], sender: "sender" };
        await saveEach(
          store,
          heldBooking("A", own),
          waitingBooking("B", 1, own),
          confirmedBooking("C", 1, { ...own, ...south }),
          cancelledBooking("D", own),
        );
        for (const wanted of [
          want(ofPerson, ["someone"]),
          want(ofPerson, ["other"]),
          want(ofSender, ["sender"]),
        ]) {
          const records = await recordsBy(store, wanted);
          expect(among(records, bookingKind.byKey, ["A", "B", "C"])).toBe("A B C");
          expect(recordsOf(records, dayKind)).toHaveLength(2);
        }
        expect(await pages(store, ofPerson, ["other"])).toEqual(["A B", "C D"]);
        await save(store, saved(bookingKind, [heldBooking("A", { people: other, sender: "new" })]));
        expect(await pages(store, ofPerson, ["someone"])).toEqual(["B C", "D"]);
        expect(await pages(store, ofSender, ["sender"])).toEqual(["B C", "D"]);
        expect(await codesOf(store, "A", want(ofSender, ["new"]))).toBe("A");
        const { sender, ...nobodys } = heldBooking("A", { people: [] });
        await save(store, saved(bookingKind, [nobodys]));
        expect(await pages(store, ofPerson, ["other"])).toEqual(["B C", "D"]);
        expect(await pages(store, ofSender, ["new"])).toEqual([""]);
      }),
  },
  {
    title: "gives pages of a day and of an office's dates, in any state",
    run: (open) =>
      onStore(open, async (store) => {
        const on = (date: string) => ({ ...north, date });
        await saveEach(
          store,
          confirmedBooking("C", 1, on("2017-08-07")),
          cancelledBooking("B", on("2016-12-31")),
          waitingBooking("D", 1, on("2017-08-07")),
          heldBooking("A", on("2017-08-08")),
          heldBooking("E", { ...south, date: "2017-08-07" }),
        );
        expect(await pages(store, ofDay, ["north", "2017-08-07"])).toEqual(["C D"]);
        expect(await pages(store, ofOffice, ["north"], "2017-08-07")).toEqual(["B C", "D"]);
        expect(await pages(store, ofOffice, ["north"], "2016-12-30")).toEqual([""]);
      }),
  },
  {
    title: "gives pages of the bookings that have a notice to be sent",
    run: (open) =>
      onStore(open, async (store) => {
        const notice = (at: number) => ({ kind: "reminder" as const, at });
        const [late, early] = [notice(now + 9), notice(now - 9)];
        await saveEach(
          store,
          heldBooking("C", { notices: [late, early] }),
          heldBooking("A", { ...south, notices: [notice(now)] }),
          heldBooking("D", { notices: [late] }),
          heldBooking("B", { notices: [{ ...early, leasedUntil: now + 9 }] }),
          heldBooking("E"),
        );
        expect(await pages(store, noticeDue, [], now)).toEqual(["A C"]);
        await save(
          store,
          saved(bookingKind, [heldBooking("C", { notices: [late] }), heldBooking("A", south)]),
        );
        expect(await pages(store, noticeDue, [], now)).toEqual([""]);
        expect(await pages(store, noticeDue, [], now + 9)).toEqual(["B C", "D"]);
      }),
  },
  {
    title: "keeps a ledger, an answer and what is remembered of a sender",
    run: (open) =>
      onStore(open, async (store) => {
        const day = { ...dayWith(north, 4), joined: 3, issued: { "08:00": 2 } };
        const answer = answerAbout("request", heldBooking("A"));
        const draft = { content: "Nama:\n", until: now + 5 };
        const sender = { sender: "one", lastMessageAt: now, guesses: { count: 2, lastAt: now }, draft };
        await save(store, saved(dayKind, [day]), saved(answerKind, [answer]), saved(senderKind, [sender]));
        expect(await readBy(store, dayKind.byKey, inNorth)).toEqual([day]);
        expect(await readBy(store, answerKind.byKey, ["request"], ["other"])).toEqual([answer]);
        expect(await readBy(store, senderKind.byKey, ["one"], ["two"])).toEqual([sender]);
      }),
  },
  {
    title: "erases bookings, and nothing leads to them; answers and silent senders by their age",
    run: (open) =>
      onStore(open, async (store) => {
        const listFound = async () => {
          const found = [
            await pages(store, ofDay, inNorth),
            await pages(store, ofPerson, ["someone"]),
            await pages(store, ofSender, ["sender"]),
            await pages(store, allDue, [], now),
            await pages(store, noticeDue, [], now),
            await pages(store, waiting, inNorth),
          ];
          return [...new Set(found.flat().flatMap((page) => page.split(" ")))]
            .filter(Boolean)
            .sort()
            .join(" ");
        };
        const [gone, kept] = [manyBookings("GONE", 1), manyBookings("KEPT", 2)];
        const senders = [now - 1, now].map((lastMessageAt) => ({
          sender: `${lastMessageAt}`,
          lastMessageAt,
        }));
        const answers = [now - 1, now].map((at) => ({ ...answerAbout(`${at}`, heldBooking("A")), at }));
        await saveEach(store, ...gone, ...kept);
        await save(store, saved(senderKind, senders), saved(answerKind, answers));
        expect(await listFound()).toBe("GONE1 GONE2 KEPT1 KEPT2");
        await erase(store, [
          { kind: bookingKind, keys: [["GONE1"], ["GONE2"]] },
          { kind: senderKind, before: now },
          { kind: answerKind, before: now },
        ]);
        expect(await listFound()).toBe("KEPT1 KEPT2");
        const keys = senders.map(({ sender }) => [sender]);
        expect(await readBy(store, senderKind.byKey, ...keys)).toEqual(senders.slice(1));
        expect(await readBy(store, answerKind.byKey, ...keys)).toEqual(answers.slice(1));
      }),
  },
  {
    title: "refuses, as a second wall, a window over its ceiling and a queue number that is given twice",
    needs: "constraints",
    run: (open) =>
      onStore(open, async (store) => {
        await saveEach(store, confirmedBooking("A", 1), confirmedBooking("B", 1, south));
        expect(await failureOf(save(store, saved(dayKind, [dayWith(north, 1001)])))).toBe("StoreError");
        expect(await failureOf(save(store, saved(bookingKind, [confirmedBooking("C", 1)])))).toBe(
          "StoreError",
        );
        expect(await readBy(store, dayKind.byKey, inNorth)).toEqual([dayWith(north, 1)]);
        expect(await pages(store, ofDay, inNorth)).toEqual(["A"]);
      }),
  },
];
