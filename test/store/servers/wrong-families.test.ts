import { mariadbStore } from "giliran/mariadb";
import { postgresStore } from "giliran/postgres";
import { redisStore } from "giliran/redis";
import { describe, it } from "vitest";
import { keepsRightFamilies, refusesNamesakes, refusesWrongFamilies } from "../wrong-families.js";
import { mariadbMissing, openMariadb } from "./open-mariadb.js";
import { freshSchema, openPool, postgresMissing } from "./open-postgres.js";
import { freshPrefix, openIoRedis, redisMissing } from "./open-redis.js";

describe.each([
  ["PostgreSQL", postgresMissing, openOnPostgres, true],
  ["MariaDB", mariadbMissing, openOnMariadb, true],
  ["Redis", redisMissing, openOnRedis, false],
] as const)("a family of kinds on %s", (_, missing, open, hasTables) => {
  it.skipIf(missing)("is kept where it is right", async () => keepsRightFamilies(await open()));
  it.skipIf(missing)("is refused by name where the store could not keep it", async () =>
    refusesWrongFamilies(await open(), hasTables),
  );
  it.skipIf(missing)("is refused where another one has its names", async () =>
    refusesNamesakes(await open()),
  );
});

function openOnPostgres() {
  const pool = openPool();
  const schema = freshSchema();
  return () => postgresStore({ pool, schema });
}

async function openOnMariadb() {
  const pool = await openMariadb();
  return () => mariadbStore({ pool });
}

function openOnRedis() {
  const client = openIoRedis();
  const prefix = freshPrefix();
  return () => redisStore({ client, prefix });
}
