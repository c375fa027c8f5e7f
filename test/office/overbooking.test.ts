import fc from "fast-check";
import { createDesk, defineOffice, memoryStore } from "giliran";
import { describe, expect, it } from "vitest";
import { bookablePlaces } from "../../src/office/overbooking.js";

/** P(Bin(bookings, comes) > places), person by person. */
function chanceOfMore(places: number, bookings: number, comes: number): number {
  let chances = [1];
  for (let person = 0; person < bookings; person++)
    chances = Array.from(
      { length: chances.length + 1 },
      (_, coming) => (chances[coming] ?? 0) * (1 - comes) + (chances[coming - 1] ?? 0) * comes,
    );
  return chances.slice(places + 1).reduce((sum, chance) => sum + chance, 0);
}

describe("overbooking", () => {
  it.each([
    [150, 0.2, 177],
    [250, 0.2, 299],
    [150, 0.05, 154],
    [250, 0.05, 257],
    [240, 0.2, 286],
    [20, 0.2, 22],
    [1, 0.2, 1],
    [150, 0, 150],
  ])(
    "of %i places with a no-show rate of %f, at a risk of 0.05, gives %i",
    (places, noShowRate, bookable) => {
      expect(bookablePlaces(places, { noShowRate, risk: 0.05 })).toBe(bookable);
      expect(chanceOfMore(places, bookable, 1 - noShowRate)).toBeLessThanOrEqual(0.05);
      expect(chanceOfMore(places, bookable + 1, 1 - noShowRate)).toBeGreaterThan(0.05);
    },
  );

  it("gives the largest number within the accepted risk", () => {
    const property = fc.property(
      fc.integer({ min: 1, max: 60 }),
      fc.double({ min: 0, max: 0.9, noNaN: true }),
      fc.double({ min: 0.001, max: 0.49, noNaN: true }),
      (places, noShowRate, risk) => {
        const bookable = bookablePlaces(places, { noShowRate, risk });
        const comes = 1 - noShowRate;
        expect(chanceOfMore(places, bookable, comes)).toBeLessThanOrEqual(risk + 1e-9);
        expect(chanceOfMore(places, bookable + 1, comes)).toBeGreaterThan(risk - 1e-9);
      },
    );
    fc.assert(property, { numRuns: 100 });
  });

  it("is shown by availability, and given by the desk to the last place", async () => {
    const office = defineOffice({
      id: "office",
      name: "Office",
      timeZone: "Asia/Jakarta",
      hours: { mon: ["08:00-09:00"] },
      slotMinutes: 60,
      capacity: { general: 20, priority: 4 },
      overbooking: { noShowRate: 0.2, risk: 0.05 },
      rules: { opensDaysBefore: 0 },
    });
    const desk = createDesk({
      offices: [office],
      store: memoryStore(),
      now: () => Date.parse("2017-08-07T06:00+07:00"),
    });
    const shown = () => desk.availability({ officeId: "office", from: "2017-08-07", days: 1 });
    expect(await shown()).toMatchObject([
      {
        slots: [
          {
            capacity: { general: 20, priority: 4 },
            bookable: { general: 22, priority: 4 },
            placesLeft: { general: 22, priority: 4 },
          },
        ],
      },
    ]);
    const names = Array.from({ length: 23 }, (_, index) => `${index}`);
    const outcomes = await Promise.all(
      names.map((name) =>
        desk.hold({
          requestId: name,
          sender: name,
          officeId: "office",
          date: "2017-08-07",
          people: [{ key: name, details: {} }],
        }),
      ),
    );
    expect(outcomes.filter(({ kind }) => kind === "held")).toHaveLength(22);
    expect(outcomes.at(-1)?.kind).toBe("pool-full");
    expect(await shown()).toMatchObject([{ slots: [{ placesLeft: { general: 0, priority: 4 } }] }]);
  });
});
