import fc from "fast-check";
import type { Booking } from "../../booking/booking.js";
import { expect } from "../expect.js";
import { noLimits, smallOffices, windows } from "../offices.js";
import { type PlayedTurn, play } from "../play.js";
import { alone, burst, codeMove, holdMove, minute, script, stepOf } from "../script.js";
import { snapshot } from "../snapshot.js";
import { defineRule, type RuleProperty } from "./rule-property.js";

const capacity = 3;
const holdMinutes = 20;
const [least, most] = [10 * minute, 12 * minute];
const moves = fc.oneof(
  { weight: 3, arbitrary: burst(holdMove({ offices: 1, dates: 1, places: 2 })) },
  { weight: 2, arbitrary: alone(codeMove()) },
);

/** A party in a window, from its hold until its place was free to cool. */
interface Stay {
  readonly window: string;
  readonly places: number;
  readonly from: number;
  readonly until: number;
}

export const f4FreedPlaces: RuleProperty = defineRule({
  rule: "F4",
  title:
    "F4 a freed place comes back within its time to cool, counted from when it was freed, and not before",
  given: script(stepOf(moves, [4 * minute, 9 * minute, 12 * minute, 25 * minute]), 24),
  async holds(createWorld, steps) {
    const rules = { ...noLimits, holdMinutes, coolingMinutes: [least / minute, most / minute] as const };
    const world = await createWorld({ offices: smallOffices(capacity, rules).slice(0, 1), desks: 2 });
    world.time.now -= 24 * 60 * minute;
    const turns = await play(world, steps);
    const stays = (await snapshot(world)).map(stayOf);
    const takenAt = (window: string, at: number, coolingMs: number) =>
      stays
        .filter((stay) => stay.window === window && stay.from <= at && stay.until + coolingMs > at)
        .reduce((sum, { places }) => sum + places, 0);
    // That nothing is given twice, or kept for nobody, are rules of their own: here it is what was freed that counts.
    for (const { window, from } of stays)
      if (takenAt(window, from, 0) <= capacity)
        expect(takenAt(window, from, least), window).toBeAtMost(capacity);
    for (const { at, places } of refusals(turns))
      for (const window of windows)
        if (takenAt(window, at, Infinity) > capacity - places)
          // With a place to spare: that the very last one is given is another rule.
          expect(takenAt(window, at, most), window).toBeMoreThan(capacity - places - 1);
  },
});

/** A lapsed hold was free from its end on, whenever that was written. */
function stayOf({ window, places, history }: Booking): Stay {
  const from = history[0]?.at ?? 0;
  const ended = history.find(({ what }) => what === "cancelled" || what === "lapsed");
  const until = ended?.what === "lapsed" ? from + holdMinutes * minute : (ended?.at ?? Infinity);
  return { window, places, from, until };
}

function refusals(turns: readonly PlayedTurn[]): readonly { readonly at: number; readonly places: number }[] {
  return turns.flatMap(({ action, at, call, outcome }) =>
    action === "hold" && outcome.kind === "day-full" ? [{ at, places: call.people.length }] : [],
  );
}
