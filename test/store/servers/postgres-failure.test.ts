import { inspect } from "node:util";
import { InvalidConfigError, StoreError, saved } from "giliran";
import { type PostgresPool, postgresStore } from "giliran/postgres";
import { describe, expect, it } from "vitest";
import { dayKind } from "../../../src/booking/kinds.js";
import { dayWith } from "../../../src/testing/conformance/sample-records.js";
import { save } from "../../../src/testing/conformance/store-calls.js";
import { day, deskFor, holdOf } from "../five-places.js";
import { freshSchema, openPool, postgresMissing } from "./open-postgres.js";

async function failureOf(work: Promise<unknown>): Promise<unknown> {
  return work.then(
    () => undefined,
    (error: unknown) => error,
  );
}

/** A pool whose calls of a function fail with the error, after they did their work or without it. */
function fragile(pool: PostgresPool, part: string, error: Error, when: "before" | "after") {
  const state = { failures: 1 };
  const breaking =
    (query: PostgresPool["query"]): PostgresPool["query"] =>
    async (sql, values) => {
      const isBroken = sql.includes(part) && state.failures-- > 0;
      if (isBroken && when === "before") throw error;
      const result = await query(sql, values);
      if (isBroken) throw error;
      return result;
    };
  const broken: PostgresPool = {
    query: breaking((sql, values) => pool.query(sql, values)),
    async connect() {
      const client = await pool.connect();
      return {
        query: breaking((sql, values) => client.query(sql, values)),
        release: (reason) => client.release(reason),
      };
    },
  };
  return broken;
}

describe("a PostgreSQL store that is opened wrongly", () => {
  it("asks for a pool", () => {
    expect(() => postgresStore({ pool: {} as never })).toThrow(InvalidConfigError);
    expect(() => postgresStore({ pool: {} as never })).toThrow(
      /^pool: expected a pool with query and connect/,
    );
  });

  it("asks for a plain name of a schema", () => {
    const pool = { query: async () => ({ rows: [] }), connect: () => Promise.reject(new Error()) };
    expect(() => postgresStore({ pool, schema: 'a"; DROP TABLE b' })).toThrow(/^schema: /);
  });

  it("says that the server can't be reached, and may be asked again", async () => {
    const refused = Object.assign(new Error("connect ECONNREFUSED 10.0.0.1:5432"), { code: "ECONNREFUSED" });
    const pool = { query: () => Promise.reject(refused), connect: () => Promise.reject(refused) };
    expect(await failureOf(deskFor(postgresStore({ pool })).hold(holdOf("a")))).toMatchObject({
      name: "StoreError",
      message: "PostgreSQL failed (ECONNREFUSED): the connection broke; ask again with the same request id.",
      retryable: true,
    });
  });
});

describe.skipIf(postgresMissing)("a PostgreSQL store that fails", () => {
  it("answers a request whose reply was lost with what was committed", async () => {
    const pool = openPool();
    const schema = freshSchema();
    const lost = new Error("Connection terminated unexpectedly");
    const desk = deskFor(postgresStore({ pool: fragile(pool, ".giliran_save", lost, "after"), schema }));
    expect(await failureOf(desk.hold(holdOf("a")))).toMatchObject({ name: "StoreError", retryable: true });
    const [booking] = await desk.find(day);
    expect(await desk.hold(holdOf("a"))).toEqual({ kind: "held", booking });
    expect(await desk.find(day)).toHaveLength(1);
  });

  it.each(["40001", "40P01"])("decides again after %s", async (code) => {
    const pool = openPool();
    const error = Object.assign(new Error("deadlock of 'person a'"), { code });
    const broken = fragile(pool, ".giliran_save", error, "before");
    expect(
      await deskFor(postgresStore({ pool: broken, schema: freshSchema() })).hold(holdOf("a")),
    ).toMatchObject({
      kind: "held",
    });
  });

  it("tells the server's code and nothing that was to be stored", async () => {
    const pool = openPool();
    const error = Object.assign(new Error("value 'person a' is wrong"), {
      code: "22001",
      detail: "person a",
      where: "person a",
    });
    const broken = fragile(pool, ".giliran_save", error, "before");
    const failure = await failureOf(
      deskFor(postgresStore({ pool: broken, schema: freshSchema() })).hold(holdOf("a")),
    );
    expect(failure).toMatchObject({
      message: "PostgreSQL failed (22001): the records break a rule of the tables; nothing was saved.",
      retryable: false,
      recordsRefused: true,
    });
    expect(inspect(failure, { depth: Infinity })).not.toContain("person a");
  });

  it("makes its tables once its server is there", async () => {
    const error = Object.assign(new Error("the database system is starting up"), { code: "57P03" });
    const broken = fragile(openPool(), "giliran_schema", error, "before");
    const desk = deskFor(postgresStore({ pool: broken, schema: freshSchema() }));
    expect(await failureOf(desk.hold(holdOf("a")))).toMatchObject({ retryable: true });
    expect(await desk.hold(holdOf("a"))).toMatchObject({ kind: "held" });
  });

  it("does not touch tables of a newer giliran", async () => {
    const pool = openPool();
    const schema = freshSchema();
    await deskFor(postgresStore({ pool, schema })).find(day);
    await pool.query(`INSERT INTO ${schema}.giliran_schema VALUES (99)`);
    expect(await failureOf(deskFor(postgresStore({ pool, schema })).find(day))).toMatchObject({
      name: "StoreError",
      message: "The database has schema 99 of giliran, this version knows 4; update giliran.",
    });
  });

  it("asks for read committed where another isolation is the default", async () => {
    const pool = openPool({ options: "-c default_transaction_isolation=serializable" });
    expect(await failureOf(deskFor(postgresStore({ pool, schema: freshSchema() })).find(day))).toMatchObject({
      name: "StoreError",
      message: expect.stringContaining('set default_transaction_isolation to "read committed"'),
      retryable: false,
    });
  });

  it("says which rights a user lacks", async () => {
    const pool = openPool();
    const schema = freshSchema();
    await deskFor(postgresStore({ pool, schema })).find(day);
    await pool.query(`CREATE ROLE ${schema}_reader LOGIN PASSWORD 'of the tests'`);
    await pool.query(`GRANT USAGE ON SCHEMA ${schema} TO ${schema}_reader`);
    await pool.query(`GRANT SELECT ON ALL TABLES IN SCHEMA ${schema} TO ${schema}_reader`);
    const reader = openPool({ user: `${schema}_reader` });
    const desk = deskFor(postgresStore({ pool: reader, schema }));
    expect(await desk.find(day)).toEqual([]);
    expect(await failureOf(desk.hold(holdOf("a")))).toMatchObject({
      message: expect.stringMatching(/^PostgreSQL failed \(42501\): the user lacks a right/),
    });
    expect(
      await failureOf(deskFor(postgresStore({ pool: reader, schema: freshSchema() })).find(day)),
    ).toMatchObject({ message: expect.stringMatching(/^PostgreSQL failed \(42501\)/) });
  });

  it("says that it was connected to a server that can't be written", async () => {
    const schema = freshSchema();
    await deskFor(postgresStore({ pool: openPool(), schema })).find(day);
    const pool = openPool({ options: "-c default_transaction_read_only=on" });
    expect(await failureOf(deskFor(postgresStore({ pool, schema })).hold(holdOf("a")))).toMatchObject({
      message: expect.stringContaining("connect to the primary"),
      retryable: true,
    });
  });

  it("gives up a hopeless decision, and says what is wrong with it", async () => {
    const store = postgresStore({ pool: openPool(), schema: freshSchema() });
    const failure = await failureOf(save(store, saved(dayKind, [dayWith(day, 1001)])));
    expect(failure).toBeInstanceOf(StoreError);
    expect(failure).toMatchObject({
      message: expect.stringMatching(
        /^PostgreSQL failed \(23514, giliran_place_count_check\): the records break a rule/,
      ),
      retryable: false,
    });
  });
});

describe.skipIf(postgresMissing)("PostgreSQL's tables by themselves", () => {
  it("take no more places than the ceiling, no queue number and no turn twice", async () => {
    const pool = openPool();
    const schema = freshSchema();
    const desk = deskFor(postgresStore({ pool, schema }));
    for (const name of ["a", "b"]) {
      const outcome = await desk.hold({ ...holdOf(name), sender: "sender" });
      const code = outcome.kind === "held" ? outcome.booking.code : "";
      await desk.confirm({ requestId: `confirm ${name}`, sender: "sender", code });
    }
    const violate = (change: string) => failureOf(pool.query(`UPDATE ${schema}.${change}`));
    expect(await violate("giliran_place_count SET taken = 6")).toMatchObject({ code: "23514" });
    expect(await violate("giliran_place_count SET taken = -1")).toMatchObject({ code: "23514" });
    expect(await violate("giliran_booking SET sequence = 1")).toMatchObject({ code: "23505" });
    expect(await violate("giliran_list_entry SET turn = 1 WHERE list = 'sender'")).toMatchObject({
      code: "23505",
    });
  });
});
