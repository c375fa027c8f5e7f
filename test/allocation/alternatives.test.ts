import fc from "fast-check";
import { defineOffice, earliestFirst } from "giliran";
import { describe, expect, it } from "vitest";
import { type Alternative, listAlternatives } from "../../src/allocation/alternatives.js";
import { bookingWindow } from "../../src/allocation/free-slots.js";
import { createCalendar } from "../../src/office/calendar.js";

const calendar = createCalendar(
  defineOffice({
    id: "north",
    name: "North",
    timeZone: "Asia/Jakarta",
    hours: { mon: ["08:00-10:00"], tue: ["08:00-10:00"], wed: ["08:00-10:00"], fri: ["08:00-09:00"] },
    slotMinutes: 60,
    capacity: 3,
    closures: { "2017-08-17": "Hari Kemerdekaan", "2017-08-21": "closed" },
    rules: { opensDaysBefore: 120 },
  }),
);
const monday = Date.parse("2017-08-07T08:30+07:00");
const day = 86_400_000;

function dateAfter(days: number): string {
  return new Date(Date.parse("2017-08-07T00:00Z") + days * day).toISOString().slice(0, 10);
}

/** What is taken of each date, by its first and its second window; every other date is full. */
const given = fc.record({
  asked: fc.integer({ min: -3, max: 125 }),
  places: fc.integer({ min: 1, max: 3 }),
  taken: fc.dictionary(fc.oneof(fc.nat(125), fc.nat(20)).map(dateAfter), fc.tuple(fc.nat(3), fc.nat(3)), {
    maxKeys: 30,
    noNullPrototype: true,
  }),
});

describe("the alternatives of a refusal", () => {
  it("are the three nearest dates with room, and fewer only where there are no more", () => {
    const property = fc.property(given, ({ asked, places, taken }) => {
      const takenAt = (date: string, window: string) => taken[date]?.[window === "08:00" ? 0 : 1] ?? 3;
      const named = listAlternatives(calendar, earliestFirst, bookingWindow(calendar, monday), {
        date: dateAfter(asked),
        pool: "general",
        places,
        now: monday,
        taken: (date, { window }) => takenAt(date, window),
      });

      const possible = Array.from({ length: 121 }, (_, days) => days)
        .filter((days) => days !== asked)
        .sort((a, b) => Math.abs(a - asked) - Math.abs(b - asked) || b - a)
        .map(dateAfter)
        .flatMap((date) => firstWindowWithRoom(date, (window) => 3 - takenAt(date, window) >= places));
      expect(named).toEqual(possible.slice(0, 3));
    });
    fc.assert(property, { numRuns: 500 });
  });
});

function firstWindowWithRoom(date: string, hasRoom: (window: string) => boolean): readonly Alternative[] {
  const open = calendar.day(date);
  const slots = open.kind === "open" ? open.slots.filter(({ start }) => start > monday) : [];
  const slot = slots.find(({ window }) => hasRoom(window));
  return slot ? [{ officeId: "north", date, window: slot.window, until: slot.until }] : [];
}
