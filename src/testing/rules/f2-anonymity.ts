import fc from "fast-check";
import { expect } from "../expect.js";
import { smallOffices } from "../offices.js";
import { type PlayedTurn, play } from "../play.js";
import { alone, burst, codeMove, holdMove, minute, rescheduleMove, script, stepOf } from "../script.js";
import { defineRule, type RuleProperty } from "./rule-property.js";

const actions = ["hold", "hold", "joinWaitingList"] as const;
const hold = holdMove({ actions, desks: 1, offices: 1, people: 6, senders: 3, places: 2, remarks: 2 });
const letters = [..."abcdefghijklmnopqrstuvwxyz"];

export const f2Anonymity: RuleProperty = defineRule({
  rule: "F2",
  title: "F2 other names for people, senders, requests and codes change no allotment",
  given: fc.record({
    steps: script(stepOf(fc.oneof(burst(hold), alone(codeMove()), alone(rescheduleMove)), [11 * minute + 1])),
    letter: fc.constantFrom(...letters),
    seed: fc.nat(),
  }),
  async holds(createWorld, { steps, letter, seed }) {
    const offices = smallOffices(3, { bookingsPerPerson: 1, bookingsPerSender: 4, holdMinutes: 20 });
    // Backwards, so that another order of names comes out too.
    const rename = (name: string) => `${letter}${[...name].reverse().join("")} ${seed}`;
    const plain = await play(await createWorld({ offices, desks: 1 }), steps);
    const renamed = await play(await createWorld({ offices, desks: 1, seed: seed + 2 }), steps, { rename });
    expect(renamed.map(allotment)).toEqual(plain.map(allotment));
  },
});

/** What was allotted, without any name. */
function allotment({ action, outcome }: PlayedTurn): unknown {
  const { kind } = outcome;
  const booking = "booking" in outcome ? outcome.booking : undefined;
  return { action, kind, window: booking?.window, date: booking?.date, number: numberOf(outcome) };
}

function numberOf(outcome: PlayedTurn["outcome"]): number | undefined {
  return outcome.kind === "confirmed" ? outcome.booking.sequence : undefined;
}
