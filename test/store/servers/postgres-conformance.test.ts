import { storeConformance } from "giliran/testing";
import type pg from "pg";
import { afterAll, beforeAll, describe, it } from "vitest";
import { createPool, freshSchema, openPostgresOn, postgresMissing } from "./open-postgres.js";

describe.skipIf(postgresMissing)("on a real server", () => {
  let pool: pg.Pool;
  beforeAll(() => {
    pool = createPool({ max: 10 });
  });
  afterAll(() => pool.end());
  const open = openPostgresOn(() => pool, freshSchema());
  storeConformance("PostgreSQL", open, { describe, it, numRuns: 6 });
});
