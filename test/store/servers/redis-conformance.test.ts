import { kindConformance, storeConformance } from "giliran/testing";
import { afterAll, beforeAll, describe, it } from "vitest";
import { rules } from "../../../src/testing/rules/rules.js";
import { createWorldOn } from "../../../src/testing/world.js";
import { connectNodeRedis, type OpenClient, openRedisOn, redisMissing } from "./open-redis.js";

const constraints = "it has none";
const migrations = "it has no tables, one layout for kinds of any version";

describe.skipIf(redisMissing)("on a real server", () => {
  let clients: readonly OpenClient[] = [];
  beforeAll(async () => {
    clients = await Promise.all(Array.from({ length: 8 }, () => connectNodeRedis()));
  });
  afterAll(() => Promise.all(clients.map((client) => client.close())));
  const open = openRedisOn(() => clients);
  const settings = { describe, it, numRuns: 10, without: { constraints, migrations } };
  kindConformance("Redis", open, settings);
  storeConformance("Redis", open, settings);

  describe("the rules on Redis", () => {
    for (const { title, check } of rules) it(title, () => check(createWorldOn(open), { numRuns: 8 }));
  });
});
