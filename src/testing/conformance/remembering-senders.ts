import type { Sender } from "../../booking/records.js";
import type { BookingStore } from "../../store/booking-store.js";
import { expect } from "../expect.js";
import { type ConformanceTest, onStore, onStores } from "./conformance-test.js";
import {
  cancelledBooking,
  dayWith,
  decisionWith,
  erase,
  heldBooking,
  north,
  now,
  save,
  scopeWith,
} from "./sample-records.js";

const connections = 8;
const rounds = 4;

async function findSender(store: BookingStore, sender: string): Promise<Sender | undefined> {
  const { senders } = await store.read(scopeWith({ senders: [sender] }));
  return senders.find((record) => record.sender === sender);
}

/** One wrong code more; whether it was told to be counted. */
function guess(store: BookingStore, sender: string): Promise<boolean> {
  return store
    .transact(scopeWith({ senders: [sender] }), ({ senders }) => {
      const { guesses } = senders.find((record) => record.sender === sender) ?? {};
      const record = {
        sender,
        lastMessageAt: now,
        guesses: { count: (guesses?.count ?? 0) + 1, lastAt: now },
      };
      return decisionWith(true, { senders: [record] });
    })
    .catch((error: unknown) => {
      if (error instanceof Error && error.name === "StoreError") return false;
      throw error;
    });
}

/** Books for who has nothing live, on an office's day of its own. */
function bookOnce(store: BookingStore, person: string, code: string): Promise<void> {
  const booking = heldBooking(code, {
    officeId: `office of ${code}`,
    people: [{ key: person, details: {} }],
  });
  const scope = scopeWith({
    days: [{ officeId: booking.officeId, date: booking.date }],
    codes: [code],
    people: [person],
    senders: [`sender of ${code}`],
  });
  return store.transact(scope, ({ bookings }) =>
    decisionWith(undefined, bookings.length > 0 ? {} : { days: [dayWith(booking, 1)], bookings: [booking] }),
  );
}

export const rememberingSenders: readonly ConformanceTest[] = [
  {
    title: "keeps what is remembered of a sender, and replaces it",
    run: (open) =>
      onStore(open, async (store) => {
        const first: Sender = { sender: "one", lastMessageAt: now, guesses: { count: 2, lastAt: now } };
        await save(store, { senders: [first, { sender: "two", lastMessageAt: now }] });
        expect(await findSender(store, "one")).toEqual(first);
        const second: Sender = {
          sender: "one",
          lastMessageAt: now,
          draft: { content: "Nama:\n", until: now + 5 },
        };
        const booking = heldBooking("A", { sender: "one" });
        await save(store, { senders: [second], days: [dayWith(north, 1)], bookings: [booking] });
        expect(await findSender(store, "one")).toEqual(second);
        expect(await findSender(store, "two")).toEqual({ sender: "two", lastMessageAt: now });
        expect(await findSender(store, "nobody")).toBe(undefined);
      }),
  },
  {
    title: "isolates what is remembered of a sender: wrong codes from everywhere at once are all counted",
    needs: "connections",
    run: (open) =>
      onStores(open, connections, async (stores) => {
        const told: boolean[] = [];
        for (let round = 0; round < rounds; round++)
          told.push(...(await Promise.all(stores.map((store) => guess(store, "one")))));
        const counted = told.filter((wasTold) => wasTold).length;
        expect(counted).toBeMoreThan(0);
        const [store] = stores;
        if (store === undefined) return;
        expect(counted).toBeAtMost((await findSender(store, "one"))?.guesses?.count ?? 0);
      }),
  },
  {
    title: "isolates a person whose last booking is erased meanwhile",
    needs: "connections",
    run: (open) =>
      onStores(open, connections, async (stores) => {
        const [first, ...others] = stores;
        if (first === undefined) return;
        for (let round = 0; round < rounds; round++) {
          const [person, old] = [`person ${round}`, `OLD${round}`];
          const people = [{ key: person, details: {} }];
          await save(first, { days: [dayWith(north, 0)], bookings: [cancelledBooking(old, { people })] });
          await Promise.all([
            erase(first, { codes: [old] }),
            ...others.map((store, index) => bookOnce(store, person, `R${round}I${index}`)),
          ]);
          const { bookings } = await first.read(scopeWith({ people: [person] }));
          expect(bookings, "bookings of a person").toHaveLength(1);
        }
      }),
  },
];
