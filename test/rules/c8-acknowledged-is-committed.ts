import fc from "fast-check";
import { expect } from "vitest";
import type { BookingStore } from "../../src/store/booking-store.js";
import { noLimits, smallOffices } from "./offices.js";
import { heldBookings, play } from "./play.js";
import { defineRule, type RuleProperty } from "./rule-property.js";
import { burst, codeMove, holdMove, script, stepOf } from "./script.js";
import { snapshot } from "./snapshot.js";

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

    for (const failure of failures) expect(failure).toBeInstanceOf(LostCommit);
    const stored = new Map((await snapshot(world)).map((booking) => [booking.code, booking]));
    expect([...stored.keys()].sort()).toEqual(
      heldBookings(turns)
        .map(({ code }) => code)
        .sort(),
    );
    for (const { outcome } of turns)
      if (outcome.kind === "confirmed" || outcome.kind === "cancelled")
        expect(stored.get(outcome.booking.code)?.history).toEqual(
          expect.arrayContaining([...outcome.booking.history]),
        );
  },
});

class LostCommit extends Error {}

/** Everything is decided, and then now and then the power fails before it is saved. */
function losingCommits(store: BookingStore, commits: Iterator<boolean>): BookingStore {
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
