import { afterAll, beforeAll, describe, it } from "vitest";
import { expectCaught } from "../broken-store.js";
import { brokenRedis } from "./broken-redis.js";
import { connectNodeRedis, type OpenClient, openRedisOn, redisMissing, rewriting } from "./open-redis.js";

describe.skipIf(redisMissing)("a Redis store that is broken in one place is caught", () => {
  let clients: readonly OpenClient[] = [];
  beforeAll(async () => {
    clients = await Promise.all(Array.from({ length: 8 }, () => connectNodeRedis()));
  });
  afterAll(() => Promise.all(clients.map((client) => client.close())));

  for (const broken of brokenRedis)
    it(`${broken.caughtBy}: ${broken.why}`, () =>
      expectCaught(
        broken,
        openRedisOn(() => clients.map((client) => rewriting(client, broken))),
      ));
});
