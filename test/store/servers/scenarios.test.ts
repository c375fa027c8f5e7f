import { memoryStore } from "giliran";
import { mariadbStore } from "giliran/mariadb";
import { postgresStore } from "giliran/postgres";
import { redisStore } from "giliran/redis";
import type pg from "pg";
import { afterAll, beforeAll, describe } from "vitest";
import { playScenarios } from "../../desk/scenarios.js";
import { mariadbMissing, openMariadb } from "./open-mariadb.js";
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

if (mariadbMissing !== undefined) console.log(`No scenarios on MariaDB: ${mariadbMissing}`);

describe.skipIf(mariadbMissing)("reported scenarios, on MariaDB", () => {
  playScenarios(async () => {
    if (mariadbMissing !== undefined) return memoryStore();
    return mariadbStore({ pool: await openMariadb() });
  });
});

describe.skipIf(redisMissing)("reported scenarios, on Redis", () => {
  playScenarios(() =>
    redisMissing ? memoryStore() : redisStore({ client: openIoRedis(), prefix: freshPrefix() }),
  );
});
