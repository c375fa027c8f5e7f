import type { Desk, HoldOutcome, Store, StoreError } from "giliran";
import { redisStore } from "giliran/redis";
import type { Redis } from "ioredis";
import { describe, expect, it } from "vitest";
import { day, deskFor, holdOf, monday } from "../five-places.js";
import { freshPrefix, openIoRedis, redisMissing } from "./open-redis.js";
import { ownServer } from "./own-server.js";
import { startRedis } from "./redis-server.js";

const lost = (word: string) => ({
  name: "StoreError",
  retryable: false,
  message: expect.stringMatching(
    new RegExp(`^(Not done: .* is done. )?Redis failed \\(${word}\\): .* \\(docs/storage\\.md\\)\\.$`),
  ),
});

/** Everything that a desk may be asked; each a look at the store of its own. */
const calls: Readonly<Record<string, (desk: Desk) => Promise<unknown>>> = {
  hold: (desk) => desk.hold(holdOf("another")),
  holdAgain: (desk) => desk.hold(holdOf("first")),
  find: (desk) => desk.find(day),
  ofSender: (desk) => desk.find({ sender: "sender first" }),
  availability: (desk) => desk.availability({ officeId: day.officeId, from: day.date, days: 1 }),
  reconcile: (desk) => desk.reconcile(day),
  sweep: (desk) => desk.sweep(),
  notices: (desk) => desk.dueNotices(),
  forget: (desk) => desk.forgetBefore({ visitsBefore: day.date, messagesBefore: monday - 8 * 86_400_000 }),
};

const keys = async (client: Redis, prefix: string) => (await client.keys(`{${prefix}}*`)).sort();

describe.skipIf(redisMissing)("a running desk on Redis that lost its data", () => {
  async function open() {
    const prefix = freshPrefix();
    const client = openIoRedis();
    const openStore = (generation?: string): Store =>
      redisStore({ client, prefix, ...(generation !== undefined && { generation }) });
    const desk = deskFor(openStore(), 1);
    await desk.hold(holdOf("first"));
    await desk.joinWaitingList(holdOf("waiter"));
    await desk.note({ sender: "sender first", at: Date.now() });
    return { client, prefix, openStore, desk };
  }

  it.each(Object.entries(calls))("gives nothing again where all is gone: %s", async (_, call) => {
    const { client, prefix, desk, openStore } = await open();
    await client.del(...(await keys(client, prefix)));
    await expect(call(desk)).rejects.toMatchObject(lost("GONE"));
    expect(await keys(client, prefix)).toEqual([]);
    // A new process begins anew, and the old one still does not go on.
    expect(await deskFor(openStore()).hold(holdOf("first"))).toMatchObject({ kind: "held" });
    await expect(call(desk)).rejects.toMatchObject(lost("GONE"));
  });

  it("is told of by a new process that finds nothing and begins anew, and by no other", async () => {
    const { client, prefix } = await open();
    const said: string[] = [];
    const opened = () => deskFor(redisStore({ client, prefix, warn: (text) => void said.push(text) }));
    await opened().find(day);
    expect(said).toEqual([]);
    await client.del(...(await keys(client, prefix)));
    await opened().find(day);
    await opened().find(day);
    expect(said).toEqual([expect.stringContaining(`had no data under {${prefix}}`)]);
    expect(said[0]).toContain(`generation: "${await client.hget(`{${prefix}}`, "g")}"`);
  });

  it("gives nothing to a new process where the hash alone is gone", async () => {
    const { client, prefix, desk, openStore } = await open();
    await client.del(`{${prefix}}`);
    const left = await keys(client, prefix);
    await expect(desk.hold(holdOf("first"))).rejects.toMatchObject(lost("GONE"));
    await expect(deskFor(openStore()).hold(holdOf("first"))).rejects.toMatchObject(lost("PART"));
    expect(await keys(client, prefix)).toEqual(left);
  });

  it("gives nothing to a new process where the sets alone are gone", async () => {
    const { client, prefix, desk, openStore } = await open();
    await client.del(...(await keys(client, prefix)).slice(1));
    await expect(desk.hold(holdOf("another"))).rejects.toMatchObject(lost("PART"));
    await expect(deskFor(openStore()).hold(holdOf("another"))).rejects.toMatchObject(lost("PART"));
    expect(await keys(client, prefix)).toEqual([`{${prefix}}`]);
  });

  it("misses each of the sets, and never makes one of them again", async () => {
    const { client, prefix, desk: first } = await open();
    const sets = (await keys(client, prefix)).slice(1);
    expect(sets.map((set) => set.slice(prefix.length + 3))).toEqual([
      ...[
        "answers",
        'd:["north","2017-08-07"]',
        "days",
        "due",
        "senders",
        'w:["north","2017-08-07"]',
        "writers",
      ],
    ]);
    await first.find(day);
    for (const set of sets) {
      const { client, prefix, desk } = await open();
      const name = set.replace(/^\{.*\}/, `{${prefix}}`);
      await client.del(name);
      const ends = await Promise.all(Object.values(calls).map((call) => call(desk).catch((error) => error)));
      const failures = ends.filter((end) => end instanceof Error);
      expect(failures, name).not.toEqual([]);
      for (const failure of failures) expect(failure).toMatchObject(lost("PART"));
      expect(await client.exists(name), name).toBe(0);
    }
  });

  it("takes no other data for its own, nor those of an operator who named them", async () => {
    const { client, prefix, openStore, desk } = await open();
    const generation = (await client.hget(`{${prefix}}`, "g")) ?? "";
    expect(await deskFor(openStore(generation)).find(day)).toHaveLength(2);
    await client.hset(`{${prefix}}`, "g", "of others");
    for (const one of [desk, deskFor(openStore(generation))])
      await expect(one.find(day)).rejects.toMatchObject(lost("GONE"));
    await client.del(...(await keys(client, prefix)));
    await expect(deskFor(openStore(generation)).find(day)).rejects.toMatchObject(lost("GONE"));
    expect(await keys(client, prefix)).toEqual([]);
  });

  it("remembers the last saves of a thousand processes, and no more", async () => {
    const { client, prefix, openStore, desk } = await open();
    const writers = `{${prefix}}:writers`;
    const others = Array.from({ length: 999 }, (_, index) => [0, `process ${index}`]).flat();
    await client.zadd(writers, ...others);
    await deskFor(openStore()).hold(holdOf("another"));
    expect(await client.zcard(writers)).toBe(1000);
    await client.zremrangebyscore(writers, 1, 2);
    await client.zadd(writers, ...others, 0, "one more", 0, "and more");
    expect(await desk.find(day)).toHaveLength(3);
  });
});

describe.skipIf(redisMissing)("a replica that lagged and took over", () => {
  const primary = ownServer(() => startRedis("--repl-diskless-sync-delay", "0"));
  const replica = ownServer(() => startRedis());

  /** Desks that have saved nothing, one for each promotion. */
  const readers: Desk[] = [];

  /** Two desks that are moved from the primary to a replica, which had not everything yet. */
  async function promote(
    before: (one: Desk, other: Desk) => Promise<unknown>,
    missed: (one: Desk) => Promise<unknown>,
  ) {
    const [from, to] = [openIoRedis(primary.port()), openIoRedis(replica.port())];
    await to.replicaof("127.0.0.1", primary.port());
    let client = from;
    const prefix = freshPrefix();
    const call = (command: string, ...values: string[]) => client.call(command, ...values);
    const [one, other, reader] = [0, 1, 2].map(() => deskFor(redisStore({ client: { call }, prefix }), 10));
    if (reader !== undefined) readers.push(reader);
    if (one === undefined || other === undefined) throw new Error("two were made");
    await before(one, other);
    await expect.poll(() => from.wait(1, 100), { timeout: 20_000 }).toBe(1);
    await to.replicaof("NO", "ONE"); // from here on it lags
    await missed(one);
    client = to;
    return { one, other };
  }

  const hold = (desk: Desk, name: string): Promise<HoldOutcome | StoreError> =>
    desk.hold(holdOf(name)).catch((error) => error);

  it("is used where it lacks nothing", async () => {
    const { one, other } = await promote(
      async (one, other) => [await hold(one, "a"), await hold(other, "b")],
      async () => undefined,
    );
    expect(await hold(one, "c")).toMatchObject({ kind: "held" });
    expect(await hold(other, "d")).toMatchObject({ kind: "held" });
    expect(await one.find(day)).toHaveLength(4);
  });

  it("is refused by who knows of more", async () => {
    const { one, other } = await promote(
      async (one, other) => [await hold(one, "a"), await hold(other, "b")],
      (one) => hold(one, "c"),
    );
    expect(await hold(one, "d")).toMatchObject(lost("BACK"));
    expect(await hold(other, "d")).toMatchObject({ kind: "held" }); // it knew of no more
  });

  it("is refused by who has only read, and saw a save that is not there, however many others are", async () => {
    let reads: Desk | undefined;
    const { other } = await promote(
      async (one, other) => [await hold(one, "a"), await hold(other, "b")],
      async (one) => {
        await hold(one, "c");
        reads = readers.at(-1);
        expect(await reads?.find(day)).toHaveLength(3);
      },
    );
    for (const name of ["d", "e", "f"]) expect(await hold(other, name)).toMatchObject({ kind: "held" });
    await expect(reads?.find(day)).rejects.toMatchObject(lost("BACK"));
  });

  it("is refused by who was told of a save that is not there, however many others are", async () => {
    const { one, other } = await promote(
      async (one, other) => [await hold(one, "a"), await hold(other, "b")],
      (one) => hold(one, "c"),
    );
    for (const name of ["d", "e", "f"]) expect(await hold(other, name)).toMatchObject({ kind: "held" });
    expect(await hold(one, "g")).toMatchObject(lost("BACK"));
    await expect(one.find(day)).rejects.toMatchObject(lost("BACK"));
  });
});

describe.skipIf(redisMissing)("a server that throws keys away", () => {
  const { port } = ownServer(() => startRedis("--maxmemory", "8mb"));

  it("gives nothing again where it was told to do so while the desk runs", async () => {
    const client = openIoRedis(port());
    const desk = deskFor(redisStore({ client }));
    await desk.hold(holdOf("first"));
    await client.config("SET", "maxmemory-policy", "allkeys-lru");
    const isThere = async () => (await keys(client, "giliran")).length;
    const all = await isThere();
    for (let count = 0; (await isThere()) === all; count++) await client.set(`${count}`, "x".repeat(100_000));
    for (const call of [calls.hold, calls.find, calls.sweep, calls.notices, calls.forget])
      await call?.(desk).catch((error) => expect(error).toMatchObject(lost("GONE|PART")));
    await client.config("SET", "maxmemory-policy", "noeviction");
    while ((await client.dbsize()) > all) await client.del(...(await client.keys("[0-9]*")), "none");
  });
});
