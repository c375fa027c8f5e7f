import { readFileSync } from "node:fs";
import { postgresStore } from "giliran/postgres";
import { redisStore } from "giliran/redis";
import { describe } from "vitest";
import { goesOn } from "../first-layout/goes-on.js";
import { type RedisKeys, writeKeys } from "../first-layout/redis-keys.js";
import { freshSchema, openPool, postgresMissing } from "./open-postgres.js";
import { freshPrefix, openIoRedis, redisMissing } from "./open-redis.js";

const read = (name: string) => readFileSync(new URL(`../first-layout/${name}`, import.meta.url), "utf8");

describe.skipIf(postgresMissing)("a PostgreSQL dump of the first layout", () => {
  goesOn(async () => {
    const schema = freshSchema();
    const pool = openPool({ max: 4 });
    await pool.query(read("postgres.sql").replaceAll("first_layout", schema));
    return { connect: () => postgresStore({ pool, schema }) };
  });
});

describe.skipIf(redisMissing)("keys of the first layout in Redis", () => {
  goesOn(async () => {
    const prefix = freshPrefix();
    const client = openIoRedis();
    const keys: RedisKeys = JSON.parse(read("redis.json").replaceAll("{first-layout}", `{${prefix}}`)); // as make.ts wrote them
    await writeKeys(client, keys);
    return { connect: () => redisStore({ client, prefix }) };
  });
});
