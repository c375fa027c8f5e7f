import fc from "fast-check";
import type { HoldCall } from "../../desk/calls.js";
import { expect } from "../expect.js";
import { noLimits, smallOffices, windows } from "../offices.js";
import { type PlayedTurn, play } from "../play.js";
import { alone, burst, codeMove, holdMove, minute, script, stepOf } from "../script.js";
import { placesTaken, slotName, snapshot } from "../snapshot.js";
import type { World } from "../world.js";
import { defineRule, type RuleProperty } from "./rule-property.js";

const capacities: Readonly<Record<string, number>> = { general: 3, priority: 1 };
/** How long before the window the general applicants may take priority places. */
const minutesBefore = 90;
const actions = ["hold", "hold", "hold", "joinWaitingList"] as const;
// Within a step places are only taken, so that a place free at its end was free all along.
const moves = fc.oneof(
  { weight: 2, arbitrary: burst(holdMove({ actions, places: 3, pools: Object.keys(capacities) })) },
  { weight: 1, arbitrary: alone(codeMove()) },
);

export const c2NoNeedlessRefusal: RuleProperty = defineRule({
  rule: "C2",
  title: "C2 nobody is told that the day or the pool is full while a window has room for the party",
  // The odd millisecond keeps every decision off the very end of a hold, which is C3's.
  given: script(stepOf(moves, [11 * minute + 1, 45 * minute + 1])),
  async holds(createWorld, steps) {
    const world = await createWorld({
      offices: smallOffices(
        { general: 3, priority: { places: 1, opensTo: "general", minutesBefore } },
        { ...noLimits, holdMinutes: 20 },
      ),
      desks: 2,
    });
    await play(world, steps, {
      async afterStep(turns) {
        for (const { action, call, outcome } of turns)
          if ((action === "hold" || action === "joinWaitingList") && saysFull(outcome))
            expect(await windowsWithRoom(world, call)).toEqual([]);
      },
    });
  },
});

/** Who has to wait was told so too. */
function saysFull({ kind }: PlayedTurn["outcome"]): boolean {
  return kind === "day-full" || kind === "pool-full" || kind === "waiting";
}

/** Counted from the bookings alone, over the office's windows that are still to come. */
async function windowsWithRoom(world: World, call: HoldCall): Promise<readonly string[]> {
  const { officeId, date, pool = "general", people } = call;
  const taken = placesTaken(await snapshot(world));
  const hasRoom = (window: string, ofPool: string) =>
    (capacities[ofPool] ?? 0) - (taken.get(slotName({ officeId, date, window, pool: ofPool })) ?? 0) >=
    people.length;
  return windows.filter((window) => {
    const untilStart = Date.parse(`${date}T${window}+07:00`) - world.time.now;
    const isOpened = pool === "general" && untilStart <= minutesBefore * minute;
    return untilStart > 0 && (hasRoom(window, pool) || (isOpened && hasRoom(window, "priority")));
  });
}
