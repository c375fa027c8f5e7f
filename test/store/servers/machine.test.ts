import type pg from "pg";
import { afterAll, beforeAll, describe, it } from "vitest";
import { expectModelled } from "../../machine/expect-machine.js";
import { mariadbMissing, openMariadbOn, poolOfFile } from "./open-mariadb.js";
import { createPool, freshSchema, openPostgresOn, postgresMissing } from "./open-postgres.js";
import { connectNodeRedis, type OpenClient, openRedisOn, redisMissing } from "./open-redis.js";

const title = "is that of a small model";

describe.skipIf(postgresMissing)("the life of bookings on PostgreSQL", () => {
  let pool: pg.Pool;
  beforeAll(() => {
    pool = createPool({ max: 2 });
  });
  afterAll(() => pool.end());
  it(title, () =>
    expectModelled(
      openPostgresOn(() => pool, freshSchema()),
      8,
    ),
  );
});

describe.skipIf(redisMissing)("the life of bookings on Redis", () => {
  let clients: readonly OpenClient[] = [];
  beforeAll(async () => {
    clients = await Promise.all([connectNodeRedis(), connectNodeRedis()]);
  });
  afterAll(() => Promise.all(clients.map((client) => client.close())));
  it(title, () =>
    expectModelled(
      openRedisOn(() => clients),
      8,
    ),
  );
});

describe.skipIf(mariadbMissing)("the life of bookings on MariaDB", () => {
  const pool = poolOfFile();
  it(title, () => expectModelled(openMariadbOn(pool), 8));
});
