import fc from "fast-check";
import type { Booking } from "../../booking/booking.js";
import { expect } from "../expect.js";
import { smallOffices } from "../offices.js";
import { play } from "../play.js";
import { alone, burst, codeMove, holdMove, minute, rescheduleMove, script, stepOf } from "../script.js";
import { snapshot } from "../snapshot.js";
import { defineRule, type RuleProperty } from "./rule-property.js";

const holdMinutes = 10;
const offerMinutes = 15;
/** Who asks again corrects what they hold; everybody has a sender of their own. */
const ask = holdMove({
  actions: ["hold", "hold", "joinWaitingList"],
  offices: 1,
  people: 3,
  remarks: 9,
}).map((move) => ({ ...move, sender: move.person ?? 0 }));
const move = fc.oneof(
  { weight: 4, arbitrary: ask },
  { weight: 2, arbitrary: codeMove(["extend"]) },
  { weight: 2, arbitrary: rescheduleMove },
);

export const c3LongestHold: RuleProperty = defineRule({
  rule: "C3",
  title: "C3 who corrects, moves and extends a hold keeps a place no longer in all than a hold may last",
  given: fc.record({
    longestHoldMinutes: fc.constantFrom(undefined, 25),
    steps: script(stepOf(fc.oneof(alone(move), burst(move)), [4 * minute, 9 * minute]), 24),
  }),
  async holds(createWorld, { longestHoldMinutes, steps }) {
    const rules = {
      holdMinutes,
      offerMinutes,
      ...(longestHoldMinutes !== undefined && { longestHoldMinutes }),
    };
    const world = await createWorld({ offices: smallOffices(1, rules).slice(0, 1), desks: 2 });
    const longest = (longestHoldMinutes ?? Math.max(holdMinutes, offerMinutes)) * minute;
    /** By the code of each hold, the one in whose stead it was made. */
    const before = new Map<string, Booking>();
    const heldSince = (booking: Booking): number => {
      const earlier = before.get(booking.code);
      if (earlier !== undefined) return heldSince(earlier);
      return booking.history.findLast(({ what }) => what === "held")?.at ?? 0;
    };
    await play(world, steps, {
      async afterStep(turns) {
        for (const { outcome } of turns)
          if ((outcome.kind === "held" || outcome.kind === "rescheduled") && outcome.replaced)
            before.set(outcome.booking.code, outcome.replaced);
        for (const booking of await snapshot(world))
          if (booking.state === "held")
            expect(booking.expiresAt - heldSince(booking) <= longest, booking.code).toBe(true);
      },
    });
  },
});
