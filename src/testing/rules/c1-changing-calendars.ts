import fc from "fast-check";
import { expect } from "../expect.js";
import { deskOf, play } from "../play.js";
import { burst, codeMove, holdMove, rescheduleMove } from "../script.js";
import type { World } from "../world.js";
import {
  changingScript,
  firstLayout,
  layouts,
  nightLayouts,
  officesBy,
  placesOf,
  type WindowLayout,
} from "./changing-calendars.js";
import { defineRule, type RuleProperty } from "./rule-property.js";

const actions = ["hold", "hold", "joinWaitingList"] as const;
const move = fc.oneof(
  { weight: 4, arbitrary: holdMove({ actions, people: 6, places: 2, pools: ["general", "priority"] }) },
  { weight: 1, arbitrary: codeMove() },
  { weight: 1, arbitrary: rescheduleMove },
);

const [firstNight = firstLayout] = nightLayouts;

export const c1ChangingCalendars: RuleProperty = /* @__PURE__ */ nothingIsAdded(
  "C1 nothing is added where bookings of other windows and pools have taken the time",
  layouts,
  firstLayout,
  [0, 15],
);

export const c1Nights: RuleProperty = /* @__PURE__ */ nothingIsAdded(
  "C1 nothing is added where bookings of the night before or of the next morning have taken the time",
  nightLayouts,
  firstNight,
  [0, 0], // what cools across midnight may count twice
);

function nothingIsAdded(
  title: string,
  given: readonly WindowLayout[],
  first: WindowLayout,
  cooling: readonly [number, number],
): RuleProperty {
  return defineRule({
    rule: "C1",
    title,
    given: changingScript(burst(move), given),
    async holds(createWorld, steps) {
      const world = await createWorld({ offices: officesBy(first, cooling), desks: 2 });
      let layout = first;
      let before = await placesOf(world, layout);
      let step = 0;

      async function expectNothingAdded(): Promise<void> {
        const after = await placesOf(world, layout);
        for (const [index, { taken, bookable, ...place }] of after.entries())
          expect(taken, JSON.stringify(place)).toBeAtMost(Math.max(bookable, before[index]?.taken ?? 0));
        before = after;
      }

      await play(world, steps, {
        async afterStep() {
          await expectNothingAdded();
          const { layout: next = layout } = steps[step++] ?? {};
          if (next === layout) return;
          layout = next;
          await world.change(officesBy(layout, cooling));
          before = await placesOf(world, layout);
          if (step % 2 === 0) await resolveAll(world);
          await expectNothingAdded();
        },
      });
    },
  });
}

/** What does not fit is moved or cancelled, so that everything fits. */
async function resolveAll(world: World): Promise<void> {
  const desk = deskOf(world, 0);
  for (const { id: officeId } of world.offices) {
    await desk.resolveConflicts({ officeId, otherwise: "cancel" });
    expect(await desk.conflicts({ officeId })).toEqual([]);
  }
}
