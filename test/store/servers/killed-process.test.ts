import { mariadbStore } from "giliran/mariadb";
import { postgresStore } from "giliran/postgres";
import { redisStore } from "giliran/redis";
import { describe, it } from "vitest";
import { expectToSurviveKilledProcess } from "../kill-in-mid-batch.js";
import { freshDatabase, mariadbMissing, mariadbUrl, openMariadb } from "./open-mariadb.js";
import { freshSchema, openPool, postgresMissing, postgresUrl } from "./open-postgres.js";
import { freshPrefix, openIoRedis, redisMissing, redisPort } from "./open-redis.js";

const title = "leaves what it was told, once, and nothing of the batch; the others go on";

describe.skipIf(postgresMissing)("a process that is killed in the middle of a batch on PostgreSQL", () => {
  it(title, async () => {
    const schema = freshSchema();
    const store = postgresStore({ pool: openPool(), schema });
    await expectToSurviveKilledProcess(store, "postgres", postgresUrl(), schema);
  });
});

describe.skipIf(redisMissing)("a process that is killed in the middle of a batch on Redis", () => {
  it(title, async () => {
    const prefix = freshPrefix();
    const store = redisStore({ client: openIoRedis(), prefix });
    await expectToSurviveKilledProcess(store, "redis", `${redisPort()}`, prefix);
  });
});

describe.skipIf(mariadbMissing)("a process that is killed in the middle of a batch on MariaDB", () => {
  it(title, async () => {
    const database = await freshDatabase();
    const store = mariadbStore({ pool: await openMariadb({ database }) });
    await expectToSurviveKilledProcess(store, "mariadb", mariadbUrl(database), "");
  });
});
