import fc from "fast-check";
import { createDesk, defineOffice, memoryStore, type Records } from "giliran";
import { describe, expect, it } from "vitest";
import { holdOf, monday, smallDesk, smallOffice } from "./small-desk.js";

const office = defineOffice(smallOffice("north", { capacity: 1000, rules: { opensDaysBefore: 59 } }));

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
        const records = await inner.read(scope);
        seen.push(records);
        return records;
      },
    },
  });
  const dates = ["2017-08-07", "2017-08-08", "2017-08-09"];
  for (const [index, name] of Array.from({ length: bookings }, (_, number) => `${number}`).entries())
    await desk.hold({ ...holdOf(name), date: dates[index % 3] ?? "" });
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
      expect(seen[0]?.bookings).toEqual([]);
      expect(seen[0]?.days.flatMap(({ counts }) => counts).length).toBeLessThanOrEqual(3);
    },
  );

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
            places: { general: 3, priority: 1 },
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
    const given = fc.record({
      minutes: fc.integer({ min: 0, max: 3 * 1440 }),
      opensDaysBefore: fc.integer({ min: 0, max: 3 }),
      noticeMinutes: fc.constantFrom(0, 30, 90, 1440, 2000),
      releaseTime: fc.constantFrom("00:00", "07:45", "14:00"),
    });
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
