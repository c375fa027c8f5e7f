import { createDesk, defineOffice, memoryStore, type Store } from "giliran";
import { mariadbStore } from "giliran/mariadb";
import { postgresStore } from "giliran/postgres";
import { redisStore } from "giliran/redis";
import { afterEach, describe, expect, it, vi } from "vitest";
import { smallOffices } from "../../../src/testing/offices.js";
import { openSqlite } from "../../rules/stores.js";
import { mariadbMissing, openMariadb } from "./open-mariadb.js";
import { freshSchema, openPool, postgresMissing } from "./open-postgres.js";
import { freshPrefix, openIoRedis, redisMissing } from "./open-redis.js";

const minute = 60_000;
const day = 1440 * minute;
const year = 365 * day;
const rules = { opensDaysBefore: 2, holdReminderMinutes: 10 };
const [office] = smallOffices(4, rules).map(defineOffice);
const secret = "the secret of these tests";
const machine = Date.now.bind(Date);

/** The date at the office two days from now. */
const date = new Date(machine() + 2 * day + 7 * 60 * minute).toISOString().slice(0, 10);

const servers: readonly [name: string, missing: string | undefined, open: () => Store | Promise<Store>][] = [
  ["PostgreSQL", postgresMissing, () => postgresStore({ pool: openPool(), schema: freshSchema() })],
  ["MariaDB", mariadbMissing, async () => mariadbStore({ pool: await openMariadb() })],
  ["Redis", redisMissing, () => redisStore({ client: openIoRedis(), prefix: freshPrefix() })],
];

function desksOn(store: Store) {
  const offices = office === undefined ? [] : [office];
  const desk = createDesk({ offices, store, secret });
  const hold = (name: string) =>
    desk.hold({
      requestId: `hold ${name}`,
      sender: `sender ${name}`,
      officeId: "north",
      date,
      people: [{ key: name, details: {} }],
    });
  return { desk, hold };
}

afterEach(() => {
  vi.restoreAllMocks();
});

for (const [name, missing, open] of servers)
  describe.skipIf(missing)(`a desk on ${name} without a clock of its own`, () => {
    it.each([5 * minute, year, -day])(
      "decides by the server's, on a machine that is %i ms ahead",
      async (ms) => {
        // Before the desk is made: who remembers the machine's clock must be caught.
        vi.spyOn(Date, "now").mockImplementation(() => machine() + ms);
        const { desk, hold } = desksOn(await open());
        const held = await hold("a");
        if (held.kind !== "held") throw new Error(`Expected a hold, found ${held.kind}.`);
        const { code, sender = "", history, expiresAt } = held.booking;
        expect(Math.abs((history[0]?.at ?? 0) - machine())).toBeLessThan(minute);
        expect(Math.abs(expiresAt - 30 * minute - machine())).toBeLessThan(minute);
        expect(await desk.availability({ officeId: "north", from: date, days: 1 })).toMatchObject([
          { kind: "open", slots: [{ placesLeft: { general: 3 } }, {}] },
        ]);
        await desk.sweep();
        expect(await desk.dueNotices()).toEqual([]);
        expect(await desk.find({ code })).toMatchObject([{ state: "held" }]);
        expect(await desk.find({ officeId: "north", date })).toMatchObject([{ state: "held" }]);
        expect(await desk.find({ sender, only: "live" })).toHaveLength(1);
        expect((await desk.confirm({ requestId: "confirm", sender, code })).kind).toBe("confirmed");
      },
    );

    it("goes by a clock that it is given, however wrong", async () => {
      const offices = office === undefined ? [] : [office];
      const desk = createDesk({ offices, store: await open(), secret, now: () => machine() + year });
      const from = new Date(machine() + year + 2 * day).toISOString().slice(0, 10);
      expect(await desk.availability({ officeId: "north", from, days: 1 })).toMatchObject([{ kind: "open" }]);
    });
  });

describe("a desk on a store without a server", () => {
  it.each([
    ["memory", async () => memoryStore()],
    ["SQLite", async () => (await openSqlite()).connect()],
  ] as const)("goes by the machine's clock: %s", async (_, connect) => {
    vi.spyOn(Date, "now").mockImplementation(() => machine() + year);
    const { desk } = desksOn(await connect());
    expect(await desk.availability({ officeId: "north", from: date, days: 1 })).toMatchObject([
      { kind: "outside-booking-window" },
    ]);
  });
});
