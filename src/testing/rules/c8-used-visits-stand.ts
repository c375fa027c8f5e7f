import fc from "fast-check";
import type { Booking } from "../../booking/booking.js";
import { expect } from "../expect.js";
import { smallOffices } from "../offices.js";
import { deskOf, play } from "../play.js";
import { alone, burst, codeMove, holdMove, rescheduleMove, script, stepOf } from "../script.js";
import { snapshot } from "../snapshot.js";
import type { World } from "../world.js";
import { defineRule, type RuleProperty } from "./rule-property.js";

const people = 5;
const actions = ["hold", "joinWaitingList", "joinWaitingList"] as const;
const ask = holdMove({ actions, offices: 1, people }).map((move) => ({
  ...move,
  sender: move.person ?? 0,
}));
const move = fc.oneof(
  { weight: 3, arbitrary: ask },
  { weight: 3, arbitrary: codeMove(["confirm", "confirm", "cancel"]) },
  { weight: 2, arbitrary: rescheduleMove },
);

export const c8UsedVisitsStand: RuleProperty = defineRule({
  rule: "C8",
  title: "C8 a visit whose ticket was shown at a door stands, whatever is asked or forgotten after that",
  given: fc.record({
    shown: fc.infiniteStream(fc.boolean()),
    steps: script(stepOf(fc.oneof(alone(move), burst(move))), 40),
  }),
  async holds(createWorld, { shown, steps }) {
    const world = await createWorld({ offices: smallOffices(1, { reschedules: 9 }).slice(0, 1), desks: 2 });
    const used = new Map<string, Booking>();
    await play(world, steps, {
      async afterStep() {
        const now = await snapshot(world);
        for (const booking of now) {
          const before = used.get(booking.code);
          if (before !== undefined) expect(booking).toEqual(before);
          else if (booking.state === "confirmed" && shown.next().value === true)
            used.set(booking.code, await show(world, booking));
        }
      },
    });
    const desk = deskOf(world, 0);
    for (let person = 0; person < people; person++) await desk.forget({ key: `person-${person}-0` });
    for (const code of used.keys())
      expect((await desk.find({ code })).map(({ state }) => state)).toEqual(["confirmed"]);
  },
});

/** Shows the ticket at a door, and gives the booking as it is then. */
async function show(world: World, { officeId, code, start, end }: Booking): Promise<Booking> {
  const desk = deskOf(world, 0);
  const claim = await desk.claimUse({ officeId, code, start, at: world.time.now, until: end });
  expect(claim.kind).toBe("first");
  const [booking] = await desk.find({ code });
  if (booking === undefined) throw new Error("Expected the booking that was shown, found none.");
  return booking;
}
