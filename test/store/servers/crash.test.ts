import { postgresStore } from "giliran/postgres";
import { redisStore } from "giliran/redis";
import { Redis } from "ioredis";
import pg from "pg";
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from "vitest";
import { expectToSurvive } from "../survive.js";
import { postgresMissing } from "./open-postgres.js";
import { redisMissing } from "./open-redis.js";
import { postgresUser, startPostgres } from "./postgres-server.js";
import { startRedis } from "./redis-server.js";
import type { RunningServer } from "./server-process.js";

const title = "has everything that was acknowledged, once, and the desk goes on by itself";

/** A server of one's own, to be killed. */
function ownServer(start: () => Promise<RunningServer>) {
  let server: RunningServer | undefined;
  beforeAll(async () => {
    server = await start();
  });
  afterAll(() => server?.stop());
  return {
    port: () => (server !== undefined && "port" in server.address ? server.address.port : 0),
    killAndStart: async () => {
      await server?.killAndStart();
      return undefined;
    },
  };
}

describe.skipIf(postgresMissing)("PostgreSQL that is killed while it is written to", () => {
  const { port, killAndStart } = ownServer(startPostgres);

  it(title, async () => {
    const pool = new pg.Pool({ ...postgresUser, host: "127.0.0.1", port: port() });
    pool.on("error", () => undefined); // a connection that is cut while it is idle
    onTestFinished(() => pool.end());
    await expectToSurvive(postgresStore({ pool }), killAndStart);
  });
});

describe.skipIf(redisMissing)("Redis that is killed while it is written to", () => {
  const { port, killAndStart } = ownServer(startRedis);

  function openClient(): Redis {
    const client = new Redis(port(), "127.0.0.1");
    client.on("error", () => undefined);
    onTestFinished(() => client.disconnect());
    return client;
  }

  it(`${title}, where it appends and syncs always`, () =>
    expectToSurvive(redisStore({ client: openClient() }), killAndStart));

  it("is seen to have lost what was acknowledged where it does not append", async () => {
    const client = openClient();
    await client.config("SET", "appendonly", "no");
    const surviving = expectToSurvive(redisStore({ client, prefix: "careless" }), killAndStart);
    await expect(surviving).rejects.toThrow(/to deeply equal/);
  });
});
