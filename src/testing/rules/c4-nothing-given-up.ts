import fc from "fast-check";
import { type Booking, isLive } from "../../booking/booking.js";
import type { OfficeRules } from "../../office/office.js";
import { expect } from "../expect.js";
import { smallOffices } from "../offices.js";
import { type PlayedTurn, play } from "../play.js";
import { alone, codeMove, holdMove, minute, script, stepOf } from "../script.js";
import { snapshot } from "../snapshot.js";
import { countedOnce } from "./c4-limits.js";
import { defineRule, type RuleProperty } from "./rule-property.js";

/** So many people that days are soon full. */
const hold = holdMove({ actions: ["hold", "hold", "joinWaitingList"], offices: 1, people: 4, senders: 2 });
const limits = fc.record({
  bookingsPerPerson: fc.integer({ min: 1, max: 3 }),
  bookingsPerSender: fc.integer({ min: 1, max: 6 }),
});

export const c4NothingGivenUp: RuleProperty = defineRule({
  rule: "C4",
  title: "C4 no booking of another day is given up, or waited on top of, that no limit asks for",
  given: fc.record({
    limits,
    steps: script(stepOf(alone(fc.oneof({ weight: 3, arbitrary: hold }, codeMove())), [11 * minute + 1])),
  }),
  async holds(createWorld, { limits, steps }) {
    const world = await createWorld({ offices: smallOffices(1, limits), desks: 2 });
    let before: readonly Booking[] = [];
    await play(world, steps, {
      async afterStep(turns) {
        for (const { outcome } of turns) expectNothingGivenUp(outcome, before, limits);
        before = await snapshot(world);
      },
    });
  },
});

type Limits = Pick<OfficeRules, "bookingsPerPerson" | "bookingsPerSender">;

function expectNothingGivenUp(
  outcome: PlayedTurn["outcome"],
  before: readonly Booking[],
  limits: Limits,
): void {
  if (outcome.kind === "held" && outcome.replaced !== undefined) {
    const { booking, replaced } = outcome;
    const isSameDay = booking.officeId === replaced.officeId && booking.date === replaced.date;
    if (!isSameDay) expect(limits.bookingsPerPerson, booking.code).toBe(1);
  }
  if (outcome.kind === "waiting" && outcome.booking.replaces !== undefined) {
    const { booking } = outcome;
    const live = countedOnce(before.filter(isLive));
    const ofPerson = booking.people.map(
      ({ key }) => live.filter(({ people }) => people.some((person) => person.key === key)).length,
    );
    const ofSender = live.filter(({ sender }) => sender === booking.sender).length;
    const isAtLimit =
      ofSender >= limits.bookingsPerSender || Math.max(...ofPerson) >= limits.bookingsPerPerson;
    expect(isAtLimit, booking.code).toBe(true);
  }
  if (outcome.kind === "confirmed" && outcome.replaced !== undefined) {
    const hold = before.find(({ code }) => code === outcome.booking.code);
    expect(hold?.replaces, outcome.booking.code).toBe(outcome.replaced.code);
  }
}
