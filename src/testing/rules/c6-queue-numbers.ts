import fc from "fast-check";
import { expect } from "../expect.js";
import { noLimits, smallOffices } from "../offices.js";
import { play } from "../play.js";
import { alone, burst, codeMove, holdMove, script, stepOf } from "../script.js";
import { defineRule, type RuleProperty } from "./rule-property.js";

const move = fc.oneof(
  holdMove({ offices: 1, dates: 1, places: 2 }),
  codeMove(["confirm", "confirm", "cancel"]),
);

export const c6QueueNumbers: RuleProperty = defineRule({
  rule: "C6",
  title: "C6 a queue number is given once per office and day, and numbers of a window grow as they are given",
  given: script(stepOf(fc.oneof(alone(move), burst(move))), 24),
  async holds(createWorld, steps) {
    const world = await createWorld({ offices: smallOffices(3, noLimits), desks: 2 });
    const turns = await play(world, steps);
    const given = turns.flatMap(({ step, outcome }) =>
      outcome.kind === "confirmed" ? [{ ...outcome, step }] : [],
    );
    const numbers = given.map(({ ticket }) => ticket.queueNumber);
    expect(numbers).toEqual([...new Set(numbers)]);
    for (const later of given)
      for (const earlier of given)
        if (earlier.step < later.step && earlier.booking.window === later.booking.window)
          expect(later.booking.sequence).toBeMoreThan(earlier.booking.sequence);
  },
});
