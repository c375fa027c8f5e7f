import { inspect } from "node:util";
import { InvalidConfigError, saved } from "giliran";
import { type MariadbPool, mariadbStore } from "giliran/mariadb";
import mysqlWithCallbacks from "mysql2";
import { describe, expect, it, onTestFinished } from "vitest";
import { dayKind } from "../../../src/booking/kinds.js";
import { dayWith } from "../../../src/testing/conformance/sample-records.js";
import { save } from "../../../src/testing/conformance/store-calls.js";
import { day, deskFor, holdOf } from "../five-places.js";
import { expectNineteenOfTwenty } from "../survive.js";
import {
  administrate,
  freshDatabase,
  mariadbDrivers,
  mariadbMissing,
  mariadbPort,
  openMariadb,
  rewriting,
  sending,
} from "./open-mariadb.js";

const failureOf = (work: Promise<unknown>): Promise<unknown> =>
  work.then(
    () => undefined,
    (error: unknown) => error,
  );

const failing = (error: unknown): MariadbPool => ({ getConnection: () => Promise.reject(error) });
const failureOn = (pool: MariadbPool) => failureOf(deskFor(mariadbStore({ pool })).hold(holdOf("a")));
const coded = (code: string, errno = 0, sqlState?: string) =>
  Object.assign(new Error("it failed"), { code, errno, ...(sqlState !== undefined && { sqlState }) });

/** A pool whose first statement with a part fails, after it did its work or without it. */
function fragile(pool: MariadbPool, part: string, error: Error, when: "before" | "after"): MariadbPool {
  let failures = 1;
  return sending(pool, async (query, sql) => {
    const isBroken = sql.includes(part) && failures-- > 0;
    if (isBroken && when === "before") throw error;
    const answer = await query(sql);
    if (isBroken) throw error;
    return answer;
  });
}

describe("a MariaDB store that is opened wrongly", () => {
  it("asks for a pool", () => {
    expect(() => mariadbStore({ pool: {} as never })).toThrow(InvalidConfigError);
    expect(() => mariadbStore({ pool: {} as never })).toThrow(/^pool: expected a pool with getConnection/);
  });

  it("says what to give instead of a pool with callbacks", async () => {
    const pool = mysqlWithCallbacks.createPool({ host: "127.0.0.1" });
    expect(() => mariadbStore({ pool: pool as never })).toThrow(/callbacks; give what its promise\(\) gives/);
  });

  it.each([
    ...[
      coded("ER_CON_COUNT_ERROR", 1040, "08004"),
      coded("ER_SERVER_SHUTDOWN", 1053, "08S01"),
      coded("ER_LOCK_WAIT_TIMEOUT", 1205, "HY000"),
      coded("ER_OPTION_PREVENTS_STATEMENT", 1290, "HY000"),
      coded("ER_UNKNOWN_COM_ERROR", 1047, "08S01"),
      coded("ER_CONNECTION_KILLED", 1927, "70100"),
      coded("ER_QUERY_INTERRUPTED", 1317, "70100"),
      coded("ER_SOCKET_UNEXPECTED_CLOSE", 45026, "08S01"),
      coded("ER_GET_CONNECTION_TIMEOUT", 45028, "HY000"),
      coded("PROTOCOL_CONNECTION_LOST"),
      coded("ECONNRESET", -104),
      coded("ECONNREFUSED", -111),
      coded("ETIMEDOUT", -110),
    ],
    new Error("Can't add new command when connection is in closed state"),
    new Error("Queue limit reached."),
  ])("may be asked again where that can help: %s", async (error) => {
    expect(await failureOn(failing(error))).toMatchObject({ name: "StoreError", retryable: true });
  });

  it.each([
    coded("ER_ACCESS_DENIED_ERROR", 1045, "28000"),
    coded("ER_BAD_DB_ERROR", 1049, "42000"),
    coded("ER_TABLEACCESS_DENIED_ERROR", 1142, "42000"),
    coded("ER_PARSE_ERROR", 1064, "42000"),
    coded("ER_DISK_FULL", 1021, "HY000"),
    new Error("Pool is closed."),
    new TypeError("Cannot read properties of undefined"),
    undefined,
  ])("is final elsewhere: %s", async (error) => {
    const failure = await failureOn(failing(error));
    expect(failure).toMatchObject({ name: "StoreError", retryable: false, recordsRefused: false });
  });

  it("says what a pool is where it gives no client, or rows in another way", async () => {
    const nothing = async () => undefined;
    const client = { query: async () => [[1, 2]], release: () => undefined, destroy: () => undefined };
    for (const pool of [{ getConnection: nothing }, { getConnection: async () => client }])
      expect(await failureOn(pool as never)).toMatchObject({
        message: expect.stringContaining("createPool() of mariadb or of mysql2/promise"),
        retryable: false,
      });
  });
});

describe.skipIf(mariadbMissing)("a MariaDB store that fails", () => {
  it("answers a request whose reply was lost with what was committed", async () => {
    const pool = await openMariadb();
    const lost = coded("PROTOCOL_CONNECTION_LOST");
    const desk = deskFor(mariadbStore({ pool: fragile(pool, "COMMIT", lost, "after") }));
    expect(await failureOf(desk.hold(holdOf("a")))).toMatchObject({ name: "StoreError", retryable: true });
    const [booking] = await desk.find(day);
    expect(await desk.hold(holdOf("a"))).toEqual({ kind: "held", booking });
    expect(await desk.find(day)).toHaveLength(1);
  });

  it.each([1213, 1020])("decides again after %i", async (errno) => {
    const error = coded("a conflict of 'person a'", errno, "40001");
    const pool = fragile(await openMariadb(), "COMMIT", error, "before");
    expect(await deskFor(mariadbStore({ pool })).hold(holdOf("a"))).toMatchObject({ kind: "held" });
  });

  it("tells the server's number and nothing that was to be stored", async () => {
    const error = Object.assign(coded("ER_DATA_TOO_LONG", 1406, "22001"), {
      sqlMessage: "Data too long: person a",
      sql: "INSERT person a",
    });
    const failure = await failureOn(fragile(await openMariadb(), "COMMIT", error, "before"));
    expect(failure).toMatchObject({
      message: "MariaDB failed (1406): the records break a rule of the tables; nothing was saved.",
      retryable: false,
      recordsRefused: true,
    });
    expect(inspect(failure, { depth: Infinity })).not.toContain("person a");
  });

  it("does not touch tables of a newer giliran", async () => {
    const pool = await openMariadb();
    await deskFor(mariadbStore({ pool })).find(day);
    const client = await pool.getConnection();
    await client.query("INSERT INTO giliran_schema VALUES (99)");
    await client.release();
    expect(await failureOf(deskFor(mariadbStore({ pool })).find(day))).toMatchObject({
      name: "StoreError",
      message: expect.stringMatching(/^The database has schema 99 of giliran, this version knows/),
    });
  });

  it.each([
    ["VERSION()", "'10.6.22-MariaDB'", /version is "10.6.22-MariaDB"; giliran needs MariaDB 10.11 or newer/],
    ["VERSION()", "'8.4.3'", /version is "8.4.3"; giliran needs MariaDB 10.11 or newer/],
    ["@@sql_mode", "'ANSI_QUOTES'", /sql_mode is "ANSI_QUOTES"; add STRICT_TRANS_TABLES/],
    ["@@character_set_client", "'latin1'", /character_set_client is "latin1"; .* set charset to utf8mb4/],
    ["IF(@@log_bin, @@binlog_format, '')", "'STATEMENT'", /binlog_format is "STATEMENT"/],
  ])("is refused at the first call where %s is %s", async (from, to, message) => {
    const failure = await failureOn(rewriting(await openMariadb(), { from, to }));
    expect(failure).toMatchObject({ message: expect.stringMatching(message), retryable: false });
  });

  it("takes a server that says it is newer", async () => {
    const newer = rewriting(await openMariadb(), { from: "VERSION()", to: "'5.5.5-11.4.2-MariaDB'" });
    expect(await deskFor(mariadbStore({ pool: newer })).hold(holdOf("a"))).toMatchObject({ kind: "held" });
  });

  it("says which rights a user lacks", async () => {
    const database = await freshDatabase();
    const pool = await openMariadb({ database });
    await deskFor(mariadbStore({ pool })).find(day);
    const user = `reader_${database}`;
    await administrate(
      `CREATE USER ${user}@'127.0.0.1' IDENTIFIED BY 'of the tests'`,
      `GRANT SELECT ON ${database}.* TO ${user}@'127.0.0.1'`,
    );
    const desk = deskFor(mariadbStore({ pool: await openMariadb({ database, user }) }));
    expect(await desk.find(day)).toEqual([]);
    expect(await failureOf(desk.hold(holdOf("a")))).toMatchObject({
      message: expect.stringMatching(/^MariaDB failed \(1142\): the user lacks a right/),
    });
  });

  it("gives up a hopeless decision, and says what is wrong with it", async () => {
    const store = mariadbStore({ pool: await openMariadb() });
    expect(await failureOf(save(store, saved(dayKind, [dayWith(day, 1001)])))).toMatchObject({
      message: expect.stringMatching(
        /^MariaDB failed \(4025, giliran_place_count_check\): the records break a rule/,
      ),
      retryable: false,
      recordsRefused: true,
    });
  });

  it("holds nineteen of twenty where one can't be written", async () => {
    const database = await freshDatabase();
    const desk = deskFor(mariadbStore({ pool: await openMariadb({ database }) }), 20);
    await desk.find(day);
    await administrate(
      `ALTER TABLE ${database}.giliran_booking ADD CHECK (JSON_VALUE(record, '$.sender') <> 'sender 7')`,
    );
    await expectNineteenOfTwenty(desk);
  });

  it.each(mariadbDrivers)("has one connection of $name, which is enough", async (driver) => {
    const pool = await openMariadb({ connectionLimit: 1 }, [driver]);
    const desks = Array.from({ length: 4 }, () => deskFor(mariadbStore({ pool })));
    const kinds = await Promise.all(
      Array.from({ length: 20 }, (_, caller) => desks[caller % 4]?.hold(holdOf(`${caller}`))),
    );
    expect(kinds.filter((outcome) => outcome?.kind === "held")).toHaveLength(5);
    expect(await desks[0]?.find(day)).toHaveLength(5);
  });

  it("says so where somebody is migrating its tables, and goes on afterwards", {
    timeout: 90_000,
  }, async () => {
    const database = await freshDatabase();
    const pool = await openMariadb({ database });
    const desk = deskFor(mariadbStore({ pool }));
    await desk.find(day);
    const migrating = await (await openMariadb({ database })).getConnection();
    await migrating.query("LOCK TABLES giliran_booking WRITE, giliran_schema WRITE");
    const locked = { retryable: true, message: expect.stringMatching(/holds what is needed/) };
    await Promise.all([
      expect(desk.hold(holdOf("a"))).rejects.toMatchObject(locked),
      expect(desk.find(day)).rejects.toMatchObject(locked),
      expect(deskFor(mariadbStore({ pool })).find(day)).rejects.toMatchObject(locked),
    ]);
    await migrating.query("UNLOCK TABLES");
    await migrating.release();
    expect(await desk.hold(holdOf("a"))).toMatchObject({ kind: "held" });
  });

  it("takes what names are made of, in any mode of the server", async () => {
    const texts = ["a'b", "a\\'b", "\\", "😀 ' \\ --", '%_`"', "x' OR '1'='1", "?:name"];
    for (const mode of ["", ",NO_BACKSLASH_ESCAPES", ",ANSI_QUOTES"]) {
      const pool = await openMariadb();
      const inMode = sending(pool, async (query, sql) => {
        await query(`SET sql_mode = 'STRICT_TRANS_TABLES${mode}'`);
        return query(sql);
      });
      const desk = deskFor(mariadbStore({ pool: inMode }), 20);
      for (const [index, text] of texts.entries()) {
        const people = [{ key: `${index}`, details: { remark: text } }];
        expect(await desk.hold({ ...holdOf(`${index}`), people })).toMatchObject({ kind: "held" });
      }
      const found = await desk.find(day);
      expect(found.map(({ people }) => people[0]?.details.remark).sort()).toEqual([...texts].sort());
    }
  });
});

describe.skipIf(mariadbMissing)("MariaDB's tables by themselves", () => {
  it("take no more places than the ceiling, no queue number and no turn twice", async () => {
    const database = await freshDatabase();
    const desk = deskFor(mariadbStore({ pool: await openMariadb({ database }) }));
    for (const name of ["a", "b"]) {
      const outcome = await desk.hold({ ...holdOf(name), sender: "sender" });
      const code = outcome.kind === "held" ? outcome.booking.code : "";
      await desk.confirm({ requestId: `confirm ${name}`, sender: "sender", code });
    }
    const violate = (change: string) => failureOf(administrate(`UPDATE ${database}.${change}`));
    expect(await violate("giliran_place_count SET taken = 6")).toMatchObject({ errno: 4025 });
    expect(await violate("giliran_place_count SET taken = -1")).toMatchObject({ errno: 4025 });
    expect(await violate("giliran_booking SET sequence = 1")).toMatchObject({ errno: 1062 });
    expect(await violate("giliran_list_entry SET turn = 1 WHERE list = 'sender'")).toMatchObject({
      errno: 1062,
    });
  });

  it("are found by their indexes alone, however many others there are", async () => {
    const plans: string[] = [];
    const database = await freshDatabase();
    const pool = await openMariadb({ database });
    const desk = deskFor(mariadbStore({ pool }), 5000);
    for (let batch = 0; batch < 4; batch++)
      await Promise.all(Array.from({ length: 250 }, (_, caller) => desk.hold(holdOf(`${batch} ${caller}`))));
    await administrate(`ANALYZE TABLE ${database}.giliran_booking, ${database}.giliran_list_entry`);
    const looking = sending(pool, async (query, sql) => {
      const load = /^SET STATEMENT .* FOR (SELECT 'scope.now'.*)/s.exec(sql)?.[1];
      if (load !== undefined)
        plans.push(
          JSON.stringify(await query(`EXPLAIN ${load}`), (_, value) =>
            typeof value === "bigint" ? Number(value) : value,
          ),
        );
      return query(sql);
    });
    await deskFor(mariadbStore({ pool: looking }), 5000).hold(holdOf("one more"));
    expect(plans.length).toBeGreaterThan(0);
    const full = plans.flatMap((plan) => JSON.parse(plan) as { type?: string; rows?: string | number }[]);
    expect(full.filter(({ type, rows }) => type === "ALL" && Number(rows) > 50)).toEqual([]);
  });
});

describe.skipIf(mariadbMissing)("connections to MariaDB that are killed", () => {
  it.each(mariadbDrivers)("end no process, idle or in use: $name", async (driver) => {
    const database = await freshDatabase();
    const pool = driver.connect({ database, port: mariadbPort() });
    onTestFinished(() => pool.end());
    const desk = deskFor(mariadbStore({ pool }), 1000);
    let held = 0;
    const caller = async (name: string) => {
      for (let next = 0; next < 15; ) {
        const outcome = await desk.hold(holdOf(`${name} ${next}`)).catch((error: unknown) => error);
        if ((outcome as { kind?: string }).kind === "held") {
          held++;
          next++;
        } else expect(outcome).toMatchObject({ name: "StoreError", retryable: true });
      }
    };
    const callers = Promise.all(["a", "b", "c", "d"].map(caller));
    for (let kill = 0; kill < 10; kill++) {
      const found = (await administrate(
        `SELECT id FROM information_schema.processlist WHERE db = '${database}' ORDER BY RAND() LIMIT 1`,
      )) as { id: number }[];
      for (const { id } of found) await failureOf(administrate(`KILL ${id}`));
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
    await callers;
    expect(held).toBe(60);
    expect(await desk.find(day)).toHaveLength(60);
  });
});
