import type pg from "pg";
import { afterAll, beforeAll, describe, it } from "vitest";
import * as library from "../../rules/library.js";
import { rules } from "../../rules/rules.js";
import { createWorldOn } from "../../rules/world.js";
import { createPool, freshSchema, openPostgresOn, postgresMissing } from "./open-postgres.js";

describe.skipIf(postgresMissing)("the rules on PostgreSQL", () => {
  let pool: pg.Pool;
  beforeAll(() => {
    pool = createPool();
  });
  afterAll(() => pool.end());
  const open = openPostgresOn(() => pool, freshSchema());
  for (const { title, check } of rules) it(title, () => check(createWorldOn(library, open), { numRuns: 15 }));
});
