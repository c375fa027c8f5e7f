import { mariadbStore } from "giliran/mariadb";
import { postgresStore } from "giliran/postgres";
import { redisStore } from "giliran/redis";
import { describe, it } from "vitest";
import { expectFollowed } from "../../desk/follow-changes.js";
import { mariadbMissing, openMariadb } from "./open-mariadb.js";
import { freshSchema, openPool, postgresMissing } from "./open-postgres.js";
import { freshPrefix, openIoRedis, redisMissing } from "./open-redis.js";

describe("who follows what becomes of bookings while many desks change them", () => {
  it.skipIf(postgresMissing)("misses nothing on PostgreSQL", async () => {
    const pool = openPool({ max: 8 });
    const schema = freshSchema();
    await expectFollowed(() => postgresStore({ pool, schema }), 12);
  });

  it.skipIf(mariadbMissing)("misses nothing on MariaDB", async () => {
    const pool = await openMariadb();
    await expectFollowed(() => mariadbStore({ pool }), 12);
  });

  it.skipIf(redisMissing)("misses nothing on Redis", async () => {
    const prefix = freshPrefix();
    await expectFollowed(() => redisStore({ client: openIoRedis(), prefix, warn: () => undefined }), 12);
  });
});
