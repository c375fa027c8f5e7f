import { describe, expect, it } from "vitest";
import { torture } from "../../torture/torture.js";
import { mariadbMissing } from "./open-mariadb.js";
import { postgresMissing } from "./open-postgres.js";
import { redisMissing } from "./open-redis.js";

const title = "break no rule with their connections, servers and clocks";

async function expectSound(store: "postgres" | "redis" | "mariadb"): Promise<void> {
  const lines: string[] = [];
  const violations = await torture({ store, rounds: 1, seed: 5, print: (line) => lines.push(line) });
  console.log(lines.join("\n"));
  expect(violations).toBe(0);
}

describe.skipIf(postgresMissing)("processes that are tortured on PostgreSQL", () => {
  it(title, { timeout: 180_000 }, () => expectSound("postgres"));
});

describe.skipIf(redisMissing)("processes that are tortured on Redis", () => {
  it(title, { timeout: 180_000 }, () => expectSound("redis"));
});

describe.skipIf(mariadbMissing)("processes that are tortured on MariaDB", () => {
  it(title, { timeout: 180_000 }, () => expectSound("mariadb"));
});
