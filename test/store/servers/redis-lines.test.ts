import { type Records, type Store, saved } from "giliran";
import { type IoRedisClient, redisStore } from "giliran/redis";
import { describe, expect, it } from "vitest";
import { type Floor, hall } from "../../../src/testing/conformance/hall.js";
import { entryOf, floorOf, floorValue, pastEntryOf } from "../../../src/testing/conformance/sample-hall.js";
import { foundBy, save, scopeOf, want } from "../../../src/testing/conformance/store-calls.js";
import { createSignal } from "../../desk/stalling-store.js";
import { breakModule } from "../../rules/break-module.js";
import { freshPrefix, openIoRedis, redisMissing } from "./open-redis.js";

type FloorKey = Pick<Floor, "officeId" | "date">;

const { floor, entry } = hall;
const monday: FloorKey = { officeId: "north", date: "2017-08-07" };
const tuesday: FloorKey = { officeId: "north", date: "2017-08-08" };
const both = [monday, tuesday];
const wantFloors = (keys: readonly FloorKey[]) => want(floor.byKey, ...keys.map(floorValue));

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

/** Each of the floors with one change more. */
function plusOne(keys: readonly FloorKey[], records: Records) {
  const floors = keys.map((key) => {
    const [known] = foundBy(records, floor.byKey, floorValue(key));
    return floorOf({ ...key, changes: (known?.changes ?? 0) + 1 });
  });
  return { result: undefined, save: [saved(floor, floors)] };
}

const increment = (store: Store, key: FloorKey) =>
  store.transact(scopeOf(wantFloors([key])), (records) => plusOne([key], records));

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
  own: FloorKey,
  meet: () => Promise<void>,
): Promise<void> {
  const stops: Stops = { next: undefined, calls: Number.NEGATIVE_INFINITY };
  const other = redisStore({ client: openIoRedis(), prefix });
  let tries = 0;
  return createStore({ client: stoppingClient(stops), prefix }).transact(
    scopeOf(wantFloors([own])),
    (records, { wants }) => {
      if (wants[0]?.values.length === 1) {
        if (tries++ > 0) return { widen: scopeOf(wantFloors(both)) };
        stops.next = () => increment(other, own);
        return plusOne([own], records);
      }
      if (stops.calls < 0)
        stops.next = async () => {
          await meet();
          stops.calls = 0;
        };
      return plusOne(both, records);
    },
  );
}

async function meetInLines(createStore: typeof redisStore): Promise<readonly number[]> {
  const prefix = freshPrefix();
  const meet = meeting(2);
  await Promise.all(both.map((own) => incrementBoth(createStore, prefix, own, meet)));
  const { records } = await createStore({ client: openIoRedis(), prefix }).read(scopeOf(wantFloors(both)));
  return foundBy(records, floor.byKey, ...both.map(floorValue)).map(({ changes }) => changes);
}

describe.skipIf(redisMissing)(
  "two transactions, each first in the line of one day and in need of the other",
  () => {
    it("are done one after the other", async () => {
      expect(await meetInLines(redisStore)).toEqual([3, 3]);
    });

    it("stand still where a later line is not left for an earlier one", async () => {
      const broken = (await breakModule("store/redis/redis-store.ts", {
        file: "store/redis/lines.ts",
        from: "[...lines].filter((line) => line > field)",
        to: "[]",
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
      const own = { ...tuesday, holders: ["someone"] };
      await save(other, saved(entry, [entryOf("A", own)]));
      const stops: Stops = { next: undefined, calls: Number.NEGATIVE_INFINITY };
      const scope = scopeOf(wantFloors([monday]), want(entry.lookUps.ofHolder, ["someone"]));
      await redisStore({ client: stoppingClient(stops), prefix }).transact(scope, (records) => {
        // Tuesday comes with somebody's entry, which ends in this moment.
        if (foundBy(records, entry.lookUps.ofHolder, ["someone"]).length > 0)
          stops.next = () => save(other, saved(entry, [pastEntryOf("A", own)]));
        return plusOne([monday], records);
      });
      expect(await client.keys(`{${prefix}}:line:*`)).toEqual([]);
    });
  },
);
