import fc from "fast-check";
import type { HoldOutcome } from "../../booking/actions/hold.js";
import type { Store } from "../../store/store.js";
import { expect } from "../expect.js";
import { nextTurn } from "../next-turn.js";
import { noLimits, smallOffices } from "../offices.js";
import { deskOf } from "../play.js";
import { below } from "../script.js";
import { dates } from "../world.js";
import { defineRule, type RuleProperty } from "./rule-property.js";

interface Arrival {
  /** Turns of the event loop since the arrival before. */
  readonly pause: number;
  readonly date: number;
  readonly places: number;
}

const arrival: fc.Arbitrary<Arrival> = fc.record({
  pause: fc.constantFrom(0, 0, 0, 1, 3),
  date: below(2),
  places: fc.integer({ min: 1, max: 2 }),
});

export const f1FirstComeFirstServed: RuleProperty = defineRule({
  rule: "F1",
  title: "F1 of two equal requests for a day the earlier one is never worse off than the later one",
  given: fc.array(arrival, { minLength: 2, maxLength: 16, size: "max" }),
  async holds(createWorld, arrivals) {
    // All write from one sender to one office: arrival alone may tell them apart.
    const world = await createWorld({ offices: smallOffices(3, noLimits), desks: 1, wrap: slowed });
    const answers: Promise<Arrival & { readonly outcome: HoldOutcome }>[] = [];
    for (const [index, one] of arrivals.entries()) {
      for (let pause = 0; pause < one.pause; pause++) await nextTurn();
      const call = {
        requestId: `request-${index}`,
        sender: "sender",
        officeId: "north",
        date: dates[one.date] ?? "",
        people: Array.from({ length: one.places }, (_, place) => ({ key: `${index}-${place}`, details: {} })),
      };
      answers.push(
        deskOf(world, 0)
          .hold(call)
          .then((outcome) => ({ ...one, outcome })),
      );
    }
    const answered = await Promise.all(answers);
    for (const [index, later] of answered.entries())
      for (const earlier of answered.slice(0, index))
        if (earlier.date === later.date && earlier.places === later.places)
          expect(rank(earlier.outcome)).toBeAtMost(rank(later.outcome));
  },
});

/** The earliest window is liked best, no place at all least. */
function rank(outcome: HoldOutcome): number {
  return outcome.kind === "held" ? outcome.booking.start : Infinity;
}

/** Gives others time to arrive while a transaction is under way. */
function slowed(store: Store): Store {
  return {
    ...store,
    async transact(scope, decide) {
      await nextTurn();
      return store.transact(scope, decide);
    },
  };
}
