import { InvalidConfigError } from "giliran";
import { type IoRedisClient, type NodeRedisClient, redisStore } from "giliran/redis";
import type { Redis } from "ioredis";
import type { RedisClientType } from "redis";
import { describe, expect, expectTypeOf, it } from "vitest";
import { day, deskFor, holdOf } from "../five-places.js";
import { raceProcesses } from "../race-processes.js";
import { freshPrefix, openIoRedis, openNodeRedis, redisMissing, redisPort } from "./open-redis.js";

const script = new URL("hold-many-on-redis.ts", import.meta.url);

async function failureOf(work: Promise<unknown>): Promise<unknown> {
  return work.then(
    () => undefined,
    (error: unknown) => error,
  );
}

describe("a Redis store", () => {
  it("takes clients of redis and ioredis without a cast", () => {
    expectTypeOf<RedisClientType>().toExtend<NodeRedisClient>();
    expectTypeOf<Redis>().toExtend<IoRedisClient>();
  });

  it("asks for a client and for a plain prefix", () => {
    expect(() => redisStore({ client: {} as never })).toThrow(InvalidConfigError);
    expect(() => redisStore({ client: {} as never })).toThrow(/^client: expected a client of redis/);
    const client = { call: async () => null };
    expect(() => redisStore({ client, prefix: "{a}" })).toThrow(/^prefix: /);
  });

  it.skipIf(redisMissing)("does not touch data of a newer giliran, or of an older one", async () => {
    const prefix = freshPrefix();
    const client = openIoRedis();
    for (const version of ["99", "0"]) {
      await client.hset(`{${prefix}}`, "v", version);
      const failure = await failureOf(deskFor(redisStore({ client, prefix })).hold(holdOf("a")));
      expect(failure).toMatchObject({
        name: "StoreError",
        message: `Redis has data of version ${version} under {${prefix}}, this giliran knows 2; use the giliran that made them, or another prefix.`,
        retryable: false,
      });
      expect(await failureOf(deskFor(redisStore({ client, prefix })).find(day))).toMatchObject({
        name: "StoreError",
      });
      expect(await client.hkeys(`{${prefix}}`)).toEqual(["v"]);
    }
  });

  it.each([
    ["READONLY You can't write against a read only replica.", "connect to the primary", true],
    ["MOVED 3999 127.0.0.1:6381", "use one primary with replicas", false],
    ["NOAUTH Authentication required.", "was not let in", false],
    ["LOADING Redis is loading the dataset in memory", "ask again", true],
    ["Socket closed unexpectedly", "ask again with the same request id", true],
    ["ERR wrong value 'person a'", "nothing was saved", false],
  ])("tells what to do about %s", async (message, advice, retryable) => {
    const client = { call: () => Promise.reject(new Error(message)) };
    const failure = await failureOf(deskFor(redisStore({ client })).hold(holdOf("a")));
    expect(failure).toMatchObject({
      name: "StoreError",
      message: expect.stringContaining(advice),
      retryable,
    });
    expect(String(failure)).not.toContain("person a");
  });
});

describe.skipIf(redisMissing)("a Redis store on a real server", () => {
  it("is one store for clients of redis and of ioredis", async () => {
    const prefix = freshPrefix();
    const first = deskFor(redisStore({ client: openIoRedis(), prefix }));
    const second = deskFor(redisStore({ client: await openNodeRedis(), prefix }));
    const held = await first.hold(holdOf("a"));
    expect(await second.hold(holdOf("a"))).toEqual(held);
    expect(await second.find(day)).toHaveLength(1);
  });

  it("goes on where the server has forgotten its scripts", async () => {
    const client = openIoRedis();
    const desk = deskFor(redisStore({ client, prefix: freshPrefix() }));
    await desk.hold(holdOf("a"));
    await client.call("SCRIPT", "FLUSH");
    expect(await desk.hold(holdOf("b"))).toMatchObject({ kind: "held" });
  });

  it("gives five places to five over eight processes", async () => {
    const where = [`${redisPort()}`, freshPrefix()];
    const { lines, held, full } = await raceProcesses({ script, where });
    console.log(lines.filter((line) => line.startsWith("client")).join(", "));
    expect({ held, full }).toEqual({ held: 5, full: 35 });
  });

  it("gives them once where the same requests come to eight processes", async () => {
    const prefix = freshPrefix();
    const where = [`${redisPort()}`, prefix];
    expect(await raceProcesses({ script, where, nameOf: () => "same" })).toMatchObject({ held: 40 });
    expect(await deskFor(redisStore({ client: openIoRedis(), prefix })).find(day)).toHaveLength(5);
  });

  it("is passed in the line by those who are there when somebody does not come back", async () => {
    const client = openIoRedis();
    const prefix = freshPrefix();
    const line = `{${prefix}}:line:d:${JSON.stringify([day.officeId, day.date])}`;
    await client.rpush(line, "nobody");
    expect(await deskFor(redisStore({ client, prefix })).hold(holdOf("a"))).toMatchObject({ kind: "held" });
    expect(await client.exists(line)).toBe(0);
  });
});
