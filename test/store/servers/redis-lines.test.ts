import type { Day, DayKey, Store } from "giliran";
import { type IoRedisClient, redisStore } from "giliran/redis";
import { describe, expect, it } from "vitest";
import { emptyScope, noRecords } from "../../../src/booking/records.js";
import { heldBooking, save } from "../../../src/testing/conformance/sample-records.js";
import { createSignal } from "../../desk/stalling-store.js";
import { breakModule } from "../../rules/break-module.js";
import { freshPrefix, openIoRedis, redisMissing } from "./open-redis.js";

const monday: DayKey = { officeId: "north", date: "2017-08-07" };
const tuesday: DayKey = { officeId: "north", date: "2017-08-08" };
const both = [monday, tuesday];
const scopeOf = (days: readonly DayKey[]) => ({ ...emptyScope(0), days });

/** Two save one after the other in four calls each; who asks this often stands still. */
const mostCalls = 300;

/** What is called before the next call to the server. */
interface Stops {
  next: (() => Promise<unknown>) | undefined;
  /** Calls so far, once they count. */
  calls: number;
}

function stoppingClient(stops: Stops): IoRedisClient {
  const client = openIoRedis();
  return {
    async call(command, ...values) {
      if (stops.calls++ > mostCalls) throw Object.assign(new Error("stands still"), { code: "STILL" });
      const stop = stops.next;
      stops.next = undefined;
      await stop?.();
      return client.call(command, ...values);
    },
  };
}

function plusOne({ officeId, date }: DayKey, days: readonly Day[]): Day {
  const before = days.find((day) => day.date === date)?.issued.numbers ?? 0;
  return { officeId, date, decidedAt: 0, counts: [], issued: { numbers: before + 1 } };
}

const increment = (store: Store, day: DayKey) =>
  store.transact(scopeOf([day]), ({ days }) => ({
    ...noRecords,
    days: [plusOne(day, days)],
    result: undefined,
  }));

/** Resolves for all when so many have come. */
function meeting(members: number): () => Promise<void> {
  let missing = members;
  const [met, begin] = createSignal();
  return () => {
    if (--missing === 0) begin();
    return met;
  };
}

/**
 * Comes too late on its own day and so stands first in that line; then it needs both days, and comes to the save of
 * both when the other one has come as far.
 */
function incrementBoth(
  createStore: typeof redisStore,
  prefix: string,
  own: DayKey,
  meet: () => Promise<void>,
): Promise<void> {
  const stops: Stops = { next: undefined, calls: Number.NEGATIVE_INFINITY };
  const other = redisStore({ client: openIoRedis(), prefix });
  let tries = 0;
  return createStore({ client: stoppingClient(stops), prefix }).transact(
    scopeOf([own]),
    ({ days }, scope) => {
      if (scope.days.length === 1) {
        if (tries++ > 0) return { widen: scopeOf(both) };
        stops.next = () => increment(other, own);
        return { ...noRecords, days: [plusOne(own, days)], result: undefined };
      }
      if (stops.calls < 0)
        stops.next = async () => {
          await meet();
          stops.calls = 0;
        };
      return { ...noRecords, days: both.map((day) => plusOne(day, days)), result: undefined };
    },
  );
}

async function meetInLines(createStore: typeof redisStore): Promise<readonly (number | undefined)[]> {
  const prefix = freshPrefix();
  const meet = meeting(2);
  await Promise.all(both.map((own) => incrementBoth(createStore, prefix, own, meet)));
  const { days } = await createStore({ client: openIoRedis(), prefix }).read(scopeOf(both));
  return days.map(({ issued }) => issued.numbers);
}

describe.skipIf(redisMissing)(
  "two transactions, each first in the line of one day and in need of the other",
  () => {
    it("are done one after the other", async () => {
      expect(await meetInLines(redisStore)).toEqual([3, 3]);
    });

    it("stand still where a later line is not left for an earlier one", async () => {
      const broken = (await breakModule("store/redis-store.ts", {
        file: "store/redis-store.ts",
        from: "[...lines].filter((line) => line > field),",
        to: "[],",
      })) as { redisStore: typeof redisStore }; // decoded
      await expect(meetInLines(broken.redisStore)).rejects.toThrow("Redis failed (STILL)");
    });
  },
);

describe.skipIf(redisMissing)(
  "a transaction that comes too late on a day which it then needs no more",
  () => {
    it("stands in that day's line no longer when it is done", async () => {
      const prefix = freshPrefix();
      const client = openIoRedis();
      const other = redisStore({ client, prefix });
      const held = heldBooking("A", { ...tuesday, people: [{ key: "person", details: {} }] });
      const { expiresAt, ...core } = held;
      await save(other, { bookings: [held] });
      const stops: Stops = { next: undefined, calls: Number.NEGATIVE_INFINITY };
      const scope = { ...scopeOf([monday]), people: ["person"] };
      await redisStore({ client: stoppingClient(stops), prefix }).transact(scope, ({ days, bookings }) => {
        // Tuesday comes with the person's booking, which ends in this moment.
        if (bookings.length > 0)
          stops.next = () => save(other, { bookings: [{ ...core, state: "cancelled" }] });
        return { ...noRecords, days: [plusOne(monday, days)], result: undefined };
      });
      expect(await client.keys(`{${prefix}}:line:*`)).toEqual([]);
    });
  },
);
