import { createDesk, defineOffice, type HoldOutcome, type Store } from "giliran";
import { mariadbStore } from "giliran/mariadb";
import { postgresStore } from "giliran/postgres";
import { describe, expect, it } from "vitest";
import { noLimits, smallOffices } from "../../../src/testing/offices.js";
import { holdOf, monday } from "../five-places.js";
import { mariadbMissing, openMariadb } from "./open-mariadb.js";
import { freshSchema, openPool, postgresMissing } from "./open-postgres.js";

function twoOffices(store: Store): (name: string, officeId: string) => Promise<HoldOutcome> {
  const desk = createDesk({
    offices: smallOffices(5, noLimits).map(defineOffice),
    store,
    secret: "the secret of two offices",
    now: () => monday,
  });
  return (name, officeId) => desk.hold({ ...holdOf(name), officeId });
}

describe.skipIf(postgresMissing)("two offices of which somebody locks one on PostgreSQL", () => {
  it("do not hold each other up at one desk", async () => {
    const pool = openPool();
    const schema = freshSchema();
    const hold = twoOffices(postgresStore({ pool, schema }));
    await hold("first", "north");
    const locker = await pool.connect();
    await locker.query(`BEGIN; SELECT FROM ${schema}.giliran_day WHERE office_id = 'north' FOR UPDATE`);
    const atNorth = hold("second", "north");
    expect(await hold("third", "south")).toMatchObject({ kind: "held" });
    expect(await Promise.race([atNorth, "still waits"])).toBe("still waits");
    await locker.query("COMMIT");
    locker.release();
    expect(await atNorth).toMatchObject({ kind: "held" });
  });
});

describe.skipIf(mariadbMissing)("two offices of which somebody locks one on MariaDB", () => {
  it("do not hold each other up at one desk", async () => {
    const pool = await openMariadb();
    const hold = twoOffices(mariadbStore({ pool }));
    await hold("first", "north");
    const locker = await pool.getConnection();
    await locker.query("SET TRANSACTION ISOLATION LEVEL READ COMMITTED");
    await locker.query("START TRANSACTION");
    await locker.query("SELECT version FROM giliran_day WHERE office_id = 'north' FOR UPDATE");
    const atNorth = hold("second", "north");
    expect(await hold("third", "south")).toMatchObject({ kind: "held" });
    expect(await Promise.race([atNorth, "still waits"])).toBe("still waits");
    await locker.query("COMMIT");
    locker.release();
    expect(await atNorth).toMatchObject({ kind: "held" });
  });
});
