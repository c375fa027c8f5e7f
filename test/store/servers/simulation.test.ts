import type pg from "pg";
import { afterAll, beforeAll, describe, it } from "vitest";
import { expectSoundDays } from "../../simulation/expect-sound-days.js";
import { mariadbMissing, openMariadbOn, poolOfFile } from "./open-mariadb.js";
import { createPool, freshSchema, openPostgresOn, postgresMissing } from "./open-postgres.js";
import { connectNodeRedis, type OpenClient, openRedisOn, redisMissing } from "./open-redis.js";

const title = "keeps all rules for 50 days";

describe.skipIf(postgresMissing)("a town on PostgreSQL in which everything goes wrong that may", () => {
  let pool: pg.Pool;
  beforeAll(() => {
    pool = createPool({ max: 3 });
  });
  afterAll(() => pool.end());
  it(title, () =>
    expectSoundDays(
      openPostgresOn(() => pool, freshSchema()),
      { from: 101, seeds: 2 },
    ),
  );
});

describe.skipIf(redisMissing)("a town on Redis in which everything goes wrong that may", () => {
  let clients: readonly OpenClient[] = [];
  beforeAll(async () => {
    clients = await Promise.all(Array.from({ length: 3 }, () => connectNodeRedis()));
  });
  afterAll(() => Promise.all(clients.map((client) => client.close())));
  it(title, () =>
    expectSoundDays(
      openRedisOn(() => clients),
      { from: 201, seeds: 2 },
    ),
  );
});

describe.skipIf(mariadbMissing)("a town on MariaDB in which everything goes wrong that may", () => {
  const pool = poolOfFile();
  it(title, () => expectSoundDays(openMariadbOn(pool), { from: 301, seeds: 2 }));
});
