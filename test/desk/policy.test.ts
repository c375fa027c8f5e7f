import { defineOffice, type FreeSlot, memoryStore, type Policy, type PolicyRequest } from "giliran";
import { describe, expect, it } from "vitest";
import { holdOf, smallDesk, smallOffice } from "./small-desk.js";

const offices = [
  defineOffice(
    smallOffice("north", { hours: { mon: ["08:00-11:00"] }, capacity: { general: 2, priority: 1 } }),
  ),
];

describe("a policy of the caller's", () => {
  it("decides which window is given", async () => {
    const latestFirst: Policy = (_, slots) => slots.toSorted((a, b) => b.start - a.start);
    const { desk } = smallDesk({ offices, policy: latestFirst });
    const outcomes = await Promise.all(["a", "b", "c"].map((name) => desk.hold(holdOf(name))));
    expect(outcomes.map((outcome) => outcome.kind === "held" && outcome.booking.window)).toEqual([
      "10:00",
      "10:00",
      "09:00",
    ]);
  });

  it("sees how full the windows are and nothing about who asks", async () => {
    const seen: [PolicyRequest, readonly FreeSlot[]][] = [];
    const watching: Policy = (request, slots) => {
      seen.push([request, slots]);
      return slots;
    };
    const { desk } = smallDesk({ offices, policy: watching });
    await desk.hold(holdOf("a"));
    await desk.hold(holdOf("b"));
    const [, second] = seen;
    expect(second?.[0]).toEqual({ officeId: "north", date: "2017-08-07", pool: "general", places: 1 });
    expect(second?.[1].map(({ window, capacity, placesLeft }) => ({ window, capacity, placesLeft }))).toEqual(
      [
        { window: "08:00", capacity: 2, placesLeft: 1 },
        { window: "09:00", capacity: 2, placesLeft: 2 },
        { window: "10:00", capacity: 2, placesLeft: 2 },
      ],
    );
  });

  it("sees what was given before, to others of its batch and by other desks", async () => {
    const store = memoryStore();
    const seen: number[] = [];
    const watching: Policy = (_, slots) => {
      seen.push(slots.reduce((sum, { placesLeft }) => sum + placesLeft, 0));
      return slots;
    };
    const desks = [1, 2].map(() => smallDesk({ offices, store, policy: watching }).desk);
    for (const [index, desk] of desks.entries())
      await Promise.all(["a", "b", "c"].map((name) => desk.hold(holdOf(`${name} of ${index}`))));
    expect(seen).toEqual([6, 5, 4, 3, 2, 1]);
  });

  it("fails its own request alone where it throws", async () => {
    const moody: Policy = ({ pool }, slots) => {
      if (pool === "priority") throw new RangeError("not today");
      return slots;
    };
    const { desk } = smallDesk({ offices, policy: moody });
    const [first, failed, last] = await Promise.allSettled([
      desk.hold(holdOf("a")),
      desk.hold({ ...holdOf("b"), pool: "priority" }),
      desk.hold(holdOf("c")),
    ]);
    expect(first).toMatchObject({ value: { kind: "held" } });
    expect(failed).toMatchObject({ reason: { name: "RangeError", message: "not today" } });
    expect(last).toMatchObject({ value: { kind: "held" } });
    expect(await desk.find({ sender: "sender b" })).toEqual([]);
  });

  it("fails its request where it gives a slot that it was not given, or none", async () => {
    const invent: Policy = (_, slots) => slots.map((slot) => ({ ...slot, window: "07:00" }));
    for (const policy of [invent, () => []]) {
      const { desk } = smallDesk({ offices, policy });
      await expect(desk.hold(holdOf("a"))).rejects.toMatchObject({ name: "BrokenInvariantError" });
    }
  });
});
