import type pg from "pg";
import { afterAll, beforeAll, describe, it } from "vitest";
import { expectNotOversold } from "../older-offices.js";
import { createPool, openFreshPostgresOn, postgresMissing } from "./open-postgres.js";

describe.skipIf(postgresMissing)("two desks on one PostgreSQL, one of which has the older offices", () => {
  let pool: pg.Pool;
  beforeAll(() => {
    pool = createPool();
  });
  afterAll(() => pool.end());

  it("give no more than there is", () => expectNotOversold(openFreshPostgresOn(() => pool)));
});
