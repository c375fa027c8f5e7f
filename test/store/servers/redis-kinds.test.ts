import { afterAll, beforeAll, describe, it } from "vitest";
import { kindConformance } from "../../../src/testing/kind-conformance.js";
import { connectNodeRedis, type OpenClient, openRedisOn, redisMissing } from "./open-redis.js";

const constraints = "it has none";
const migrations = "it has no tables, one layout for kinds of any version";

describe.skipIf(redisMissing)("on a real server", () => {
  let clients: readonly OpenClient[] = [];
  beforeAll(async () => {
    clients = await Promise.all(Array.from({ length: 8 }, () => connectNodeRedis()));
  });
  afterAll(() => Promise.all(clients.map((client) => client.close())));
  const settings = { describe, it, numRuns: 10, without: { constraints, migrations } };
  kindConformance(
    "Redis",
    openRedisOn(() => clients),
    settings,
  );
});
