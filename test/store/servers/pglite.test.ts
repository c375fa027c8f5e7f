import { PGlite } from "@electric-sql/pglite";
import { InvalidConfigError } from "giliran";
import { pglitePool, postgresStore } from "giliran/postgres";
import { kindConformance, type OpenStore, storeConformance } from "giliran/testing";
import { afterAll, describe, expect, it } from "vitest";
import { freshSchema } from "./open-postgres.js";

const slowClient = "all clients are in this process and share one connection";
const settings = { describe, it, numRuns: 2, without: { slowClient } };
const database = new PGlite();
afterAll(() => database.close());

const open: OpenStore = () => {
  const schema = freshSchema();
  return { connect: () => postgresStore({ pool: pglitePool(database), schema }) };
};

kindConformance("PGlite", open, settings);
storeConformance("PGlite", open, settings);

describe("PGlite", () => {
  it("is refused where it is given without a pool", () => {
    const open = () => postgresStore({ pool: database as never }); // its query and exec look like a pool's
    expect(open).toThrow(InvalidConfigError);
    expect(open).toThrow("pglitePool");
  });
});
