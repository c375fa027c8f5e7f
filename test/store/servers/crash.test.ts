import { type BookingStore, StoreError } from "giliran";
import { postgresStore } from "giliran/postgres";
import { redisStore } from "giliran/redis";
import { Redis } from "ioredis";
import pg from "pg";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createBenchDesk, hold, hotDate, officeIds } from "../../bench/stores/bench-desk.js";
import { postgresMissing } from "./open-postgres.js";
import { redisMissing } from "./open-redis.js";
import { type PostgresServer, postgresUser, startPostgres } from "./postgres-server.js";
import { type RedisServer, startRedis } from "./redis-server.js";

/** Holds one after the other at 8 callers until told to end; a call that fails is made again with its request id. */
function keepHolding(store: BookingStore) {
  const desk = createBenchDesk(store);
  const acknowledged = new Set<string>();
  let next = 0;
  let isEnded = false;
  const caller = async () => {
    while (!isEnded) {
      const call = next++;
      while (!acknowledged.has(`sender ${call}`)) {
        try {
          await hold(desk, call);
          acknowledged.add(`sender ${call}`);
        } catch (error) {
          if (!(error instanceof StoreError && error.retryable)) throw error;
        }
      }
    }
  };
  const callers = Promise.all(Array.from({ length: 8 }, caller));
  return {
    desk,
    acknowledged,
    end: () => {
      isEnded = true;
      return callers;
    },
  };
}

async function survives(store: BookingStore, killAndStart: () => Promise<void>): Promise<void> {
  const { desk, acknowledged, end } = keepHolding(store);
  await until(() => acknowledged.size >= 40);
  await killAndStart();
  const before = acknowledged.size;
  await until(() => acknowledged.size >= before + 40);
  await end();

  const bookings = await desk.find({ officeId: officeIds[0] ?? "", date: hotDate });
  const senders = bookings.map(({ sender }) => sender ?? "");
  expect(new Set(senders).size).toBe(senders.length);
  expect(new Set(senders)).toEqual(acknowledged);
  const [day] = await desk.availability({ officeId: officeIds[0] ?? "", from: hotDate, days: 1 });
  const left = day?.kind === "open" ? day.slots.map(({ placesLeft }) => placesLeft.general ?? 0) : [];
  expect(left.reduce((sum, places) => sum + 10_000 - places, 0)).toBe(acknowledged.size);
}

async function until(isReached: () => boolean): Promise<void> {
  while (!isReached()) await new Promise((resolve) => setImmediate(resolve));
}

describe.skipIf(postgresMissing)("PostgreSQL that is killed while it is written to", () => {
  let server: PostgresServer;
  beforeAll(async () => {
    server = await startPostgres();
  });
  afterAll(() => server.stop());

  it("has everything that was acknowledged, once, and the desk goes on by itself", async () => {
    const port = "port" in server.address ? server.address.port : 0;
    const pool = new pg.Pool({ ...postgresUser, host: "127.0.0.1", port });
    pool.on("error", () => undefined);
    await survives(postgresStore({ pool }), server.killAndStart);
    await pool.end();
  });
});

describe.skipIf(redisMissing)("Redis that is killed while it is written to", () => {
  let server: RedisServer;
  beforeAll(async () => {
    server = await startRedis();
  });
  afterAll(() => server.stop());

  it("has everything that was acknowledged, once, and the desk goes on by itself", async () => {
    const port = "port" in server.address ? server.address.port : 0;
    const client = new Redis(port, "127.0.0.1", { maxRetriesPerRequest: 1 });
    client.on("error", () => undefined);
    await survives(redisStore({ client }), server.killAndStart);
    client.disconnect();
  });
});
