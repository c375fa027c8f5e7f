import { mariadbStore } from "giliran/mariadb";
import { postgresStore } from "giliran/postgres";
import { redisStore } from "giliran/redis";
import { describe, expect, it } from "vitest";
import { expectToSurvive } from "../survive.js";
import { startMariadb } from "./mariadb-server.js";
import { mariadbMissing, openMariadb } from "./open-mariadb.js";
import { openPool, postgresMissing } from "./open-postgres.js";
import { openIoRedis, redisMissing } from "./open-redis.js";
import { ownServer } from "./own-server.js";
import { startPostgres } from "./postgres-server.js";
import { startRedis } from "./redis-server.js";

const title = "has everything that was acknowledged, once, and the desk goes on by itself";

describe.skipIf(postgresMissing)("PostgreSQL that is killed while it is written to", () => {
  const { port, killAndStart } = ownServer(startPostgres);

  it(title, () => expectToSurvive(postgresStore({ pool: openPool({ port: port() }) }), killAndStart));
});

describe.skipIf(mariadbMissing)("MariaDB that is killed while it is written to", () => {
  const { port, killAndStart } = ownServer(startMariadb);

  it(title, async () =>
    expectToSurvive(mariadbStore({ pool: await openMariadb({ port: port() }) }), killAndStart),
  );
});

describe.skipIf(redisMissing)("Redis that is killed while it is written to", () => {
  const { port, killAndStart } = ownServer(startRedis);

  it(`${title}, where it appends and syncs always`, () =>
    expectToSurvive(redisStore({ client: openIoRedis(port()) }), killAndStart));

  it("gives nothing again where it does not append and has lost what was acknowledged", async () => {
    const client = openIoRedis(port());
    await client.config("SET", "appendonly", "no");
    const surviving = expectToSurvive(redisStore({ client, prefix: "careless" }), killAndStart);
    await expect(surviving).rejects.toThrow(/^Redis failed \(GONE\): the data are gone/);
  });
});
