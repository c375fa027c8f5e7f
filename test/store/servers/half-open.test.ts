import { mariadbStore } from "giliran/mariadb";
import { postgresStore } from "giliran/postgres";
import { redisStore } from "giliran/redis";
import { Redis } from "ioredis";
import { describe, it, onTestFinished } from "vitest";
import { expectToSurvive } from "../survive.js";
import { freshDatabase, mariadbMissing, mariadbPort, openMariadb } from "./open-mariadb.js";
import { freshSchema, openPool, postgresMissing, postgresPort } from "./open-postgres.js";
import { freshPrefix, redisMissing, redisPort } from "./open-redis.js";
import { type Fault, openProxy, type ServerProxy } from "./proxy.js";

const faults: readonly Fault[] = ["lost requests", "lost replies", "cut replies"];

/** Stands in every request that saves, and in none that loads. */
const inEachSave = { postgres: "giliran_save_", mariadb: "COMMIT", redis: '"state":"held"' };

/** What a client hears nothing of for so long it gives up; without it a half-open connection is waited for for ever. */
const silenceMs = 300;

async function openUntilFinished(serverPort: () => number): Promise<ServerProxy> {
  const proxy = await openProxy(serverPort);
  onTestFinished(proxy.close);
  return proxy;
}

describe.skipIf(postgresMissing)("connections to PostgreSQL that break", () => {
  it.each(faults)("with %s of a save cost nothing, and the desk goes on by itself", async (fault) => {
    const { port, suffer } = await openUntilFinished(postgresPort);
    const pool = openPool({ port, query_timeout: silenceMs });
    await expectToSurvive(postgresStore({ pool, schema: freshSchema() }), () =>
      suffer(fault, inEachSave.postgres),
    );
  });
});

describe.skipIf(mariadbMissing)("connections to MariaDB that break", () => {
  // Of the two drivers this one can be told how long to wait for an answer.
  it.each(faults)("with %s of a save cost nothing, and the desk goes on by itself", async (fault) => {
    const { port, suffer } = await openUntilFinished(mariadbPort);
    const database = await freshDatabase();
    const pool = await openMariadb({ port, database, socketTimeout: silenceMs });
    await expectToSurvive(mariadbStore({ pool }), () => suffer(fault, inEachSave.mariadb));
  });
});

describe.skipIf(redisMissing)("connections to Redis that break", () => {
  it.each(faults)("with %s of a save cost nothing, and the desk goes on by itself", async (fault) => {
    const { port, suffer } = await openUntilFinished(redisPort);
    const client = new Redis(port, "127.0.0.1", { socketTimeout: silenceMs });
    client.on("error", () => undefined);
    onTestFinished(() => client.disconnect());
    await expectToSurvive(redisStore({ client, prefix: freshPrefix() }), () =>
      suffer(fault, inEachSave.redis),
    );
  });
});
