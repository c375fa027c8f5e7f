import fc from "fast-check";
import { defineOffice, type OfficeConfig } from "giliran";
import { afterEach, describe, expect, it } from "vitest";
import { type Calendar, createCalendar, type Slot } from "../../src/office/calendar.js";
import { type DatedOffice, datedOffice } from "../../src/testing/arbitraries/dated-office.js";
import { type ZonedDay, zonedDay } from "../../src/testing/arbitraries/zoned-day.js";
import { localClock } from "./local-clock.js";

const minute = 60_000;
const weekdays = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"];

function calendarOf(timeZone: string, spans: readonly string[], slotMinutes: number): Calendar {
  const hours = Object.fromEntries(weekdays.map((day) => [day, spans]));
  return createCalendar(
    defineOffice({ id: "office", name: "Office", timeZone, hours, slotMinutes, capacity: 1 }),
  );
}

function slotsOf(
  timeZone: string,
  date: string,
  spans: readonly string[],
  slotMinutes: number,
): readonly Slot[] {
  const day = calendarOf(timeZone, spans, slotMinutes).day(date);
  return day.kind === "open" ? day.slots : [];
}

/** What the config says of the date: its opening hours, and how long a window is. */
function openingOn({ config, date }: DatedOffice): { spans: readonly string[]; minutes: number } {
  const special = config.days?.[date];
  const weekday = weekdays[(new Date(`${date}T00:00Z`).getUTCDay() + 6) % 7];
  const usual = Object.entries(config.hours).find(([name]) => name === weekday)?.[1] ?? [];
  const spans = Object.hasOwn(config.closures ?? {}, date) ? [] : (special?.hours ?? usual);
  return { spans, minutes: special?.slotMinutes ?? config.slotMinutes };
}

function slotsOn({ config, date }: DatedOffice): readonly Slot[] {
  const day = createCalendar(defineOffice(config)).day(date);
  return day.kind === "open" ? day.slots : [];
}

/** Every minute that might be of the date, with what the clock on the wall shows. */
function minutesAround({ timeZone, date }: ZonedDay): readonly { instant: number; shown: string }[] {
  const show = localClock(timeZone);
  const from = Date.parse(`${date}T00:00Z`) - 16 * 60 * minute;
  return Array.from({ length: 56 * 60 }, (_, index) => from + index * minute).map((instant) => ({
    instant,
    shown: show(instant),
  }));
}

function firstMinute(minutes: readonly { instant: number; shown: string }[], wanted: string): number {
  return minutes.find(({ shown }) => shown >= wanted)?.instant ?? NaN;
}

function dayAfter(date: string): string {
  return new Date(Date.parse(`${date}T00:00Z`) + 1440 * minute).toISOString().slice(0, 10);
}

describe("an office's day", () => {
  it("has windows one after the other from the minute the clock shows the opening to that of the closing", () => {
    const property = fc.property(datedOffice, (given) => {
      const { date } = given;
      const { spans, minutes: length } = openingOn(given);
      const minutes = minutesAround({ timeZone: given.config.timeZone, date });
      const at = (time: string, day = date) =>
        firstMinute(minutes, time === "24:00" ? `${dayAfter(day)} 00:00` : `${day} ${time}`);
      const expected = spans.flatMap((span) => {
        const [from, to] = [span.slice(0, 5), span.slice(6)];
        const [opening, closing] = [at(from), at(to, to < from ? dayAfter(date) : date)];
        const count = Math.floor((closing - opening) / (length * minute));
        return Array.from({ length: count }, (_, index) => opening + index * length * minute);
      });
      const slots = slotsOn(given);
      expect(slots.map(({ start }) => start)).toEqual(expected);
      expect(slots.map(({ end }) => end)).toEqual(expected.map((start) => start + length * minute));
    });
    fc.assert(property, { numRuns: 100 });
  });

  it("has windows that never overlap and never share a name", () => {
    const property = fc.property(datedOffice, (given) => {
      const slots = slotsOn(given);
      for (const [index, slot] of slots.entries())
        expect(slot.start).toBeGreaterThanOrEqual(slots[index - 1]?.end ?? 0);
      expect(new Set(slots.map(({ window }) => window)).size).toBe(slots.length);
    });
    fc.assert(property, { numRuns: 150 });
  });

  it("names a window after the clock on the wall, and the second pass of a repeated hour apart", () => {
    const property = fc.property(datedOffice, (given) => {
      const { timeZone } = given.config;
      const minutes = minutesAround({ timeZone, date: given.date });
      const show = localClock(timeZone);
      for (const { window, start } of slotsOn(given)) {
        const isAfterMidnight = show(start).slice(0, 10) > given.date;
        const hours = Number(show(start).slice(11, 13)) + (isAfterMidnight ? 24 : 0);
        const time = `${String(hours).padStart(2, "0")}${show(start).slice(13)}`;
        const isSecondPass = firstMinute(minutes, show(start)) < start;
        expect(window).toBe(isSecondPass ? `${time}+1` : time);
      }
    });
    fc.assert(property, { numRuns: 100 });
  });

  it("has the places of the date or of the office in each window, and books no fewer", () => {
    const property = fc.property(datedOffice, (given) => {
      const capacity = given.config.days?.[given.date]?.capacity ?? given.config.capacity;
      const pools = Object.entries(typeof capacity === "number" ? { general: capacity } : capacity).map(
        ([name, pool]) => [name, typeof pool === "number" ? pool : pool.places],
      );
      for (const slot of slotsOn(given)) {
        expect([...slot.pools].map(([name, { capacity }]) => [name, capacity])).toEqual(pools);
        for (const { bookable, capacity: places } of slot.pools.values())
          if (given.config.overbooking === undefined) expect(bookable).toBe(places);
          else expect(bookable).toBeGreaterThanOrEqual(places);
      }
    });
    fc.assert(property, { numRuns: 150 });
  });

  it("leaves an hour out that the clocks jump over", () => {
    const slots = slotsOf("Europe/Berlin", "2024-03-31", ["01:00-04:00"], 60);
    expect(slots.map(({ window }) => window)).toEqual(["01:00", "03:00"]);
  });

  it("has an hour twice that the clocks repeat", () => {
    const slots = slotsOf("Europe/Berlin", "2024-10-27", ["01:00-04:00"], 60);
    expect(slots.map(({ window, until }) => [window, until])).toEqual([
      ["01:00", "02:00"],
      ["02:00", "02:00+1"],
      ["02:00+1", "03:00"],
      ["03:00", "04:00"],
    ]);
  });

  it("tells the passes of a repeated hour apart though a pause lies between them", () => {
    const slots = slotsOf("Europe/Berlin", "2024-10-27", ["02:00-02:30", "02:30-03:00"], 30);
    expect(slots.map(({ window }) => window)).toEqual(["02:00", "02:30", "02:00+1", "02:30+1"]);
  });

  it("is computed once and kept", () => {
    const { day } = calendarOf("Asia/Jakarta", ["08:00-12:00"], 60);
    expect(day("2017-08-10")).toBe(day("2017-08-10"));
    expect(day("2017-08-10")).not.toBe(day("2017-08-11"));
  });

  it("ends a window in the instant in which the next one begins", () => {
    const [first, second] = slotsOf("Asia/Jakarta", "2017-08-10", ["08:00-12:00"], 60);
    expect(first).toMatchObject({ window: "08:00", until: "09:00", end: second?.start });
  });

  it("goes on over midnight, with the windows of one date", () => {
    const slots = slotsOf("Asia/Jakarta", "2017-08-10", ["22:30-02:00"], 60);
    expect(slots.map(({ window, until }) => [window, until])).toEqual([
      ["22:30", "23:30"],
      ["23:30", "24:30"],
      ["24:30", "25:30"],
    ]);
    expect(slots.at(-1)?.start).toBe(Date.parse("2017-08-11T00:30+07:00"));
  });

  it("goes on over midnight where the clocks are changed", () => {
    const windows = (date: string) =>
      slotsOf("Europe/Berlin", date, ["23:00-04:00"], 60).map(({ window }) => window);
    expect(windows("2024-03-30")).toEqual(["23:00", "24:00", "25:00", "27:00"]);
    expect(windows("2024-10-26")).toEqual(["23:00", "24:00", "25:00", "26:00", "26:00+1", "27:00"]);
  });

  it("has a night as its first date for as long as it lasts", () => {
    const { firstDate } = calendarOf("Asia/Jakarta", ["22:00-02:00"], 60);
    const at = (time: string) => firstDate(Date.parse(`2017-08-11T${time}+07:00`));
    expect(["00:30", "01:59", "02:00", "23:30"].map(at)).toEqual([
      "2017-08-10",
      "2017-08-10",
      "2017-08-11",
      "2017-08-11",
    ]);
  });

  it("ends at 24:00", () => {
    const slots = slotsOf("Asia/Jakarta", "2024-10-27", ["23:00-24:00"], 30);
    expect(slots.map(({ until }) => until)).toEqual(["23:30", "24:00"]);
  });

  it("is closed on a date that a zone skipped", () => {
    expect(calendarOf("Pacific/Apia", ["08:00-12:00"], 60).day("2011-12-30")).toEqual({ kind: "closed" });
  });

  it("is closed with the reason that the config gives", () => {
    const office = defineOffice({
      id: "office",
      name: "Office",
      timeZone: "Asia/Jakarta",
      hours: { thu: ["08:00-12:00"] },
      slotMinutes: 60,
      capacity: 1,
      closures: { "2017-08-17": "Hari Kemerdekaan" },
    });
    const { day } = createCalendar(office);
    expect(day("2017-08-17")).toEqual({ kind: "closed", reason: "Hari Kemerdekaan" });
    expect(day("2017-08-18")).toEqual({ kind: "closed" });
  });
});

describe("an exceptional day", () => {
  const config: OfficeConfig = {
    id: "office",
    name: "Office",
    timeZone: "Asia/Jakarta",
    hours: { thu: ["08:00-10:00"] },
    slotMinutes: 60,
    capacity: { general: 4, priority: 1 },
    windowCapacity: { "08:00": 6, "09:30": 7 },
    days: {
      "2017-08-17": { hours: ["08:00-11:00"], slotMinutes: 90, reason: "Flag ceremony" },
      "2017-08-24": { hours: ["09:30-11:30"], capacity: 2 },
    },
  };
  const { day, largest } = createCalendar(defineOffice(config));
  const bookable = (date: string) => {
    const open = day(date);
    if (open.kind === "closed") return open;
    return open.slots.map(({ window, pools }) => [
      window,
      Object.fromEntries([...pools].map(([name, pool]) => [name, pool.bookable])),
    ]);
  };

  it("has its own hours, windows and capacity, and others have those of their weekday", () => {
    expect(bookable("2017-08-10")).toEqual([
      ["08:00", { general: 6 }],
      ["09:00", { general: 4, priority: 1 }],
    ]);
    expect(bookable("2017-08-17")).toEqual([
      ["08:00", { general: 6 }],
      ["09:30", { general: 7 }],
    ]);
    expect(bookable("2017-08-24")).toEqual([
      ["09:30", { general: 2 }],
      ["10:30", { general: 2 }],
    ]);
  });

  it("gives its reason", () => {
    expect(day("2017-08-17")).toMatchObject({ kind: "open", reason: "Flag ceremony" });
    expect(day("2017-08-24")).not.toHaveProperty("reason");
  });

  it("tells the largest party of the date and of the office", () => {
    expect(day("2017-08-24")).toMatchObject({ largest: new Map([["general", 2]]) });
    expect(largest).toEqual(
      new Map([
        ["general", 7],
        ["priority", 1],
      ]),
    );
  });
});

describe("the date at an instant", () => {
  it("is that of the clock on the wall, whatever was asked before", () => {
    const order = fc.constantFrom(1, -1);
    const property = fc.property(zonedDay, order, ({ timeZone, date }, direction) => {
      const { dateAt } = calendarOf(timeZone, ["08:00-12:00"], 60);
      const show = localClock(timeZone);
      for (let halfHours = -60; halfHours <= 108; halfHours++) {
        const instant = Date.parse(`${date}T12:00Z`) + direction * halfHours * 30 * minute;
        expect(dateAt(instant)).toBe(show(instant).slice(0, 10));
      }
    });
    fc.assert(property, { numRuns: 200 });
  });
});

describe("the zone of the machine", () => {
  const { TZ } = process.env;
  afterEach(() => {
    if (TZ === undefined) delete process.env.TZ;
    else process.env.TZ = TZ;
  });

  it("changes no window", () => {
    const zones = ["UTC", "Asia/Jakarta", "America/New_York", "Pacific/Apia"];
    const property = fc.property(datedOffice, (given) => {
      const seen = zones.map((zone) => {
        process.env.TZ = zone;
        return { offset: new Date("2024-10-27T12:00Z").getTimezoneOffset(), slots: slotsOn(given) };
      });
      expect(new Set(seen.map(({ offset }) => offset)).size).toBe(4);
      for (const { slots } of seen) expect(slots).toEqual(seen[0]?.slots);
    });
    fc.assert(property, { numRuns: 50 });
  });
});
