import type pg from "pg";
import { afterAll, beforeAll, describe, it } from "vitest";
import { expectCaught } from "../broken-store.js";
import { brokenPostgres } from "./broken-postgres.js";
import { createPool, openFreshPostgresOn, postgresMissing, rewriting } from "./open-postgres.js";

describe.skipIf(postgresMissing)("a PostgreSQL store that is broken in one place is caught", () => {
  let pool: pg.Pool;
  beforeAll(() => {
    pool = createPool({ max: 10 });
  });
  afterAll(() => pool.end());

  for (const broken of brokenPostgres)
    it(`${broken.caughtBy}: ${broken.why}`, () =>
      expectCaught(
        broken,
        openFreshPostgresOn(() => rewriting(pool, broken)),
      ));
});
