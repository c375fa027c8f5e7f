import fc from "fast-check";
import type { Change } from "../../booking/booking.js";
import type { Store } from "../../store/store.js";
import { expect } from "../expect.js";
import { noLimits, smallOffices } from "../offices.js";
import { heldBookings, play } from "../play.js";
import { burst, codeMove, holdMove, script, stepOf } from "../script.js";
import { snapshot } from "../snapshot.js";
import { defineRule, type RuleProperty } from "./rule-property.js";

const move = fc.oneof(holdMove({}), codeMove());

export const c8AcknowledgedIsCommitted: RuleProperty = defineRule({
  rule: "C8",
  title: "C8 what was acknowledged is in the store, and what was lost at the commit is nowhere",
  given: fc.record({
    commits: fc.infiniteStream(fc.boolean()),
    steps: script(stepOf(burst(move))),
  }),
  async holds(createWorld, { commits, steps }) {
    const offices = smallOffices(4, noLimits);
    const world = await createWorld({ offices, desks: 2, wrap: (store) => losingCommits(store, commits) });
    const failures: unknown[] = [];
    const turns = await play(world, steps, { failed: (error) => void failures.push(error) });

    for (const failure of failures) expect(failure instanceof LostCommit).toBe(true);
    const stored = new Map((await snapshot(world)).map((booking) => [booking.code, booking]));
    expect([...stored.keys()].sort()).toEqual(
      heldBookings(turns)
        .map(({ code }) => code)
        .sort(),
    );
    const historyOf = (code: string, length: number): readonly Change[] =>
      stored.get(code)?.history.slice(0, length) ?? [];
    for (const { outcome } of turns)
      if (outcome.kind === "confirmed" || outcome.kind === "cancelled")
        expect(historyOf(outcome.booking.code, outcome.booking.history.length)).toEqual(
          outcome.booking.history,
        );
  },
});

class LostCommit extends Error {}

/** Everything is decided, and then now and then the power fails before it is saved. */
function losingCommits(store: Store, commits: Iterator<boolean>): Store {
  return {
    ...store,
    transact: (scope, decide) =>
      store.transact(scope, (records, wide) => {
        const decision = decide(records, wide);
        if (!("widen" in decision) && commits.next().value === false) throw new LostCommit();
        return decision;
      }),
  };
}
