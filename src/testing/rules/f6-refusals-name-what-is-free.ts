import fc from "fast-check";
import type { Alternative } from "../../allocation/alternatives.js";
import type { HoldCall } from "../../desk/calls.js";
import { expect } from "../expect.js";
import { noLimits, smallOffices, windows } from "../offices.js";
import { deskOf } from "../play.js";
import { below, minute } from "../script.js";
import { placesTaken, slotName, snapshot } from "../snapshot.js";
import { dates, type World } from "../world.js";
import { defineRule, type RuleProperty } from "./rule-property.js";

const capacity: Readonly<Record<string, number>> = { general: 2, priority: 1 };
/** No later, or another date opens. */
const noon = Date.parse(`${dates[0]}T12:00+07:00`);
const until: Readonly<Record<string, string>> = { "08:00": "09:00", "09:00": "10:00" };

/** One request after the other, so that what is seen after a refusal is what the decision saw. */
const request = fc.record({
  waitMs: fc.oneof({ weight: 9, arbitrary: fc.constant(0) }, fc.constantFrom(125 * minute, 185 * minute)),
  desk: below(2),
  office: below(2),
  date: below(2),
  pool: fc.constantFrom("general", "general", "priority"),
  places: fc.integer({ min: 1, max: 2 }),
  window: fc.constantFrom(undefined, undefined, ...windows),
});

export const f6RefusalsNameWhatIsFree: RuleProperty = defineRule({
  rule: "F6",
  title: "F6 a refusal names what is free instead, best first, and nothing only where there is nothing",
  given: fc.array(request, { minLength: 4, maxLength: 30, size: "max" }),
  async holds(createWorld, requests) {
    const offices = smallOffices(capacity, { ...noLimits, holdMinutes: 1000 });
    const world = await createWorld({
      offices: offices.map((office) => ({ ...office, group: "town" })),
      desks: 2,
    });
    for (const [number, { waitMs, desk, office, date, pool, places, window }] of requests.entries()) {
      world.time.now = Math.min(world.time.now + waitMs, noon);
      const call: HoldCall = {
        requestId: `request-${number}`,
        sender: "sender",
        officeId: world.offices[office]?.id ?? "",
        date: dates[date] ?? "",
        pool,
        people: Array.from({ length: places }, (_, person) => ({ key: `${number}-${person}`, details: {} })),
        ...(window !== undefined && { window }),
      };
      const outcome = await deskOf(world, desk).hold(call);
      if ("alternatives" in outcome) expect(outcome.alternatives).toEqual(await listFree(world, call));
    }
  },
});

/** Counted from the bookings alone: other windows of the date, the other date, the other office. */
async function listFree(world: World, call: HoldCall): Promise<readonly Alternative[]> {
  const { pool = "general", people, window: asked } = call;
  const taken = placesTaken(await snapshot(world));
  const roomOn = (officeId: string, date: string): Alternative[] =>
    windows
      .filter((window) => Date.parse(`${date}T${window}+07:00`) > world.time.now)
      .filter(
        (window) =>
          (capacity[pool] ?? 0) - (taken.get(slotName({ officeId, date, window, pool })) ?? 0) >=
          people.length,
      )
      .map((window) => ({ officeId, date, window, until: until[window] ?? "" }));
  /** Of two windows the asked one is the nearest, where it is free. */
  const nearestFirst = (officeId: string, date: string): Alternative[] =>
    roomOn(officeId, date).sort((a, b) => Number(b.window === asked) - Number(a.window === asked));
  const best = (officeId: string, date: string) => nearestFirst(officeId, date).slice(0, 1);

  const otherDate = dates.find((date) => date !== call.date) ?? "";
  const otherOffice = world.offices.find(({ id }) => id !== call.officeId)?.id ?? "";
  return [
    ...(asked === undefined ? [] : nearestFirst(call.officeId, call.date)),
    ...best(call.officeId, otherDate),
    ...best(otherOffice, call.date).map((one) => ({ ...one, asOf: world.time.now })),
  ];
}
