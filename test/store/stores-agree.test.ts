import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { noLimits, smallOffices } from "../../src/testing/offices.js";
import type { OpenStore } from "../../src/testing/open-store.js";
import { deskOf, play } from "../../src/testing/play.js";
import { burst, codeMove, holdMove, minute, type Step, script, stepOf } from "../../src/testing/script.js";
import { snapshot } from "../../src/testing/snapshot.js";
import { createWorldOn, dates } from "../../src/testing/world.js";
import { openMemory, openSqlite } from "../rules/stores.js";

// One desk and one office: their order is the order of the calls, on every store.
const hold = holdMove({
  desks: 1,
  offices: 1,
  people: 6,
  senders: 3,
  places: 2,
  remarks: 2,
  pools: ["general", "priority"],
});
const steps = script(stepOf(burst(fc.oneof(hold, codeMove())), [11 * minute + 1, 70 * minute]));

async function playOn(open: OpenStore, steps: readonly Step[]) {
  const offices = smallOffices({ general: 2, priority: 1 }, { bookingsPerPerson: 9, holdMinutes: 20 });
  const world = await createWorldOn(open)({ offices, desks: 1 });
  const turns = await play(world, steps);
  const bookings = await snapshot(world);
  await world.close();
  return { turns, bookings };
}

describe("memory and SQLite", () => {
  it("answer the same script alike and keep the same bookings", async () => {
    const property = fc.asyncProperty(steps, async (given) => {
      expect(await playOn(openSqlite, given)).toEqual(await playOn(openMemory, given));
    });
    await fc.assert(property, { numRuns: 25 });
  });

  it("give every text, number and name back as it came", async () => {
    const text = fc
      .string({ unit: "binary", maxLength: 12 })
      .filter((some) => !/[\0\p{Surrogate}]/u.test(some));
    const details = fc.dictionary(
      text,
      fc.oneof(text, fc.double({ noNaN: true, noDefaultInfinity: true }), fc.boolean()),
      {
        noNullPrototype: true,
      },
    );
    const worlds = await Promise.all(
      [openMemory, openSqlite].map((open) =>
        createWorldOn(open)({ offices: smallOffices(1000, noLimits), desks: 1 }),
      ),
    );
    let number = 0;
    const property = fc.asyncProperty(details, text, async (given, word) => {
      number++;
      for (const world of worlds) {
        const desk = deskOf(world, 0);
        const person = { key: `key ${number} ${word}`, details: given };
        const asked = { requestId: `${number}`, officeId: "north", date: dates[0] ?? "", people: [person] };
        await desk.hold({ ...asked, sender: `sender ${number} ${word}` });
        const [booking] = await desk.find({ sender: `sender ${number} ${word}` });
        expect(JSON.stringify(booking?.people[0]?.details)).toBe(JSON.stringify(given));
      }
    });
    await fc.assert(property, { numRuns: 200 });
    for (const world of worlds) await world.close();
  });
});
