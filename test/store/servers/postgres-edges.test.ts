import { type PostgresPool, postgresStore } from "giliran/postgres";
import { describe, expect, it } from "vitest";
import { day, deskFor, holdOf } from "../five-places.js";
import { expectNineteenOfTwenty } from "../survive.js";
import { freshSchema, openPool, postgresMissing, rewriting } from "./open-postgres.js";

function failingWith(error: unknown): PostgresPool {
  return { query: () => Promise.reject(error), connect: () => Promise.reject(error) };
}

async function failureOf(pool: PostgresPool): Promise<unknown> {
  return deskFor(postgresStore({ pool }))
    .hold(holdOf("a"))
    .catch((error: unknown) => error);
}

const listOnly = async () => [];
const listClient = { query: listOnly, release: () => undefined };
const coded = (code: string) => Object.assign(new Error("it failed"), { code });

describe("an error of a pool of PostgreSQL", () => {
  it.each([
    ...["25P03", "25P04", "25006", "57P01", "57P03", "57014", "53300", "08006", "55P03"].map(coded),
    ...["ECONNRESET", "EPIPE", "ETIMEDOUT", "ECONNREFUSED", "ENOTFOUND", "EAI_AGAIN"].map(coded),
    ...["EHOSTUNREACH", "ERR_SOCKET_CLOSED"].map(coded),
    new Error("timeout exceeded when trying to connect"),
    new Error("Connection terminated due to connection timeout"),
    new Error("Connection terminated unexpectedly"),
    new Error("Query read timeout"),
    new Error("Client has encountered a connection error and is not queryable"),
  ])("may be asked again where that can help: %s", async (error) => {
    expect(await failureOf(failingWith(error))).toMatchObject({ name: "StoreError", retryable: true });
  });

  it.each([
    ...["28P01", "3D000", "42501", "42601", "0A000", "ERR_INVALID_ARG_TYPE", "CERT_HAS_EXPIRED"].map(coded),
    new TypeError("Cannot read properties of undefined (reading 'connect')"),
    new ReferenceError("timeout is not defined"),
    new Error("Cannot use a pool after calling end on the pool"),
    new Error("The server does not support SSL connections"),
    undefined,
  ])("is final elsewhere: %s", async (error) => {
    const failure = await failureOf(failingWith(error));
    expect(failure).toMatchObject({ name: "StoreError", retryable: false, recordsRefused: false });
  });

  it.each(["22001", "22P05", "23514", "54000"].map(coded))(
    "says that it is the records that are refused: %s",
    async (error) => {
      expect(await failureOf(failingWith(error))).toMatchObject({ retryable: false, recordsRefused: true });
    },
  );

  const noPools: readonly (readonly [why: string, pool: unknown])[] = [
    ["gives no client", { query: async () => ({ rows: [] }), connect: async () => undefined }],
    ["has rows in another way", { query: listOnly, connect: async () => listClient }],
  ];
  it.each(noPools)("says what a pool is where it %s", async (_, pool) => {
    expect(await failureOf(pool as never)).toMatchObject({
      name: "StoreError",
      message: expect.stringContaining("give a pool such as new Pool() of pg"),
      retryable: false,
    });
  });
});

describe.skipIf(postgresMissing)("PostgreSQL at its edges", () => {
  it("is refused at the first call where its encoding has not every name", async () => {
    const database = freshSchema();
    await openPool().query(
      `CREATE DATABASE ${database} TEMPLATE template0 ENCODING 'LATIN1' LOCALE_PROVIDER libc LOCALE 'C'`,
    );
    expect(await failureOf(openPool({ database }))).toMatchObject({
      message: expect.stringMatching(/server_encoding is "LATIN1"; .* ENCODING 'UTF8'/),
      retryable: false,
    });
  });

  it("is refused at the first call where it is too old", async () => {
    const old = rewriting(openPool(), { from: "current_setting('server_version_num')", to: "'120022'" });
    expect(await failureOf(old)).toMatchObject({
      message: `PostgreSQL's server_version_num is "120022"; giliran needs PostgreSQL 13 or newer.`,
      retryable: false,
    });
  });

  it("holds nineteen of twenty where one can't be written", async () => {
    const pool = openPool();
    const schema = freshSchema();
    const desk = deskFor(postgresStore({ pool, schema }), 20);
    await desk.find(day);
    await pool.query(`ALTER TABLE ${schema}.giliran_booking ADD CHECK (record ->> 'sender' <> 'sender 7')`);
    await expectNineteenOfTwenty(desk);
  });

  it("has one connection, which is enough", async () => {
    const pool = openPool({ max: 1 });
    const schema = freshSchema();
    const desks = Array.from({ length: 4 }, () => deskFor(postgresStore({ pool, schema })));
    const kinds = await Promise.all(
      Array.from({ length: 20 }, (_, caller) => desks[caller % 4]?.hold(holdOf(`${caller}`))),
    );
    expect(kinds.filter((outcome) => outcome?.kind === "held")).toHaveLength(5);
    expect(await desks[0]?.find(day)).toHaveLength(5);
  });

  it("says so where no connection becomes free", async () => {
    const pool = openPool({ max: 1, connectionTimeoutMillis: 3000 });
    const client = await pool.connect();
    expect(await failureOf(pool)).toMatchObject({
      message: "PostgreSQL failed (no code): no connection became free in time; ask again.",
      retryable: true,
    });
    client.release();
  });

  it("says so where somebody is migrating its tables, and goes on afterwards", async () => {
    const pool = openPool();
    const schema = freshSchema();
    const desk = deskFor(postgresStore({ pool, schema }));
    await desk.find(day);
    const migrating = await openPool().connect();
    await migrating.query("BEGIN");
    await migrating.query(`LOCK TABLE ${schema}.giliran_booking, ${schema}.giliran_schema`);
    const locked = {
      retryable: true,
      message: expect.stringMatching(/holds what is needed|holds the tables/),
    };
    await Promise.all([
      expect(desk.hold(holdOf("a"))).rejects.toMatchObject(locked),
      expect(desk.find(day)).rejects.toMatchObject(locked),
      expect(deskFor(postgresStore({ pool, schema })).find(day)).rejects.toMatchObject(locked),
    ]);
    await migrating.query("ROLLBACK");
    migrating.release();
    expect(await desk.hold(holdOf("a"))).toMatchObject({ kind: "held" });
    expect(await desk.find(day)).toHaveLength(1);
  });
});
