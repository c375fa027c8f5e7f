import { memoryStore } from "giliran";
import { postgresStore } from "giliran/postgres";
import { redisStore } from "giliran/redis";
import type pg from "pg";
import { afterAll, beforeAll, describe } from "vitest";
import { playScenarios } from "../../desk/scenarios.js";
import { createPool, freshSchema, postgresMissing } from "./open-postgres.js";
import { freshPrefix, openIoRedis, redisMissing } from "./open-redis.js";

describe.skipIf(postgresMissing)("reported scenarios, on PostgreSQL", () => {
  let pool: pg.Pool;
  beforeAll(() => {
    pool = createPool({ max: 2 });
  });
  afterAll(() => pool.end());
  playScenarios(() => (postgresMissing ? memoryStore() : postgresStore({ pool, schema: freshSchema() })));
});

describe.skipIf(redisMissing)("reported scenarios, on Redis", () => {
  playScenarios(() =>
    redisMissing ? memoryStore() : redisStore({ client: openIoRedis(), prefix: freshPrefix() }),
  );
});
