import fc from "fast-check";
import type { Booking } from "../../booking/booking.js";
import { expect } from "../expect.js";
import { noLimits, smallOffices } from "../offices.js";
import { play } from "../play.js";
import { alone, burst, codeMove, holdMove, rescheduleMove, script, stepOf } from "../script.js";
import { defineRule, type RuleProperty } from "./rule-property.js";

const move = fc.oneof(
  holdMove({ offices: 1, dates: 1, places: 2 }),
  codeMove(["confirm", "confirm", "cancel"]),
  rescheduleMove,
);

export const c6QueueNumbers: RuleProperty = defineRule({
  rule: "C6",
  title: "C6 a queue number is given once per office and day, and numbers of a window grow as they are given",
  given: script(stepOf(fc.oneof(alone(move), burst(move))), 24),
  async holds(createWorld, steps) {
    const world = await createWorld({ offices: smallOffices(3, noLimits), desks: 2 });
    const turns = await play(world, steps);
    const given = turns.flatMap(({ step, outcome }) => {
      const isNew = outcome.kind === "confirmed" || outcome.kind === "rescheduled";
      return isNew && outcome.booking.state === "confirmed" ? [{ booking: outcome.booking, step }] : [];
    });
    const numbers = given.map(({ booking }) => `${booking.date} ${booking.queueNumber}`);
    expect(numbers).toEqual([...new Set(numbers)]);
    for (const later of given)
      for (const earlier of given)
        if (earlier.step < later.step && isSameWindow(earlier.booking, later.booking))
          expect(later.booking.sequence).toBeMoreThan(earlier.booking.sequence);
  },
});

function isSameWindow(a: Booking, b: Booking): boolean {
  return a.date === b.date && a.window === b.window;
}
