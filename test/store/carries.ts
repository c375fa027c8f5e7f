import type { Answer, Booking, ConfirmedBooking, DayKey, Decision, Records, Store } from "giliran";
import { expect } from "vitest";
import {
  dayWith,
  decisionWith,
  heldBooking,
  north,
  now,
  save,
  scopeWith,
  waitingBooking,
} from "../../src/testing/conformance/sample-records.js";
import type { OpenStore } from "../../src/testing/open-store.js";

const entries = 40;
const places = 10;
const counters = 4;

/** Runs `work` over several connections to one empty store. */
async function onConnections(
  open: OpenStore,
  work: (stores: readonly Store[]) => Promise<void>,
): Promise<void> {
  const { connect, close } = await open();
  try {
    await work(await Promise.all(Array.from({ length: counters }, connect)));
  } finally {
    await close?.();
  }
}

/** Enough of a lot for a test: another order for another seed, the same for the same. */
function lot(seed: number, code: string): number {
  let hash = seed;
  for (const character of code) hash = (Math.imul(hash, 31) + (character.codePointAt(0) ?? 0)) % 65_521;
  return hash;
}

/** All who wait for a day are given its places by lot, or told that they have none. */
function draw(day: DayKey, seed: number, { bookings }: Records): Decision<number> {
  const entered = bookings.filter((booking) => booking.state === "waiting");
  if (entered.length === 0) return decisionWith(0, {});
  const inOrder = entered.toSorted(
    (a, b) => lot(seed, a.code) - lot(seed, b.code) || (a.code < b.code ? -1 : 1),
  );
  const drawn = inOrder.map((booking, index): Booking => {
    const { turn, expiresAt, ...core } = booking;
    const history = [
      ...core.history,
      { what: index < places ? "held" : "lapsed", at: now, by: "system" },
    ] as const;
    return index < places
      ? { ...core, state: "held", expiresAt, turn, history }
      : { ...core, state: "lapsed", history };
  });
  return decisionWith(entered.length, { days: [dayWith(day, places)], bookings: drawn });
}

/** A draw over a whole day, made by whoever comes first and by nobody again. */
export function drawsOnce(open: OpenStore): Promise<void> {
  return onConnections(open, async (stores) => {
    const waiting = Array.from({ length: entries }, (_, index) => waitingBooking(`W${index}`, index + 1));
    const [store] = stores;
    if (store === undefined) return;
    await save(store, { days: [dayWith(north, 0)], bookings: waiting });
    const sizes = await Promise.all(
      stores.map((one) => one.transact(scopeWith({ whole: [north] }), (records) => draw(north, 7, records))),
    );
    expect(sizes.sort((a, b) => b - a)).toEqual([entries, 0, 0, 0]);
    const { bookings, days } = await store.read(scopeWith({ whole: [north] }));
    expect(bookings.filter(({ state }) => state === "held")).toHaveLength(places);
    expect(bookings.filter(({ state }) => state === "lapsed")).toHaveLength(entries - places);
    expect(days).toEqual([dayWith(north, places)]);
  });
}

const inTurn = (a: ConfirmedBooking, b: ConfirmedBooking) => a.start - b.start || a.sequence - b.sequence;

/** The next number that was not called yet, once for a request id. */
function callNext(request: string, { bookings, days, answers }: Records): Decision<string | undefined> {
  const known = answers.find(({ key }) => key === request);
  if (known !== undefined) return decisionWith(known.booking.code, {});
  const [next] = bookings
    .filter((booking) => booking.state === "confirmed")
    .filter(({ usedAt }) => usedAt === undefined)
    .sort(inTurn);
  if (next === undefined) return decisionWith(undefined, {});
  const called: ConfirmedBooking = { ...next, usedAt: now };
  const booking = { code: next.code, changes: next.history.length };
  const answer: Answer = { key: request, fingerprint: "", at: now, action: "confirm", booking };
  return decisionWith(next.code, { days, bookings: [called], answers: [answer] });
}

/** Four counters call the numbers of a day: each once, in their order, and a call that comes again gets the same. */
export function callsNumbers(open: OpenStore): Promise<void> {
  return onConnections(open, async (stores) => {
    const [store] = stores;
    if (store === undefined) return;
    const confirmed = Array.from({ length: 12 }, (_, index): ConfirmedBooking => {
      const { expiresAt: _expiresAt, ...core } = heldBooking(`N${String(index).padStart(2, "0")}`);
      return { ...core, state: "confirmed", sequence: index + 1, queueNumber: `0800-${index + 1}` };
    });
    await save(store, { days: [dayWith(north, 12)], bookings: confirmed });
    const call = (one: Store, request: string) =>
      one.transact(scopeWith({ whole: [north], requests: [request] }), (records) =>
        callNext(request, records),
      );
    const called: (string | undefined)[] = [];
    for (let round = 0; round < 3; round++)
      called.push(...(await Promise.all(stores.map((one, counter) => call(one, `${round} ${counter}`)))));
    expect(called.toSorted()).toEqual(confirmed.map(({ code }) => code));
    for (let round = 0; round < 3; round++)
      expect(called.slice(round * counters, (round + 1) * counters).toSorted()).toEqual(
        confirmed.slice(round * counters, (round + 1) * counters).map(({ code }) => code),
      );
    expect(await call(store, "0 0")).toBe(called[0]);
    expect(await call(store, "late")).toBeUndefined();
  });
}
