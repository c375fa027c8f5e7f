import { mariadbStore } from "giliran/mariadb";
import { postgresStore } from "giliran/postgres";
import { redisStore } from "giliran/redis";
import { describe, it } from "vitest";
import { changes, expectErased, moments } from "../../desk/erasure-races.js";
import { mariadbMissing, openMariadb } from "./open-mariadb.js";
import { freshSchema, openPool, postgresMissing } from "./open-postgres.js";
import { freshPrefix, openIoRedis, redisMissing } from "./open-redis.js";

const title = "forget leaves nothing of a person whose bookings change at another process";

describe.skipIf(postgresMissing)(`${title}, on PostgreSQL`, () => {
  it.each(moments)("%s", async (moment) => {
    const pool = openPool();
    for (const change of Object.values(changes))
      await expectErased(postgresStore({ pool, schema: freshSchema() }), change, moment);
  });
});

describe.skipIf(redisMissing)(`${title}, on Redis`, () => {
  it.each(moments)("%s", async (moment) => {
    const client = openIoRedis();
    for (const change of Object.values(changes))
      await expectErased(redisStore({ client, prefix: freshPrefix() }), change, moment);
  });
});

describe.skipIf(mariadbMissing)(`${title}, on MariaDB`, () => {
  it.each(moments)("%s", async (moment) => {
    for (const change of Object.values(changes))
      await expectErased(mariadbStore({ pool: await openMariadb() }), change, moment);
  });
});
