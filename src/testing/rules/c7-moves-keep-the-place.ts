import fc from "fast-check";
import type { Booking } from "../../booking/booking.js";
import { expect } from "../expect.js";
import { smallOffices } from "../offices.js";
import { play } from "../play.js";
import { alone, burst, codeMove, holdMove, minute, rescheduleMove, script, stepOf } from "../script.js";
import { snapshot } from "../snapshot.js";
import { defineRule, type RuleProperty } from "./rule-property.js";

const actions = ["hold", "joinWaitingList", "joinWaitingList"] as const;
/** Few places for everybody, a sender each, and nobody cancels. */
const ask = holdMove({ actions, offices: 1, people: 6 }).map((move) => ({
  ...move,
  sender: move.person ?? 0,
}));
const move = fc.oneof(
  { weight: 3, arbitrary: ask },
  { weight: 2, arbitrary: codeMove(["confirm"]) },
  { weight: 2, arbitrary: rescheduleMove },
);

export const c7MovesKeepThePlace: RuleProperty = defineRule({
  rule: "C7",
  title: "C7 who moves a visit, or waits to, has a certain place all along, and never two",
  given: script(stepOf(fc.oneof(alone(move), burst(move)), [31 * minute]), 24),
  async holds(createWorld, steps) {
    const rules = { opensDaysBefore: 2, reschedules: 9, holdMinutes: 20, offerMinutes: 30 };
    const world = await createWorld({ offices: smallOffices(1, rules).slice(0, 1), desks: 2 });
    // The visits begin after the last step.
    world.time.now -= 24 * 60 * minute;
    let before: readonly string[] = [];
    await play(world, steps, {
      async afterStep() {
        const certain = (await snapshot(world)).filter(isCertain).map(({ sender }) => sender ?? "");
        expect(certain).toEqual([...new Set(certain)]);
        for (const sender of before) expect(certain.includes(sender), sender).toBe(true);
        before = certain;
      },
    });
  },
});

function isCertain({ state }: Booking): boolean {
  return state === "confirmed";
}
