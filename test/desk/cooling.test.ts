import type { Desk } from "giliran";
import { describe, expect, it } from "vitest";
import {
  book,
  callOf,
  heldCode,
  holdOf,
  monday,
  officeWith,
  smallDesk,
  stateOf,
  wait,
} from "./small-desk.js";
import { stores } from "./stores.js";

const minute = 60_000;
const offices = [officeWith({ coolingMinutes: [10, 20] }, { capacity: 1 })];

/** Until when the cancelled booking of somebody cools. */
async function cancelAndCool(desk: Desk): Promise<number> {
  const code = await book(desk, "a");
  const outcome = await desk.cancel(callOf("a", "cancel", code));
  return outcome.kind === "cancelled" ? (outcome.booking.coolsUntil ?? 0) : 0;
}

describe.each(stores)("a freed place that cools, on %s", (_, createStore) => {
  it("is given to nobody for a random time within the bounds", async () => {
    for (let run = 0; run < 20; run++) {
      const { desk } = smallDesk({ offices, store: createStore() });
      const coolsUntil = await cancelAndCool(desk);
      expect(coolsUntil).toBeGreaterThanOrEqual(monday + 10 * minute);
      expect(coolsUntil).toBeLessThanOrEqual(monday + 20 * minute);
      expect((await desk.hold(holdOf("b"))).kind).toBe("day-full");
    }
  });

  it("comes back in the very millisecond, and its history says so", async () => {
    const { desk, time } = smallDesk({ offices, store: createStore() });
    const coolsUntil = await cancelAndCool(desk);
    time.now = coolsUntil - 1;
    expect((await desk.hold(holdOf("b"))).kind).toBe("day-full");
    time.now = coolsUntil;
    expect((await desk.hold(holdOf("b"))).kind).toBe("held");
    const [booking] = await desk.find({ sender: "sender a" });
    expect(booking?.history.slice(2)).toEqual([
      { what: "cancelled", at: monday, by: "applicant" },
      { what: "cooled", at: coolsUntil, by: "system" },
    ]);
  });

  it("goes to who waits before it goes to the public", async () => {
    const { desk, time } = smallDesk({ offices, store: createStore() });
    const code = await book(desk, "a");
    const waiting = await wait(desk, "b");
    await desk.cancel(callOf("a", "cancel", code));
    expect(await stateOf(desk, waiting)).toBe("waiting");
    time.now += 20 * minute;
    expect((await desk.hold(holdOf("c"))).kind).toBe("day-full");
    expect(await stateOf(desk, waiting)).toBe("held");
  });

  it("cools from when a hold lapsed, however late that is found", async () => {
    const { desk, time } = smallDesk({ offices, store: createStore() });
    const code = heldCode(await desk.hold(holdOf("a")));
    time.now = monday + 39 * minute;
    expect((await desk.hold(holdOf("b"))).kind).toBe("day-full");
    expect(await stateOf(desk, code)).toBe("lapsed");
    time.now = monday + 50 * minute;
    expect((await desk.hold(holdOf("b"))).kind).toBe("held");
  });

  it("has cooled already where the lapse is found after the longest time", async () => {
    const { desk, time } = smallDesk({ offices, store: createStore() });
    await desk.hold(holdOf("a"));
    time.now = monday + 50 * minute;
    expect((await desk.hold(holdOf("b"))).kind).toBe("held");
  });

  it("is counted as taken by availability, and by the ledger", async () => {
    const { desk } = smallDesk({ offices, store: createStore() });
    const code = await book(desk, "a");
    await desk.cancel(callOf("a", "cancel", code));
    expect(await desk.availability({ officeId: "north", from: "2017-08-07", days: 1 })).toMatchObject([
      { slots: [{ placesLeft: { general: 0 } }] },
    ]);
    expect(await desk.reconcile({ officeId: "north", date: "2017-08-07" })).toEqual({ kind: "sound" });
  });

  it("is handed on at once by a correction to the same window", async () => {
    const { desk } = smallDesk({ offices, store: createStore() });
    const people = (name: string) => [{ key: "person a", details: { name } }];
    await desk.hold({ ...holdOf("a"), people: people("Sti") });
    const corrected = { ...holdOf("a"), requestId: "correction", people: people("Siti") };
    expect(await desk.hold(corrected)).toMatchObject({
      kind: "held",
      booking: { people: [{ details: { name: "Siti" } }] },
      replaced: { state: "cancelled" },
    });
    expect((await desk.hold(holdOf("b"))).kind).toBe("day-full");
    expect(await desk.reconcile({ officeId: "north", date: "2017-08-07" })).toEqual({ kind: "sound" });
  });

  it("is left to cool by who moves to another day", async () => {
    const { desk, time } = smallDesk({ offices, store: createStore() });
    const code = await book(desk, "a");
    await desk.reschedule({ ...callOf("a", "move", code), date: "2017-08-08" });
    expect((await desk.hold(holdOf("b"))).kind).toBe("day-full");
    time.now += 20 * minute;
    expect((await desk.hold(holdOf("b"))).kind).toBe("held");
  });
});

describe("the time for which a place cools", () => {
  it("follows from the desk's source of randomness", async () => {
    const randomBytes = (length: number) => new Uint8Array(length).fill(7);
    const desks = [1, 2].map(() => smallDesk({ offices, randomBytes }).desk);
    const [first, second] = await Promise.all(desks.map(cancelAndCool));
    expect(first).toBe(second);
    expect(first).toBeGreaterThan(monday);
  });

  it("is nothing once the window has begun", async () => {
    const { desk, time } = smallDesk({ offices });
    const code = await book(desk, "a");
    time.now = Date.parse("2017-08-07T08:00+07:00");
    const cancelled = await desk.cancel(callOf("a", "cancel", code));
    expect(cancelled.kind === "cancelled" && "coolsUntil" in cancelled.booking).toBe(false);
  });
});
