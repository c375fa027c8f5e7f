import { type BookingStore, createDesk, defineOffice, type HoldOutcome } from "giliran";
import { type PostgresPool, postgresStore } from "giliran/postgres";
import { redisStore } from "giliran/redis";
import { describe, expect, it } from "vitest";
import { noLimits, smallOffices } from "../../../src/testing/offices.js";
import { createSignal } from "../../desk/stalling-store.js";
import { day, deskFor, holdOf, monday } from "../five-places.js";
import { freshSchema, openPool, postgresMissing } from "./open-postgres.js";
import { freshPrefix, openIoRedis, redisMissing } from "./open-redis.js";

/** Lets the first call that saves wait until it is let go. */
function slowlyFirst() {
  let isFirst = true;
  const [reached, reach] = createSignal();
  const [released, letGo] = createSignal();
  return {
    reached,
    letGo,
    async pass(values: readonly unknown[] = []) {
      if (!isFirst || !values.some((value) => String(value).includes('"state":"held"'))) return;
      isFirst = false;
      reach();
      await released;
    },
  };
}

/** The last place is taken while somebody slow is about to take it. */
async function expectNobodyWaits(
  open: (pass: (values?: readonly unknown[]) => Promise<void>) => { slow: BookingStore; other: BookingStore },
): Promise<void> {
  const { reached, letGo, pass } = slowlyFirst();
  const { slow, other } = open(pass);
  const desk = deskFor(other, 1);
  await desk.find(day);
  const holding = deskFor(slow, 1).hold(holdOf("slow"));
  await reached;
  expect(await desk.hold(holdOf("other"))).toMatchObject({ kind: "held" });
  letGo();
  expect(await holding).toMatchObject({ kind: "day-full" });
  expect(await desk.find(day)).toHaveLength(1);
}

const slowTitle = "holds up nobody, and is told what is true when it comes";

describe.skipIf(postgresMissing)("a slow client of PostgreSQL", () => {
  it(slowTitle, () =>
    expectNobodyWaits((pass) => {
      const pool = openPool();
      const schema = freshSchema();
      const slow: PostgresPool = {
        connect: () => pool.connect(),
        query: async (sql, values) => {
          await pass(values);
          return pool.query(sql, values);
        },
      };
      return { slow: postgresStore({ pool: slow, schema }), other: postgresStore({ pool, schema }) };
    }),
  );
});

describe.skipIf(redisMissing)("a slow client of Redis", () => {
  it(slowTitle, () =>
    expectNobodyWaits((pass) => {
      const client = openIoRedis();
      const prefix = freshPrefix();
      const call = async (command: string, ...values: string[]) => {
        await pass(values);
        return client.call(command, ...values);
      };
      return {
        slow: redisStore({ client: { call }, prefix }),
        other: redisStore({ client: openIoRedis(), prefix }),
      };
    }),
  );
});

function twoOffices(store: BookingStore): (name: string, officeId: string) => Promise<HoldOutcome> {
  const desk = createDesk({
    offices: smallOffices(5, noLimits).map(defineOffice),
    store,
    secret: "the secret of two offices",
    now: () => monday,
  });
  return (name, officeId) => desk.hold({ ...holdOf(name), officeId });
}

const stallTitle = "do not hold each other up at one desk";

describe.skipIf(postgresMissing)("two offices of which one stalls on PostgreSQL", () => {
  it(stallTitle, async () => {
    const pool = openPool();
    const schema = freshSchema();
    const hold = twoOffices(postgresStore({ pool, schema }));
    await hold("first", "north");
    const locker = await pool.connect();
    await locker.query(`BEGIN; SELECT FROM ${schema}.giliran_day WHERE office_id = 'north' FOR UPDATE`);
    const atNorth = hold("second", "north");
    expect(await hold("third", "south")).toMatchObject({ kind: "held" });
    expect(await Promise.race([atNorth, "still waits"])).toBe("still waits");
    await locker.query("COMMIT");
    locker.release();
    expect(await atNorth).toMatchObject({ kind: "held" });
  });
});

describe.skipIf(redisMissing)("two offices of which one stalls on Redis", () => {
  it(stallTitle, async () => {
    const client = openIoRedis();
    const { reached, letGo, pass } = slowlyFirst();
    const call = async (command: string, ...values: string[]) => {
      await pass(values);
      return client.call(command, ...values);
    };
    const hold = twoOffices(redisStore({ client: { call }, prefix: freshPrefix() }));
    const atNorth = hold("first", "north");
    await reached;
    expect(await hold("second", "south")).toMatchObject({ kind: "held" });
    expect(await Promise.race([atNorth, "still waits"])).toBe("still waits");
    letGo();
    expect(await atNorth).toMatchObject({ kind: "held" });
  });
});
