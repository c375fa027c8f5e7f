import type pg from "pg";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { OpenStore } from "../../../src/testing/open-store.js";
import { playTranscript } from "../../chat/play-transcript.js";
import { transcripts } from "../../chat/transcripts.js";
import { mariadbMissing, openMariadbOn, poolOfFile } from "./open-mariadb.js";
import { createPool, freshSchema, openPostgresOn, postgresMissing } from "./open-postgres.js";
import { connectNodeRedis, type OpenClient, openRedisOn, redisMissing } from "./open-redis.js";

function playAll(open: OpenStore): void {
  it.each(transcripts)("$name", async ({ text, stage }) => {
    const { connect } = await open();
    expect(await playTranscript(text, { ...stage, openStore: connect })).toBe(text);
  });
}

describe.skipIf(postgresMissing)("a transcript goes so on PostgreSQL", () => {
  let pool: pg.Pool;
  beforeAll(() => {
    pool = createPool({ max: 4 });
  });
  afterAll(() => pool.end());
  playAll(openPostgresOn(() => pool, freshSchema()));
});

describe.skipIf(redisMissing)("a transcript goes so on Redis", () => {
  let client: OpenClient;
  beforeAll(async () => {
    client = await connectNodeRedis();
  });
  afterAll(() => client.close());
  playAll(openRedisOn(() => [client]));
});

describe.skipIf(mariadbMissing)("a transcript goes so on MariaDB", () => {
  playAll(openMariadbOn(poolOfFile()));
});
