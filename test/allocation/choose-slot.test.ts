import fc from "fast-check";
import { defineOffice, earliestFirst, type Policy } from "giliran";
import { datedOffice } from "giliran/testing";
import { describe, expect, it } from "vitest";
import { chooseSlot } from "../../src/allocation/free-slots.js";
import { createCalendar } from "../../src/office/calendar.js";

/** The same, but not known for the default. */
const alsoEarliest: Policy = (request, slots) => earliestFirst(request, slots);

describe("the default policy", () => {
  it("gives the slot that it likes best of all with room, though no other is looked at", () => {
    const taken = fc.func(fc.nat(30));
    const property = fc.property(
      datedOffice,
      fc.integer({ min: 1, max: 5 }),
      fc.constantFrom("general", "priority"),
      fc.integer({ min: -720, max: 720 }),
      taken,
      ({ config, date }, places, pool, minutes, takenAt) => {
        const calendar = createCalendar(defineOffice(config));
        const query = { date, pool, places, now: Date.parse(date) + minutes * 60_000, taken: takenAt };
        expect(chooseSlot(calendar, earliestFirst, query)).toEqual(chooseSlot(calendar, alsoEarliest, query));
      },
    );
    fc.assert(property);
  });
});
