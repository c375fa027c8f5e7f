import fc from "fast-check";
import {
  createDesk,
  defineOffice,
  earliestFirst,
  type FreeSlot,
  leastLoaded,
  memoryStore,
  nearestTo,
  type Policy,
} from "giliran";
import { describe, expect, it } from "vitest";

const request = { officeId: "north", date: "2017-08-07", pool: "general", places: 1 };

function slot(window: string, placesLeft = 1, capacity = 4): FreeSlot {
  const start = Date.parse(`2017-08-07T${window}+07:00`);
  return { window, until: "", start, end: start + 1, pool: "general", capacity, placesLeft };
}

function order(policy: Policy, slots: readonly FreeSlot[]): readonly string[] {
  return policy(request, slots).map(({ window }) => window);
}

/** The window of each of so many holds, one after the other. */
async function windowsGiven(policy: Policy, capacity: number, holds: number): Promise<readonly string[]> {
  const office = defineOffice({
    id: "north",
    name: "North",
    timeZone: "Asia/Jakarta",
    hours: { mon: ["08:00-12:00"] },
    slotMinutes: 60,
    capacity,
  });
  const now = () => Date.parse("2017-08-07T06:00+07:00");
  const desk = createDesk({ offices: [office], store: memoryStore(), policy, now });
  const outcomes = await Promise.all(
    Array.from({ length: holds }, (_, index) => String(index)).map((name) =>
      desk.hold({
        requestId: name,
        sender: name,
        officeId: "north",
        date: "2017-08-07",
        people: [{ key: name, details: {} }],
      }),
    ),
  );
  return outcomes.map((outcome) => (outcome.kind === "held" ? outcome.booking.window : outcome.kind));
}

describe("earliestFirst", () => {
  it("fills a window before the next one begins", async () => {
    const windows = ["08:00", "08:00", "09:00", "09:00", "10:00", "10:00", "11:00", "11:00", "day-full"];
    expect(await windowsGiven(earliestFirst, 2, 9)).toEqual(windows);
  });
});

describe("leastLoaded", () => {
  it("goes by the share of places taken, and to the earliest of equals", () => {
    const slots = [slot("08:00", 6, 10), slot("09:00", 3, 4), slot("10:00", 3, 5), slot("11:00", 1, 10)];
    expect(order(leastLoaded, slots)).toEqual(["09:00", "08:00", "10:00", "11:00"]);
  });

  it("never lets two windows of the same size differ by more than one party", async () => {
    const property = fc.asyncProperty(fc.integer({ min: 1, max: 40 }), async (holds) => {
      const windows = await windowsGiven(leastLoaded, 10, holds);
      const counts = ["08:00", "09:00", "10:00", "11:00"].map(
        (window) => windows.filter((given) => given === window).length,
      );
      expect(Math.max(...counts) - Math.min(...counts)).toBeLessThanOrEqual(1);
    });
    await fc.assert(property, { numRuns: 25 });
  });
});

describe("nearestTo", () => {
  it("goes from the wished time outwards, the earlier of two as near first", () => {
    const slots = ["08:00", "09:00", "10:00", "11:30"].map((window) => slot(window));
    expect(order(nearestTo("09:30"), slots)).toEqual(["09:00", "10:00", "08:00", "11:30"]);
  });

  it.each(["9:30", "48:00", "", "morning"])("refuses %j as a time", (time) => {
    expect(() => nearestTo(time)).toThrow(expect.objectContaining({ name: "InvalidConfigError" }));
  });
});

describe("every policy", () => {
  it.each([
    ["earliestFirst", earliestFirst],
    ["leastLoaded", leastLoaded],
    ["nearestTo", nearestTo("10:00")],
  ])("of ours (%s) orders all that it is given, in an order that does not depend on theirs", (_, policy) => {
    const windows = fc.uniqueArray(fc.constantFrom("08:00", "08:30", "09:00", "13:00", "15:30"));
    const slots = windows.chain((names) =>
      fc.tuple(...names.map((name) => fc.integer({ min: 1, max: 4 }).map((left) => slot(name, left)))),
    );
    const property = fc.property(slots, (given) => {
      const ordered = policy(request, given);
      expect(new Set(ordered)).toEqual(new Set(given));
      expect(policy(request, given.toReversed())).toEqual(ordered);
    });
    fc.assert(property, { numRuns: 100 });
  });
});
