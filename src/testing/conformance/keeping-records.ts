import fc from "fast-check";
import type { Booking } from "../../booking/booking.js";
import { dayName } from "../../booking/records.js";
import { expect } from "../expect.js";
import { type ConformanceTest, onStore, onStores } from "./conformance-test.js";
import {
  answerAbout,
  codePages,
  codesOf,
  dayWith,
  decisionWith,
  findByCode,
  heldBooking,
  north,
  now,
  save,
  scopeWith,
  south,
} from "./sample-records.js";

/** What a desk lets through: no NUL and no half surrogate pair. */
const text = fc.string({ unit: "binary", maxLength: 12 }).filter((some) => !/[\0\p{Surrogate}]/u.test(some));
const number = fc.double({ noNaN: true, noDefaultInfinity: true }).filter((some) => !Object.is(some, -0));
const details = fc.dictionary(text, fc.oneof(text, number, fc.boolean()), { noNullPrototype: true });

async function failureOf(work: Promise<unknown>): Promise<unknown> {
  return work.then(
    () => undefined,
    (error: unknown) => error,
  );
}

/** By name: a store may have come with another copy of the class. */
function nameOf(error: unknown): string {
  return error instanceof Error ? error.name : "";
}

export const keepingRecords: readonly ConformanceTest[] = [
  {
    title: "gives back every record as it was saved, and replaces it by its key",
    run: (open, numRuns) =>
      onStore(open, async (store) => {
        let count = 0;
        const property = fc.asyncProperty(details, text, async (given, word) => {
          const code = `CODE${count++}`;
          const people = [{ key: `person ${count} ${word}`, details: given }];
          const booking = heldBooking(code, { people, sender: `sender ${count} ${word}` });
          const answer = answerAbout(`request ${count} ${word}`, booking);
          await save(store, { days: [dayWith(north, count)], bookings: [booking], answers: [answer] });
          const read = await store.read(scopeWith({ codes: [code], requests: [answer.key] }));
          expect(JSON.stringify(read.bookings.find((one) => one.code === code))).toBe(
            JSON.stringify(booking),
          );
          expect(read.answers.filter(({ key }) => key === answer.key)).toEqual([answer]);
          expect(read.days).toEqual([dayWith(north, count)]);

          const { expiresAt, ...core } = booking;
          const confirmed: Booking = {
            ...core,
            state: "confirmed",
            sequence: count,
            queueNumber: `${count}`,
          };
          await save(store, { bookings: [confirmed] });
          expect(await findByCode(store, code)).toEqual(confirmed);
        });
        await fc.assert(property, { numRuns });
      }),
  },
  {
    title:
      "finds what is due on a day, what is live of a person and a sender, and the days of all that it finds",
    run: (open) =>
      onStore(open, async (store) => {
        const people = [{ key: "one", details: {} }];
        const due = heldBooking("DUE", { expiresAt: now + 5 });
        const later = heldBooking("LATER", { ...south, people, sender: "who" });
        const { expiresAt, ...core } = heldBooking("OVER", { people, sender: "who" });
        await save(store, {
          days: [dayWith(north, 2), dayWith(south, 1)],
          bookings: [due, later, { ...core, state: "cancelled" }],
        });

        const ofDay = await store.read(scopeWith({ days: [north], dueBy: now + 5 }));
        expect(codesOf(ofDay).includes("DUE")).toBe(true);
        expect(ofDay.days.map(dayName).includes(dayName(north))).toBe(true);
        for (const scope of [{ people: ["one"] }, { senders: ["who"] }, { codes: ["LATER"] }]) {
          const found = await store.read(scopeWith(scope));
          expect(codesOf(found).includes("LATER"), JSON.stringify(scope)).toBe(true);
          expect(found.days.some((day) => dayName(day) === dayName(south))).toBe(true);
        }
        const found = codesOf(await store.read(scopeWith({ codes: ["OVER", "NOBODY"] })));
        expect([found.includes("OVER"), found.includes("NOBODY")]).toEqual([true, false]);
      }),
  },
  {
    title: "gives pages of a day and of a sender in the order of their codes",
    run: (open) =>
      onStore(open, async (store) => {
        for (const code of ["D", "B", "E", "A", "C"]) {
          await save(store, { days: [dayWith(north, 1)], bookings: [heldBooking(code, { sender: "who" })] });
          await save(store, { days: [dayWith(south, 1)], bookings: [heldBooking(`${code}2`, south)] });
        }
        expect(await codePages(store, { sender: "who", limit: 2 })).toEqual(["A B", "C D", "E"]);
        expect(await codePages(store, { ...north, limit: 5 })).toEqual(["A B C D E"]);
        expect(await codePages(store, { ...south, limit: 3 })).toEqual(["A2 B2 C2", "D2 E2"]);
        expect(await codePages(store, { sender: "nobody", limit: 3 })).toEqual([""]);
      }),
  },
  {
    title: "decides again on a scope that was widened, three times at most",
    run: (open) =>
      onStore(open, async (store) => {
        await save(store, { days: [dayWith(north, 1)], bookings: [heldBooking("A")] });
        const seen = await store.transact(scopeWith({ days: [south] }), (records, scope) =>
          scope.codes.includes("A")
            ? decisionWith([scope.days.length, codesOf(records).join(" ")], {})
            : { widen: scopeWith({ codes: ["A"] }) },
        );
        expect(seen).toEqual([1, "A"]);
        let tries = 0;
        const endless = store.transact(scopeWith({}), () => {
          tries++;
          return { widen: scopeWith({ codes: [`${tries}`] }) };
        });
        expect(nameOf(await failureOf(endless))).toBe("StoreError");
        expect(tries).toBe(4);
      }),
  },
  {
    title: "passes on what a decision throws, and saves nothing of it",
    run: (open) =>
      onStore(open, async (store) => {
        const thrown = new Error("this one");
        const failing = store.transact(scopeWith({ days: [north] }), () => {
          throw thrown;
        });
        expect(await failureOf(failing)).toBe(thrown);
        expect((await store.read(scopeWith({ days: [north] }))).days).toEqual([]);
        await save(store, { days: [dayWith(north, 1)] });
        expect((await store.read(scopeWith({ days: [north] }))).days).toEqual([dayWith(north, 1)]);
      }),
  },
  {
    title: "shows all of a decision or nothing of it to whoever reads meanwhile",
    needs: "connections",
    run: (open) =>
      onStores(open, 2, async ([writer, reader]) => {
        if (writer === undefined || reader === undefined) return;
        const steps = Array.from({ length: 40 }, (_, index) => index + 1);
        let isDone = false;
        const write = async () => {
          for (const places of steps) {
            const booking = heldBooking("A", { places });
            const answer = answerAbout(`request ${places}`, booking);
            await save(writer, { days: [dayWith(north, places)], bookings: [booking], answers: [answer] });
          }
          isDone = true;
        };
        const all = scopeWith({
          days: [north],
          codes: ["A"],
          requests: steps.map((places) => `request ${places}`),
        });
        const read = async () => {
          while (!isDone) {
            const { days, bookings, answers } = await reader.read(all);
            const places = bookings[0]?.places ?? 0;
            expect(days[0]?.counts[0]?.taken ?? 0, "places in the ledger").toBe(places);
            expect(answers, "answers").toHaveLength(places);
          }
        };
        const writing = write();
        await read().finally(() => writing);
      }),
  },
];
