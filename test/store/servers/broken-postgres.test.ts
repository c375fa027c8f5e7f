import type { Store } from "giliran";
import type { PostgresSettings } from "giliran/postgres";
import type pg from "pg";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { breakModule } from "../../rules/break-module.js";
import { listFailures } from "../broken-store.js";
import { brokenPostgres } from "./broken-postgres.js";
import { createPool, freshSchema, openPostgresOn, postgresMissing } from "./open-postgres.js";

interface StoreModule {
  readonly postgresStore: (settings: PostgresSettings) => Store;
}

describe.skipIf(postgresMissing)(
  "a PostgreSQL store broken in one place is caught by one test and no other",
  () => {
    let pool: pg.Pool;
    beforeAll(() => {
      pool = createPool({ max: 10 });
    });
    afterAll(() => pool.end());

    for (const change of brokenPostgres)
      it(`${change.caughtBy}: ${change.why}`, async () => {
        const { postgresStore } = (await breakModule("store/postgres-store.ts", change)) as StoreModule; // decoded
        const open = openPostgresOn(() => pool, freshSchema(), postgresStore);
        expect(await listFailures(open)).toEqual([expect.stringMatching(`^${change.caughtBy}`)]);
      });
  },
);
