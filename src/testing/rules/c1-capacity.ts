import fc from "fast-check";
import { expect } from "../expect.js";
import { noLimits, smallOffices } from "../offices.js";
import { play } from "../play.js";
import { burst, codeMove, holdMove, minute, rescheduleMove, script, stepOf } from "../script.js";
import { placesTaken, snapshot } from "../snapshot.js";
import { defineRule, type RuleProperty } from "./rule-property.js";

const minutesBefore = 90;
const capacity = { general: 2, priority: { places: 1, opensTo: "general", minutesBefore } };
const actions = ["hold", "hold", "joinWaitingList"] as const;
const move = fc.oneof(
  {
    weight: 4,
    arbitrary: holdMove({ actions, people: 6, places: 2, remarks: 2, pools: Object.keys(capacity) }),
  },
  { weight: 1, arbitrary: codeMove() },
  { weight: 1, arbitrary: rescheduleMove },
);

export const c1Capacity: RuleProperty = defineRule({
  rule: "C1",
  title:
    "C1 no slot and pool ever has more places taken than its capacity, and no other pool's before it opens",
  given: script(stepOf(burst(move), [11 * minute + 1, 45 * minute + 1])),
  async holds(createWorld, steps) {
    const world = await createWorld({
      offices: smallOffices(capacity, { ...noLimits, holdMinutes: 20 }),
      desks: 2,
    });
    await play(world, steps, {
      async afterStep(turns) {
        for (const { call, outcome, at } of turns)
          if (outcome.kind === "held" && "pool" in call && call.pool !== outcome.booking.pool)
            expect(outcome.booking.start - at).toBeAtMost(minutesBefore * minute);
        for (const [slot, taken] of placesTaken(await snapshot(world)))
          expect(taken, slot).toBeAtMost(slot.endsWith("general") ? 2 : 1);
      },
    });
  },
});
