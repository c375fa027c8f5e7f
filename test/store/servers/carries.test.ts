import type pg from "pg";
import { afterAll, beforeAll, describe, it } from "vitest";
import { callsNumbers, drawsOnce } from "../carries.js";
import { createPool, freshSchema, openPostgresOn, postgresMissing } from "./open-postgres.js";
import { connectNodeRedis, type OpenClient, openRedisOn, redisMissing } from "./open-redis.js";

describe.skipIf(postgresMissing)("the contract on PostgreSQL", () => {
  let pool: pg.Pool;
  beforeAll(() => {
    pool = createPool({ max: 10 });
  });
  afterAll(() => pool.end());
  const open = openPostgresOn(() => pool, freshSchema());
  it("carries a draw over a whole day", () => drawsOnce(open));
  it("carries the calling of numbers at several counters", () => callsNumbers(open));
});

describe.skipIf(redisMissing)("the contract on Redis", () => {
  let clients: readonly OpenClient[] = [];
  beforeAll(async () => {
    clients = await Promise.all(Array.from({ length: 4 }, () => connectNodeRedis()));
  });
  afterAll(() => Promise.all(clients.map((client) => client.close())));
  const open = openRedisOn(() => clients);
  it("carries a draw over a whole day", () => drawsOnce(open));
  it("carries the calling of numbers at several counters", () => callsNumbers(open));
});
