import type pg from "pg";
import { afterAll, beforeAll, describe, it } from "vitest";
import { rules } from "../../../src/testing/rules/rules.js";
import { createWorldOn } from "../../../src/testing/world.js";
import { createPool, freshSchema, openPostgresOn, postgresMissing } from "./open-postgres.js";

describe.skipIf(postgresMissing)("the rules on PostgreSQL", () => {
  let pool: pg.Pool;
  beforeAll(() => {
    pool = createPool();
  });
  afterAll(() => pool.end());
  const open = openPostgresOn(() => pool, freshSchema());
  for (const { title, check } of rules) it(title, () => check(createWorldOn(open), { numRuns: 8 }));
});
