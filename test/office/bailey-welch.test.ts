import { baileyWelch, defineOffice } from "giliran";
import { expect, it } from "vitest";
import { createCalendar } from "../../src/office/calendar.js";

const day = { places: 20, first: "08:00", last: "14:30", extra: 8 };

it("baileyWelch moves places from the last window to the first, and the day keeps its number", () => {
  const office = defineOffice({
    id: "office",
    name: "Office",
    timeZone: "Asia/Jakarta",
    hours: { mon: ["08:00-12:00", "13:00-15:00"] },
    slotMinutes: 30,
    capacity: 20,
    windowCapacity: baileyWelch(day),
  });
  const monday = createCalendar(office).day("2017-08-07");
  const places =
    monday.kind === "open" ? monday.slots.map(({ pools }) => pools.get("general")?.bookable ?? 0) : [];
  expect(places).toEqual([28, 20, 20, 20, 20, 20, 20, 20, 20, 20, 20, 12]);
  expect(places.reduce((sum, each) => sum + each)).toBe(12 * 20);
});

it.each([
  ["extra", { extra: 20 }],
  ["extra", { extra: 0 }],
  ["extra", { extra: 1.5 }],
  ["last", { last: "08:00" }],
])("baileyWelch names a wrong %s", (path, changes) => {
  expect(() => baileyWelch({ ...day, ...changes })).toThrow(expect.objectContaining({ path }));
});
