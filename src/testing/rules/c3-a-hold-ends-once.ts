import fc from "fast-check";
import type { Booking } from "../../booking/booking.js";
import { expect } from "../expect.js";
import { noLimits, smallOffices } from "../offices.js";
import { deskOf, heldBookings, type PlayedTurn, play } from "../play.js";
import { alone, burst, codeMove, holdMove, minute, script, stepOf } from "../script.js";
import { snapshot } from "../snapshot.js";
import type { World } from "../world.js";
import { defineRule, type RuleProperty } from "./rule-property.js";

const holdMinutes = 10;
const move = fc.oneof(
  { weight: 3, arbitrary: holdMove({ offices: 1, dates: 1, senders: 3 }) },
  { weight: 3, arbitrary: codeMove(["confirm"]) },
  { weight: 2, arbitrary: codeMove() },
  { weight: 1, arbitrary: codeMove(["extend"]) },
);
/** Up to, exactly on and just after the end of a hold. */
const waits = [5 * minute, holdMinutes * minute - 1, holdMinutes * minute, 1];

/** What may become of a booking of each state. */
export const nextStates: Readonly<Record<Booking["state"], readonly Booking["state"][]>> = {
  waiting: ["waiting", "held", "cancelled", "lapsed"],
  held: ["held", "confirmed", "cancelled", "lapsed"],
  confirmed: ["confirmed", "cancelled"],
  cancelled: ["cancelled"],
  lapsed: ["lapsed"],
};

export const c3AHoldEndsOnce: RuleProperty = defineRule({
  rule: "C3",
  title: "C3 a hold ends once: confirmed before its end, or lapsed from that very millisecond on, for good",
  given: script(stepOf(fc.oneof(burst(move), alone(codeMove(["confirm"]))), waits)),
  async holds(createWorld, steps) {
    const world = await createWorld({
      offices: smallOffices(4, { ...noLimits, holdMinutes, longestHoldMinutes: 3 * holdMinutes }),
      desks: 2,
    });
    const states = new Map<string, Booking["state"]>();
    const ends = new Map<string, number>();
    await play(world, steps, {
      async afterStep(turns) {
        for (const { code, expiresAt } of heldBookings(turns)) ends.set(code, expiresAt);
        for (const { outcome } of turns)
          if (outcome.kind === "extended") ends.set(outcome.booking.code, outcome.booking.expiresAt);
        for (const turn of turns) if (turn.action === "confirm") await checkConfirm(world, turn, ends);
        for (const { code, state } of await snapshot(world)) {
          expect(
            nextStates[states.get(code) ?? "held"].includes(state),
            `${states.get(code)} to ${state}`,
          ).toBe(true);
          expect(state === "held" && world.time.now >= (ends.get(code) ?? 0)).toBe(false);
          states.set(code, state);
        }
      },
    });
  },
});

async function checkConfirm(
  world: World,
  { call, outcome, at }: PlayedTurn & { action: "confirm" },
  ends: ReadonlyMap<string, number>,
): Promise<void> {
  const isOver = at >= (ends.get(call.code) ?? 0);
  if (outcome.kind === "confirmed") expect(isOver).toBe(false);
  if (outcome.kind !== "hold-lapsed") return;
  expect(isOver).toBe(true);
  expect(await stateBefore(world, call.code, 0)).toBe("lapsed");
}

/** What was written is there whatever the time; what is only reckoned from the clock is not. */
async function stateBefore(world: World, code: string, time: number): Promise<Booking["state"] | undefined> {
  const { now } = world.time;
  world.time.now = time;
  const [booking] = await deskOf(world, 0).find({ code });
  world.time.now = now;
  return booking?.state;
}
