import { kindConformance, storeConformance } from "giliran/testing";
import type pg from "pg";
import { afterAll, beforeAll, describe, it } from "vitest";
import {
  createPool,
  freshSchema,
  openFreshPostgresOn,
  openPostgresOn,
  postgresMissing,
} from "./open-postgres.js";

describe.skipIf(postgresMissing)("on a real server", () => {
  let pool: pg.Pool;
  beforeAll(() => {
    pool = createPool({ max: 10 });
  });
  afterAll(() => pool.end());
  const settings = { describe, it, numRuns: 6 };
  kindConformance(
    "PostgreSQL",
    openFreshPostgresOn(() => pool),
    settings,
  );
  storeConformance(
    "PostgreSQL",
    openPostgresOn(() => pool, freshSchema()),
    settings,
  );
});
