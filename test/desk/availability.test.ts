import fc from "fast-check";
import {
  type Booking,
  type BookingStore,
  createDesk,
  type Desk,
  defineOffice,
  memoryStore,
  type Records,
} from "giliran";
import { type SqliteDatabase, sqliteStore } from "giliran/sqlite";
import { describe, expect, it } from "vitest";
import { bookingKind, dayKind } from "../../src/booking/kinds.js";
import { recordsOf, saved, savedOf } from "../../src/store/scope.js";
import { openDatabase } from "../store/open-database.js";
import { holdOf, monday, smallDesk, smallOffice } from "./small-desk.js";

const office = defineOffice(smallOffice("north", { capacity: 1000, rules: { opensDaysBefore: 59 } }));

const dates = ["2017-08-07", "2017-08-08", "2017-08-09"];

async function holdMany(desk: Desk, bookings: number): Promise<void> {
  for (let index = 0; index < bookings; index++)
    await desk.hold({ ...holdOf(`${index}`), date: dates[index % 3] ?? "" });
}

/** What a store gave to one question for 60 days after so many bookings. */
async function readFor60Days(bookings: number) {
  const inner = memoryStore();
  const seen: Records[] = [];
  const desk = createDesk({
    offices: [office],
    now: () => monday,
    store: {
      ...inner,
      async read(scope) {
        const loaded = await inner.read(scope);
        seen.push(loaded.records);
        return loaded;
      },
    },
  });
  await holdMany(desk, bookings);
  const days = await desk.availability({ officeId: "north", from: "2017-08-07", days: 60 });
  return { seen, days };
}

describe("availability", () => {
  it.each([0, 30, 600])(
    "of 60 days is one read that loads no booking, after %i bookings",
    async (bookings) => {
      const { seen, days } = await readFor60Days(bookings);
      expect(days).toHaveLength(60);
      expect(days[0]).toMatchObject({ slots: [{ placesLeft: { general: 1000 - bookings / 3 } }] });
      expect(seen).toHaveLength(1);
      const records = seen[0] ?? {};
      expect(recordsOf(records, bookingKind)).toEqual([]);
      expect(recordsOf(records, dayKind).flatMap(({ counts }) => counts).length).toBeLessThanOrEqual(3);
    },
  );

  it.each([30, 300])("looks at none of %i bookings in memory", async (bookings) => {
    let looks = 0;
    const counted = (booking: Booking): Booking =>
      new Proxy(booking, {
        get(target, name) {
          looks++;
          return Reflect.get(target, name);
        },
      });
    const inner = memoryStore();
    const store: BookingStore = {
      ...inner,
      transact: (scope, decide) =>
        inner.transact(scope, (records, wide) => {
          const decision = decide(records, wide);
          if ("widen" in decision) return decision;
          const save = decision.save.map((one) =>
            one.kind === bookingKind ? saved(bookingKind, savedOf(decision, bookingKind).map(counted)) : one,
          );
          return { ...decision, save };
        }),
    };
    const desk = createDesk({ offices: [office], now: () => monday, store });
    await holdMany(desk, bookings);
    expect(looks).toBeGreaterThan(bookings);
    looks = 0;
    await desk.availability({ officeId: "north", from: "2017-08-07", days: 60 });
    expect(looks).toBe(0);
  });

  it.each([30, 300])("gets three rows of SQLite after %i bookings, and scans no table", async (bookings) => {
    const database = openDatabase();
    const asked: { sql: string; values: (string | number)[]; rows: number }[] = [];
    const watched: SqliteDatabase = {
      exec: (sql) => database.exec(sql),
      prepare(sql) {
        const statement = database.prepare(sql);
        return {
          run: (...values) => statement.run(...values),
          all(...values) {
            const rows = statement.all(...values);
            asked.push({ sql, values, rows: rows.length });
            return rows;
          },
        };
      },
    };
    const store = sqliteStore({ database: watched });
    const secret = "the secret of this test";
    const desk = createDesk({ offices: [office], now: () => monday, secret, store });
    await holdMany(desk, bookings);
    asked.length = 0;
    await desk.availability({ officeId: "north", from: "2017-08-07", days: 60 });
    expect(asked.map(({ rows }) => rows).filter((rows) => rows > 0)).toEqual([3]);
    const plans = asked.flatMap(({ sql, values }) =>
      (database.prepare(`EXPLAIN QUERY PLAN ${sql}`).all(...values) as { detail: string }[]).map(
        ({ detail }) => detail,
      ),
    );
    // What was asked comes as JSON, a table that is as long as the question.
    const tables = plans.filter((step) => step.startsWith("SCAN") && !/VIRTUAL TABLE|^SCAN key$/.test(step));
    expect(tables).toEqual([]);
  });

  it("shows the windows that may still be asked for, with their places by pool", async () => {
    const offices = [
      defineOffice(
        smallOffice("north", {
          hours: { mon: ["08:00-10:00"] },
          capacity: { general: 3, priority: 1 },
          rules: { noticeMinutes: 60 },
        }),
      ),
    ];
    const { desk, time } = smallDesk({ offices });
    time.now = Date.parse("2017-08-07T07:00+07:00");
    await desk.hold(holdOf("a"));
    expect(await desk.availability({ officeId: "north", from: "2017-08-07", days: 2 })).toEqual([
      {
        kind: "open",
        date: "2017-08-07",
        slots: [
          {
            window: "09:00",
            until: "10:00",
            start: Date.parse("2017-08-07T09:00+07:00"),
            end: Date.parse("2017-08-07T10:00+07:00"),
            capacity: { general: 3, priority: 1 },
            bookable: { general: 3, priority: 1 },
            placesLeft: { general: 2, priority: 1 },
          },
        ],
      },
      { kind: "closed", date: "2017-08-08" },
    ]);
  });

  it("is what the desk then does, at every time and under every rule of when", async () => {
    const windows = ["08:00", "09:00", "10:00", "11:00"];
    const times = fc.record({
      minutes: fc.integer({ min: 0, max: 3 * 1440 }),
      opensDaysBefore: fc.integer({ min: 0, max: 3 }),
      noticeMinutes: fc.constantFrom(0, 30, 90, 1439, 1440, 2000),
      releaseTime: fc.constantFrom("00:00", "07:45", "14:00"),
    });
    const given = times.filter((rules) => rules.noticeMinutes < (rules.opensDaysBefore + 1) * 1440);
    const property = fc.asyncProperty(given, async ({ minutes, ...rules }) => {
      const open = defineOffice(
        smallOffice("north", {
          hours: { mon: ["08:00-12:00"], tue: ["08:00-12:00"], wed: ["09:00-12:00"], fri: ["08:00-11:00"] },
          closures: { "2017-08-09": "Inventory" },
          days: { "2017-08-10": { hours: ["10:00-12:00"], capacity: 5 } },
          rules: { ...rules, bookingsPerPerson: 1000 },
        }),
      );
      const { desk, time } = smallDesk({ offices: [open] });
      time.now += minutes * 60_000;
      for (const day of await desk.availability({ officeId: "north", from: "2017-08-06", days: 9 })) {
        const shown = day.kind === "open" ? day.slots.map(({ window }) => window) : [];
        for (const window of windows) {
          const name = `${day.date} ${window}`;
          const { kind } = await desk.hold({ ...holdOf(name), date: day.date, window });
          expect(kind === "held", name).toBe(shown.includes(window));
        }
      }
    });
    await fc.assert(property, { numRuns: 60 });
  });
});
