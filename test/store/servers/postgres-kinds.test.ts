import type pg from "pg";
import { afterAll, beforeAll, describe, it } from "vitest";
import { kindConformance } from "../../../src/testing/kind-conformance.js";
import { createPool, openFreshPostgresOn, postgresMissing } from "./open-postgres.js";

describe.skipIf(postgresMissing)("on a real server", () => {
  let pool: pg.Pool;
  beforeAll(() => {
    pool = createPool({ max: 10 });
  });
  afterAll(() => pool.end());
  kindConformance(
    "PostgreSQL",
    openFreshPostgresOn(() => pool),
    { describe, it, numRuns: 6 },
  );
});
