import fc from "fast-check";
import type { Booking, WaitingBooking } from "../../booking/booking.js";
import { expect } from "../expect.js";
import { noLimits, smallOffices } from "../offices.js";
import { play } from "../play.js";
import { alone, burst, codeMove, holdMove, minute, script, stepOf } from "../script.js";
import { placesTaken, slotName, snapshot } from "../snapshot.js";
import { defineRule, type RuleProperty } from "./rule-property.js";

const capacity = { general: 2, priority: { places: 1, opensTo: "general", minutesBefore: 120 } };
const actions = ["hold", "joinWaitingList"] as const;
const ask = holdMove({ actions, offices: 1, dates: 1, places: 2, pools: Object.keys(capacity) });
const moves = fc.oneof(
  { weight: 3, arbitrary: burst(ask) },
  { weight: 2, arbitrary: alone(codeMove(["confirm", "cancel", "cancel"])) },
  { weight: 1, arbitrary: burst(fc.oneof(ask, codeMove(["cancel"]))) },
);

export const f4WaitingList: RuleProperty = defineRule({
  rule: "F4",
  title: "F4 a place that came free goes to those who wait, the first whom it fits, and only then to others",
  given: script(stepOf(moves, [11 * minute + 1, 31 * minute + 1]), 24),
  async holds(createWorld, steps) {
    const rules = { ...noLimits, holdMinutes: 20, offerMinutes: 15 };
    const world = await createWorld({ offices: smallOffices(capacity, rules).slice(0, 1), desks: 2 });
    let waiting: readonly WaitingBooking[] = [];
    const given = new Set<string>();
    const turns = new Map<string, number>();
    await play(world, steps, {
      async afterStep() {
        const bookings = await snapshot(world);
        const states = new Map(bookings.map(({ code, state }) => [code, state]));
        const stillWait = waiting.filter(({ code }) => states.get(code) === "waiting");
        const taken = placesTaken(bookings);
        const isNew = (booking: Booking) =>
          !given.has(booking.code) &&
          hadPlace(booking.history) &&
          // That no place is given twice is a rule of its own.
          (taken.get(slotName(booking)) ?? 0) <= (booking.pool === "general" ? 2 : 1);
        for (const booking of bookings.filter(isNew))
          for (const earlier of stillWait)
            expect(
              couldHaveHad(earlier, booking, turns.get(booking.code)),
              `${booking.code} before ${earlier.code}`,
            ).toBe(false);
        for (const { code, history } of bookings) if (hadPlace(history)) given.add(code);
        waiting = bookings.filter((booking) => booking.state === "waiting");
        for (const { code, turn } of waiting) turns.set(code, turn);
      },
    });
  },
});

/** Whether it was held ever, at once or after it had waited. */
function hadPlace(history: Booking["history"]): boolean {
  return history.some(({ what }) => what === "held");
}

/** Who waited since a step before, and would have fit into that very place; `turn` is of who waited as long. */
function couldHaveHad(earlier: WaitingBooking, given: Booking, turn = Infinity): boolean {
  return turn > earlier.turn && given.pool === earlier.pool && earlier.places <= given.places;
}
