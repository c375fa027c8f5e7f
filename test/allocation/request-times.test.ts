import fc from "fast-check";
import { createDesk, type Desk, defineOffice, memoryStore, type OfficeRules } from "giliran";
import { describe, expect, it } from "vitest";
import { bookingWindow } from "../../src/allocation/free-slots.js";
import { createCalendar } from "../../src/office/calendar.js";
import { localClock } from "../office/local-clock.js";

const weekday = ["08:00-10:00"];
const office = (rules: Partial<OfficeRules>, timeZone = "Asia/Jakarta") =>
  defineOffice({
    id: "north",
    name: "North",
    timeZone,
    hours: { mon: weekday, tue: weekday, wed: weekday, thu: weekday, fri: weekday },
    slotMinutes: 60,
    capacity: 5,
    rules: { opensDaysBefore: 2, ...rules },
  });
const at = (time: string) => Date.parse(`${time}+07:00`);

function deskAt(time: string, rules: Partial<OfficeRules>): Desk {
  return createDesk({ offices: [office(rules)], store: memoryStore(), now: () => at(time) });
}

function holdOn(time: string, date: string, rules: Partial<OfficeRules>) {
  const people = [{ key: "a", details: {} }];
  return deskAt(time, rules).hold({ requestId: "1", sender: "a", officeId: "north", date, people });
}

describe("an office that wants notice", () => {
  const rules = { noticeMinutes: 90 };

  it("gives a window until then and later ones after", async () => {
    const held = (window: string) => ({ kind: "held", booking: { window } });
    expect(await holdOn("2017-08-07T06:29:59.999", "2017-08-07", rules)).toMatchObject(held("08:00"));
    expect(await holdOn("2017-08-07T06:30", "2017-08-07", rules)).toMatchObject(held("09:00"));
  });

  it("says that it is too late, not that the day is over", async () => {
    const refused = (reason: string) => ({ kind: "outside-booking-window", reason });
    expect(await holdOn("2017-08-07T07:30", "2017-08-07", rules)).toMatchObject(refused("too-late"));
    expect(await holdOn("2017-08-07T09:00", "2017-08-07", rules)).toMatchObject(refused("day-is-over"));
    expect(await holdOn("2017-08-07T06:00", "2017-08-07", { noticeMinutes: 1440 })).toMatchObject({
      ...refused("too-late"),
      from: "2017-08-08",
    });
  });
});

describe("an office that releases its newest date at a fixed time", () => {
  const rules = { releaseTime: "14:00" };

  it("gives the date from that millisecond on, and says before when that is", async () => {
    expect(await holdOn("2017-08-07T13:59:59.999", "2017-08-09", rules)).toMatchObject({
      kind: "outside-booking-window",
      reason: "too-far-ahead",
      until: "2017-08-08",
      opensAt: at("2017-08-07T14:00"),
      alternatives: [{ date: "2017-08-08" }],
    });
    expect(await holdOn("2017-08-07T14:00", "2017-08-09", rules)).toMatchObject({ kind: "held" });
  });

  it("has dates open by what the clock on the wall shows, in every zone", () => {
    const zone = fc.constantFrom(...Intl.supportedValuesOf("timeZone"));
    const halfHours = fc.integer({ min: 0, max: 2 * 24 * 3650 });
    const property = fc.property(zone, halfHours, (timeZone, count) => {
      const now = Date.parse("2016-01-01T00:00Z") + count * 1_800_000;
      const [today = "", time = ""] = localClock(timeZone)(now).split(" ");
      const { until } = bookingWindow(createCalendar(office(rules, timeZone)), now);
      const days = time >= "14:00" ? 2 : 1;
      expect(Date.parse(until) - Date.parse(today)).toBe(days * 86_400_000);
    });
    fc.assert(property, { numRuns: 150 });
  });
});

describe("an office that takes requests at certain hours", () => {
  const rules = { intakeHours: ["07:30-10:00", "13:00-14:00"] };

  it.each([
    ["2017-08-07T07:29:59.999", "2017-08-07T07:30"],
    ["2017-08-07T10:00", "2017-08-07T13:00"],
    ["2017-08-07T14:00", "2017-08-08T07:30"],
  ])("refuses at %s and says that it opens at %s", async (time, opensAt) => {
    expect(await holdOn(time, "2017-08-08", rules)).toEqual({
      kind: "outside-intake-hours",
      opensAt: at(opensAt),
      officeId: "north",
      date: "2017-08-08",
      alternatives: [],
    });
  });

  it.each(["07:30", "09:59:59.999", "13:00"])("takes them at %s", async (time) => {
    expect(await holdOn(`2017-08-07T${time}`, "2017-08-08", rules)).toMatchObject({ kind: "held" });
  });
});

describe("a party", () => {
  const people = Array.from({ length: 4 }, (_, index) => ({ key: `person ${index}`, details: {} }));
  const ask = { requestId: "1", sender: "a", officeId: "north", date: "2017-08-07", people };

  it("is refused where the office takes no parties of that size, whatever room there is", async () => {
    expect(await deskAt("2017-08-07T06:00", { largestParty: 3 }).hold(ask)).toMatchObject({
      kind: "party-too-large",
      places: 4,
      largest: 3,
    });
    expect(await deskAt("2017-08-07T06:00", { largestParty: 4 }).hold(ask)).toMatchObject({ kind: "held" });
  });

  it("of nobody is no request", async () => {
    expect(await deskAt("2017-08-07T06:00", {}).hold({ ...ask, people: [] })).toEqual({
      kind: "malformed",
      field: "people",
      expected: "1 to 100 people",
    });
  });
});
