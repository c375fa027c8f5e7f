import { postgresStore } from "giliran/postgres";
import { redisStore } from "giliran/redis";
import { describe, it } from "vitest";
import { keepsRightFamilies, refusesNamesakes, refusesWrongFamilies } from "../wrong-families.js";
import { freshSchema, openPool, postgresMissing } from "./open-postgres.js";
import { freshPrefix, openIoRedis, redisMissing } from "./open-redis.js";

describe.each([
  ["PostgreSQL", postgresMissing, openOnPostgres, true],
  ["Redis", redisMissing, openOnRedis, false],
] as const)("a family of kinds on %s", (_, missing, open, hasTables) => {
  it.skipIf(missing)("is kept where it is right", () => keepsRightFamilies(open()));
  it.skipIf(missing)("is refused by name where the store could not keep it", () =>
    refusesWrongFamilies(open(), hasTables),
  );
  it.skipIf(missing)("is refused where another one has its names", () => refusesNamesakes(open()));
});

function openOnPostgres() {
  const pool = openPool();
  const schema = freshSchema();
  return () => postgresStore({ pool, schema });
}

function openOnRedis() {
  const client = openIoRedis();
  const prefix = freshPrefix();
  return () => redisStore({ client, prefix });
}
