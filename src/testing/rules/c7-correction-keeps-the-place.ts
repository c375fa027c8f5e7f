import fc from "fast-check";
import type { Booking } from "../../booking/booking.js";
import { expect } from "../expect.js";
import { smallOffices } from "../offices.js";
import { play } from "../play.js";
import { alone, burst, holdMove, script, stepOf } from "../script.js";
import { snapshot, takesPlaces } from "../snapshot.js";
import { defineRule, type RuleProperty } from "./rule-property.js";

const capacity = { general: 1, priority: 1 };
/** Everybody has a sender of their own, so that whatever else they ask for corrects what they hold. */
const move = holdMove({ people: 5, remarks: 2, pools: Object.keys(capacity) }).map((hold) => ({
  ...hold,
  sender: hold.person ?? 0,
}));

export const c7CorrectionKeepsThePlace: RuleProperty = defineRule({
  rule: "C7",
  title: "C7 who corrects a hold has the old place until the new one is certain",
  given: script(stepOf(fc.oneof(alone(move), burst(move)))),
  async holds(createWorld, steps) {
    const world = await createWorld({ offices: smallOffices(capacity, {}), desks: 2 });
    let before = new Map<string, Booking>();
    await play(world, steps, {
      async afterStep(turns) {
        const after = bySender(await snapshot(world));
        for (const sender of before.keys()) expect(after.has(sender), sender).toBe(true);
        const [only, another] = turns;
        if (only !== undefined && another === undefined) {
          const sender = only.call.sender ?? "";
          const { outcome } = only;
          const standing = outcome.kind === "held" ? outcome.booking : before.get(sender);
          expect(after.get(sender)).toEqual(standing);
        }
        before = after;
      },
    });
  },
});

/** What each sender holds. */
function bySender(bookings: readonly Booking[]): Map<string, Booking> {
  return new Map(bookings.filter(takesPlaces).map((booking) => [booking.sender ?? "", booking]));
}
