import {
  type Answer,
  type Booking,
  type ConfirmedBooking,
  type DayKey,
  type Decision,
  type Records,
  recordsOf,
  type Store,
  saved,
} from "giliran";
import { expect } from "vitest";
import { answerKind, bookingKind, dayKind, dayValue } from "../../src/booking/kinds.js";
import {
  confirmedBooking,
  dayWith,
  north,
  waitingBooking,
} from "../../src/testing/conformance/sample-records.js";
import { nothing, now, recordsBy, save, scopeOf, want } from "../../src/testing/conformance/store-calls.js";
import type { OpenStore } from "../../src/testing/open-store.js";

const entries = 40;
const places = 10;
const counters = 4;
const wholeDay = want(bookingKind.lookUps.ofDay, dayValue(north));

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
function draw(day: DayKey, seed: number, records: Records): Decision<number> {
  const entered = recordsOf(records, bookingKind).filter((booking) => booking.state === "waiting");
  if (entered.length === 0) return nothing(0);
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
  const save = [saved(dayKind, [dayWith(day, places)]), saved(bookingKind, drawn)];
  return { result: entered.length, save };
}

/** A draw over a whole day, made by whoever comes first and by nobody again. */
export function drawsOnce(open: OpenStore): Promise<void> {
  return onConnections(open, async (stores) => {
    const waiting = Array.from({ length: entries }, (_, index) => waitingBooking(`W${index}`, index + 1));
    const [store] = stores;
    if (store === undefined) return;
    await save(store, saved(dayKind, [dayWith(north, 0)]), saved(bookingKind, waiting));
    const sizes = await Promise.all(
      stores.map((one) => one.transact(scopeOf(wholeDay), (records) => draw(north, 7, records))),
    );
    expect(sizes.sort((a, b) => b - a)).toEqual([entries, 0, 0, 0]);
    const records = await recordsBy(store, wholeDay);
    const bookings = recordsOf(records, bookingKind);
    expect(bookings.filter(({ state }) => state === "held")).toHaveLength(places);
    expect(bookings.filter(({ state }) => state === "lapsed")).toHaveLength(entries - places);
    expect(recordsOf(records, dayKind)).toEqual([dayWith(north, places)]);
  });
}

const inTurn = (a: ConfirmedBooking, b: ConfirmedBooking) => a.start - b.start || a.sequence - b.sequence;

/** The next number that was not called yet, once for a request id. */
function callNext(request: string, records: Records): Decision<string | undefined> {
  const known = recordsOf(records, answerKind).find(({ key }) => key === request);
  if (known !== undefined) return nothing(known.booking.code);
  const [next] = recordsOf(records, bookingKind)
    .filter((booking) => booking.state === "confirmed")
    .filter(({ usedAt }) => usedAt === undefined)
    .sort(inTurn);
  if (next === undefined) return nothing(undefined);
  const called: ConfirmedBooking = { ...next, usedAt: now };
  const booking = { code: next.code, changes: next.history.length };
  const answer: Answer = { key: request, fingerprint: "", at: now, action: "confirm", booking };
  return { result: next.code, save: [saved(bookingKind, [called]), saved(answerKind, [answer])] };
}

/** Four counters call the numbers of a day: each once, in their order, and a call that comes again gets the same. */
export function callsNumbers(open: OpenStore): Promise<void> {
  return onConnections(open, async (stores) => {
    const [store] = stores;
    if (store === undefined) return;
    const confirmed = Array.from({ length: 12 }, (_, index) =>
      confirmedBooking(`N${String(index).padStart(2, "0")}`, index + 1),
    );
    await save(store, saved(dayKind, [dayWith(north, 12)]), saved(bookingKind, confirmed));
    const call = (one: Store, request: string) =>
      one.transact(scopeOf(wholeDay, want(answerKind.byKey, [request])), (records) =>
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
