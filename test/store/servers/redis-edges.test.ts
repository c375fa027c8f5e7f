import { StoreError } from "giliran";
import { redisStore } from "giliran/redis";
import { Cluster } from "ioredis";
import pg from "pg";
import { createClient, createCluster, createSentinel } from "redis";
import { describe, expect, it, onTestFinished } from "vitest";
import { day, deskFor, holdOf } from "../five-places.js";
import { freshPrefix, openIoRedis, openNodeRedis, redisMissing } from "./open-redis.js";
import { ownServer } from "./own-server.js";
import { startRedis } from "./redis-server.js";

const nodes = [{ host: "127.0.0.1", port: 1 }];

const failureOf = (work: Promise<unknown>): Promise<unknown> => work.catch((error: unknown) => error);

/** A client that answers INFO so, and fails at all else. */
function clientSaying(info: unknown, failure: unknown = new Error("ERR nothing else")) {
  return {
    call: async (command: string) => {
      if (command !== "INFO") throw failure;
      return info;
    },
  };
}

const good = "redis_version:7.4.0\r\nmaxmemory_policy:noeviction\r\naof_enabled:1\r\ncluster_enabled:0\r\n";

describe("a client that the Redis store can't use", () => {
  it.each([
    ["a Cluster of Redis", () => createCluster({ rootNodes: [{ url: "redis://127.0.0.1:1" }] })],
    ["a Cluster of Redis", () => new Cluster(nodes, { lazyConnect: true })],
    ["a Sentinel of redis", () => createSentinel({ name: "primary", sentinelRootNodes: nodes })],
    ["a client over HTTP, such as that of Upstash", () => ({ evalsha: () => null })],
    ["a client of PostgreSQL, for postgresStore()", () => new pg.Pool()],
    ["one without sendCommand", () => ({})],
  ])("is refused by name: %s", (name, create) => {
    expect(() => redisStore({ client: create() as never })).toThrow(
      `client: expected a client of redis (createClient()) or ioredis (new Redis()) for one primary, found ${name}`,
    );
  });

  it("is refused at the first call where it goes by other words", async () => {
    const cluster = createCluster({ rootNodes: [{ url: "redis://127.0.0.1:1" }] });
    const client = {
      sendCommand: (words: string[]) =>
        cluster.sendCommand(...([words] as never as [string, boolean, string[]])),
    };
    expect(await failureOf(deskFor(redisStore({ client })).hold(holdOf("a")))).toMatchObject({
      message:
        "Redis failed (TypeError): the client failed; it must be a connected one of redis (createClient()) or ioredis (new Redis()).",
      retryable: false,
    });
    const silent = redisStore({ client: { call: async () => null } });
    expect(await failureOf(deskFor(silent).hold(holdOf("a")))).toMatchObject({ retryable: false });
  });

  it.each([
    ["redis_version:7.4.0", "redis_version:6.2.14", "the server has version 6.2.14, and Redis 7"],
    ["cluster_enabled:0", "cluster_enabled:1", "this is a Redis Cluster"],
    ["policy:noeviction", "policy:volatile-lru", "maxmemory-policy is volatile-lru"],
    ["maxmemory_policy:noeviction\r\n", "", "maxmemory-policy is undefined"],
  ])("is refused at the first call where %s is %s", async (from, to, why) => {
    const store = redisStore({ client: clientSaying(good.replace(from, to)) });
    const failure = { name: "StoreError", message: expect.stringContaining(why), retryable: false };
    expect(await failureOf(deskFor(store).hold(holdOf("a")))).toMatchObject(failure);
    expect(await failureOf(deskFor(store).find(day))).toMatchObject(failure);
  });

  it("is refused where it is closed for good, and may be asked again while it connects", async () => {
    const closed = createClient();
    expect(await failureOf(deskFor(redisStore({ client: closed })).hold(holdOf("a")))).toMatchObject({
      message: expect.stringContaining("(ClientClosedError): the client is closed"),
      retryable: false,
    });
    const connecting = createClient({ socket: { port: 1 }, disableOfflineQueue: true });
    void connecting.connect().catch(() => undefined);
    onTestFinished(() => connecting.destroy());
    expect(await failureOf(deskFor(redisStore({ client: connecting })).hold(holdOf("a")))).toMatchObject({
      message: expect.stringContaining("(ClientOfflineError): the connection broke"),
      retryable: true,
    });
    const ended = openIoRedis(1);
    ended.disconnect();
    await expect.poll(() => ended.status).toBe("end");
    expect(await failureOf(deskFor(redisStore({ client: ended })).hold(holdOf("a")))).toMatchObject({
      retryable: false,
    });
  });
});

class MaxRetriesPerRequestError extends Error {}
class CommandTimeoutError extends Error {}
const withCode = (message: string, code: string) => Object.assign(new Error(message), { code });

describe("what a client says of a call", () => {
  it.each([
    [withCode("read ECONNRESET", "ECONNRESET"), true],
    [withCode("connect ETIMEDOUT", "ETIMEDOUT"), true],
    [withCode("getaddrinfo EAI_AGAIN redis", "EAI_AGAIN"), true],
    [new MaxRetriesPerRequestError("Reached the max retries per request limit (which is 20)."), true],
    [new CommandTimeoutError("Timed out"), true],
    [new Error("Command timed out"), true],
    [new Error("Stream isn't writeable and enableOfflineQueue options is false"), true],
    [new Error("Socket closed unexpectedly"), true],
    [new Error("The queue is full"), true],
    [new Error("LOADING Redis is loading the dataset in memory"), true],
    [
      new Error("BUSY Redis is busy running a script. You can only call SCRIPT KILL or SHUTDOWN NOSAVE."),
      true,
    ],
    [new Error("ERR Error running script: Script killed by user with SCRIPT KILL."), true],
    [new Error("MASTERDOWN Link with MASTER is down and replica-serve-stale-data is set to 'no'."), true],
    [new Error("READONLY You can't write against a read only replica."), true],
    [new Error("NOREPLICAS Not enough good replicas to write."), true],
    [new TypeError("Cannot read properties of undefined (reading 'connect')"), false],
    [new RangeError("Invalid string length"), false],
    [withCode("certificate has expired", "CERT_HAS_EXPIRED"), false],
    [withCode("Hostname/IP does not match", "ERR_TLS_CERT_ALTNAME_INVALID"), false],
    [new Error("ERR unknown command 'EVALSHA'"), false],
    [new Error("WRONGTYPE Operation against a key holding the wrong kind of value"), false],
    [new Error("CLUSTERDOWN Hash slot not served"), false],
    [new Error("MOVED 3999 127.0.0.1:6381"), false],
    [new Error("CROSSSLOT Keys in request don't hash to the same slot"), false],
    [new Error("OOM command not allowed when used memory > 'maxmemory'."), false],
    [new Error("MISCONF Redis is configured to save RDB snapshots, but it is unable to"), false],
    [new Error("NOPERM this user has no permissions to run the 'eval' command"), false],
    ["nothing that is known", false],
    [undefined, false],
  ])("%s: may it be asked again? %s", async (failure, retryable) => {
    const error = await failureOf(deskFor(redisStore({ client: clientSaying(good, failure) })).find(day));
    expect(error).toBeInstanceOf(StoreError);
    expect(error).toMatchObject({ retryable });
  });
});

describe.skipIf(redisMissing)("a server of a Redis Cluster", () => {
  const { port } = ownServer(() => startRedis("--cluster-enabled", "yes"));

  it("is refused by name over a plain client", async () => {
    const failure = await failureOf(deskFor(redisStore({ client: openIoRedis(port()) })).hold(holdOf("a")));
    expect(failure).toMatchObject({
      message: "Redis can't be used: this is a Redis Cluster; use one primary with replicas.",
      retryable: false,
    });
  });
});

describe.skipIf(redisMissing)("a server with other settings", () => {
  const { port } = ownServer(() => startRedis());

  it.each(["allkeys-lru", "allkeys-random", "volatile-ttl"])("is refused with %s", async (policy) => {
    const client = openIoRedis(port());
    await client.config("SET", "maxmemory-policy", policy);
    const desk = deskFor(redisStore({ client }));
    expect(await failureOf(desk.hold(holdOf("a")))).toMatchObject({
      message: `Redis can't be used: maxmemory-policy is ${policy}, by which bookings are thrown away when memory is full; set it to noeviction.`,
      retryable: false,
    });
    expect(await client.dbsize()).toBe(0);
    await client.config("SET", "maxmemory-policy", "noeviction");
    expect(await desk.hold(holdOf("a"))).toMatchObject({ kind: "held" });
    await client.flushall();
  });

  it("is told of once where it does not append", async () => {
    const client = openIoRedis(port());
    await client.config("SET", "appendonly", "no");
    const told: string[] = [];
    const desk = deskFor(redisStore({ client, warn: (message) => told.push(message) }));
    await Promise.all([desk.hold(holdOf("a")), desk.find(day)]);
    await desk.hold(holdOf("b"));
    const [off, ...others] = told;
    expect(off).toMatch(/^giliran: Redis has appendonly off\. .*docs\/storage\.md/);
    expect(others).toEqual([expect.stringContaining("had no data")]);
    await client.config("SET", "appendonly", "yes");
  });
});

describe.skipIf(redisMissing)("Redis that forgets its scripts", () => {
  it("is sent them, however often, and whatever is asked meanwhile", async () => {
    const server = openIoRedis();
    const client = {
      async call(command: string, ...values: string[]) {
        if (command === "EVALSHA") await server.script("FLUSH");
        return server.call(command, ...values);
      },
    };
    const desk = deskFor(redisStore({ client, prefix: freshPrefix() }), 100);
    const outcomes = await Promise.all(
      Array.from({ length: 50 }, (_, caller) => desk.hold(holdOf(`${caller}`))),
    );
    expect(new Set(outcomes.map(({ kind }) => kind))).toEqual(new Set(["held"]));
    await desk.hold(holdOf("after"));
    expect(await desk.find(day)).toHaveLength(51);
  });

  it("is sent them while it is flushed under load", async () => {
    const flusher = openIoRedis();
    const desks = [deskFor(redisStore({ client: await openNodeRedis(), prefix: "flushed" }), 500)];
    desks.push(deskFor(redisStore({ client: openIoRedis(), prefix: "flushed" }), 500));
    let isEnded = false;
    const flushing = (async () => {
      while (!isEnded) await flusher.script("FLUSH");
    })();
    const hold = async (caller: number) => {
      for (let count = 0; count < 20; count++) await desks[caller % 2]?.hold(holdOf(`${caller} ${count}`));
    };
    await Promise.all([0, 1, 2, 3, 4, 5, 6, 7].map(hold));
    isEnded = true;
    await flushing;
    expect(await desks[0]?.find(day)).toHaveLength(160);
  });
});

describe.skipIf(redisMissing)("a record that a script can't read", () => {
  it("fails who asks for it, and nobody else", async () => {
    const [client, prefix] = [openIoRedis(), freshPrefix()];
    const desk = deskFor(redisStore({ client, prefix }));
    await desk.hold(holdOf("a"));
    await client.hset(`{${prefix}}`, "s:sender b", "written by hand");
    const ends = await Promise.all(["a", "b", "c"].map((name) => failureOf(desk.hold(holdOf(name)))));
    expect(ends).toMatchObject([
      { kind: "held" },
      {
        name: "StoreError",
        message: "Redis failed (ERR): the server refused; nothing was saved.",
        retryable: false,
      },
      { kind: "held" },
    ]);
  });
});

describe.skipIf(redisMissing)("a key of somebody else in the place of a set", () => {
  it("is found before anything is written", async () => {
    const [client, prefix] = [openIoRedis(), freshPrefix()];
    const desk = deskFor(redisStore({ client, prefix }));
    await desk.find(day);
    await client.set(`{${prefix}}:due`, "of somebody else");
    const before = await client.hgetall(`{${prefix}}`);
    expect(await failureOf(desk.hold(holdOf("a")))).toMatchObject({
      message: "Redis failed (WRONGTYPE): the server refused; nothing was saved.",
      retryable: false,
      recordsRefused: true,
    });
    expect(await client.hgetall(`{${prefix}}`)).toEqual(before);
    await client.del(`{${prefix}}:due`);
    expect(await desk.hold(holdOf("a"))).toMatchObject({ kind: "held" });
  });
});
