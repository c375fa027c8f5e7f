import {
  brokenAllocators,
  type CreateAllocator,
  createWorldOn,
  deskAllocator,
  fairAllocator,
  type OpenStore,
  smallOffices,
  surgeRules,
} from "giliran/testing";
import { describe, expect, it } from "vitest";
import { openMemory, openSqlite } from "../rules/stores.js";

/** One booking a person, and as many as they like of one sender. */
const oneEach = { bookingsPerSender: 1000 };

function onStore(open: OpenStore, offices = smallOffices(3, oneEach)): CreateAllocator {
  return async () => {
    const world = await createWorldOn(open)({ offices, desks: 1 });
    const [desk] = world.desks;
    if (desk === undefined) throw new Error("A world needs a desk.");
    const preference = ["08:00", "09:00"];
    const day = await deskAllocator({ desk, officeId: "north", date: "2017-08-07", preference });
    return { ...day, close: world.close };
  };
}

/** Seven bookings for the five places of a window. */
const overbooked = smallOffices(5, oneEach).map((office) => ({
  ...office,
  overbooking: { noShowRate: 0.3, risk: 0.4 },
}));

const allocators: readonly [name: string, create: CreateAllocator, numRuns: number][] = [
  ["a desk on memory", onStore(openMemory), 30],
  ["a desk on SQLite", onStore(openSqlite), 5],
  ["a desk that overbooks", onStore(openMemory, overbooked), 10],
  ["the fair allocator beside the broken ones", fairAllocator, 30],
];

describe.each(allocators)("%s", (_, create, numRuns) => {
  for (const { title, check } of surgeRules) it(`keeps ${title}`, () => check(create, { numRuns }));
});

describe("a broken allocator", () => {
  for (const { rule, why, create } of brokenAllocators)
    it(`breaks ${rule} and no other rule: ${why}`, async () => {
      const caught: string[] = [];
      for (const { rule: held, check } of surgeRules)
        await check(create, { seed: 2017, numRuns: 40 }).catch(({ cause }) =>
          caught.push(`${held} ${cause.name}`),
        );
      expect(caught).toEqual([`${rule} AssertionError`]);
    });

  it("is there for every rule", () => {
    expect(brokenAllocators.map(({ rule }) => rule)).toEqual(surgeRules.map(({ rule }) => rule));
  });
});
