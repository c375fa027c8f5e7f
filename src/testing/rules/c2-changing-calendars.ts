import fc from "fast-check";
import { expect } from "../expect.js";
import { play } from "../play.js";
import { alone, burst, codeMove, holdMove } from "../script.js";
import { changingScript, firstLayout, officesBy, placesOf } from "./changing-calendars.js";
import { defineRule, type RuleProperty } from "./rule-property.js";

const actions = ["hold", "hold", "hold", "joinWaitingList"] as const;
// Within a step places are only taken, so that a place free at its end was free all along.
const moves = fc.oneof(
  { weight: 2, arbitrary: burst(holdMove({ actions, places: 2, pools: ["general", "priority"] })) },
  { weight: 1, arbitrary: alone(codeMove()) },
);

export const c2ChangingCalendars: RuleProperty = defineRule({
  rule: "C2",
  title: "C2 nobody is told that the day is full for bookings of other windows that do not overlap",
  given: changingScript(moves),
  async holds(createWorld, steps) {
    const world = await createWorld({ offices: officesBy(firstLayout), desks: 2 });
    let layout = firstLayout;
    let step = 0;
    await play(world, steps, {
      async afterStep(turns) {
        const places = await placesOf(world, layout);
        for (const { action, call, outcome } of turns) {
          if (action !== "hold" && action !== "joinWaitingList") continue;
          const { officeId, date, people, pool: asked } = call;
          if (!["day-full", "pool-full", "waiting"].includes(outcome.kind)) continue;
          const withRoom = places.filter(
            (place) =>
              place.officeId === officeId &&
              place.date === date &&
              place.pool === asked &&
              place.start > world.time.now &&
              place.bookable - place.taken >= people.length,
          );
          expect(withRoom).toEqual([]);
        }
        const { layout: next = layout } = steps[step++] ?? {};
        if (next !== layout) await world.change(officesBy(next));
        layout = next;
      },
    });
  },
});
