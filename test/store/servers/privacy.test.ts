import { mariadbStore } from "giliran/mariadb";
import { postgresStore } from "giliran/postgres";
import { redisStore } from "giliran/redis";
import { it } from "vitest";
import { expectNothingPersonal } from "../../desk/privacy-run.js";
import { administrate, freshDatabase, mariadbMissing, openMariadb } from "./open-mariadb.js";
import { freshSchema, openPool, postgresMissing } from "./open-postgres.js";
import { freshPrefix, openIoRedis, redisMissing } from "./open-redis.js";

const title = "a long run leaves nothing personal in codes, numbers and errors, and after forget nothing";

it.skipIf(postgresMissing)(`${title} in the tables of PostgreSQL`, async () => {
  const pool = openPool();
  const schema = freshSchema();
  await expectNothingPersonal({
    store: postgresStore({ pool, schema }),
    async readAll() {
      const tables = await pool.query("SELECT tablename FROM pg_tables WHERE schemaname = $1", [schema]);
      const texts = tables.rows.map(async ({ tablename }) => {
        const { rows } = await pool.query(
          `SELECT row.*::text AS text FROM "${schema}"."${tablename}" AS row`,
        );
        return rows.map(({ text }) => text).join("\n");
      });
      return (await Promise.all(texts)).join("\n");
    },
  });
});

it.skipIf(redisMissing)(`${title} under the keys of Redis`, async () => {
  const client = openIoRedis();
  const prefix = freshPrefix();
  await expectNothingPersonal({
    store: redisStore({ client, prefix }),
    async readAll() {
      const keys = await client.keys(`{${prefix}}*`);
      const read = async (key: string): Promise<readonly unknown[]> => {
        switch (await client.type(key)) {
          case "hash":
            return [key, await client.hgetall(key)];
          case "zset":
            return [key, await client.zrange(key, "0", "-1")];
          case "list":
            return [key, await client.lrange(key, 0, -1)];
          default:
            return [key, await client.get(key)];
        }
      };
      return JSON.stringify(await Promise.all(keys.map(read)));
    },
  });
});

it.skipIf(mariadbMissing)(`${title} in the tables of MariaDB`, async () => {
  const database = await freshDatabase();
  await expectNothingPersonal({
    store: mariadbStore({ pool: await openMariadb({ database }) }),
    async readAll() {
      const tables = await administrate(`SHOW TABLES FROM ${database}`);
      const names = tables.flatMap((row) => Object.values(row as Record<string, string>));
      const rows = await Promise.all(names.map((name) => administrate(`SELECT * FROM ${database}.${name}`)));
      return JSON.stringify(rows);
    },
  });
});
