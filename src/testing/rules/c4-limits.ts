import fc from "fast-check";
import { type Booking, isLive } from "../../booking/booking.js";
import { expect } from "../expect.js";
import { smallOffices } from "../offices.js";
import { play } from "../play.js";
import { alone, burst, codeMove, holdMove, minute, rescheduleMove, script, stepOf } from "../script.js";
import { snapshot } from "../snapshot.js";
import { defineRule, type RuleProperty } from "./rule-property.js";

const hold = holdMove({ actions: ["hold", "hold", "joinWaitingList"], people: 3, senders: 3, places: 2 });
const move = fc.oneof(
  { weight: 3, arbitrary: hold },
  { weight: 1, arbitrary: codeMove() },
  { weight: 1, arbitrary: rescheduleMove },
);
const rules = fc.record({
  bookingsPerPerson: fc.integer({ min: 1, max: 2 }),
  bookingsPerSender: fc.integer({ min: 1, max: 3 }),
});

export const c4Limits: RuleProperty = defineRule({
  rule: "C4",
  title: "C4 no hold gives a person or a sender more live bookings, over all offices, than its office allows",
  given: fc.record({
    north: rules,
    south: rules,
    steps: script(stepOf(fc.oneof(alone(hold), burst(move)), [11 * minute + 1])),
  }),
  async holds(createWorld, { north, south, steps }) {
    const [northern, southern] = [smallOffices(1, north)[0], smallOffices(10, south)[1]];
    const offices = [northern, southern].filter((office) => office !== undefined);
    const world = await createWorld({ offices, desks: 2 });
    const rulesOf = (officeId: string) => (officeId === "north" ? north : south);

    await play(world, steps, {
      async afterStep(turns) {
        const live = countedOnce((await snapshot(world)).filter(isLive));
        const given = turns.flatMap(({ outcome }) =>
          outcome.kind === "held" || outcome.kind === "waiting" ? [outcome.booking] : [],
        );
        for (const booking of given) {
          for (const { key } of booking.people)
            expect(live.filter(isOf(key)).length, key).toBeAtMost(
              largest(given.filter(isOf(key)), ({ officeId }) => rulesOf(officeId).bookingsPerPerson),
            );
          const fromSender = ({ sender }: Booking) => sender === booking.sender;
          expect(live.filter(fromSender).length, booking.sender).toBeAtMost(
            largest(given.filter(fromSender), ({ officeId }) => rulesOf(officeId).bookingsPerSender),
          );
        }
      },
    });
  },
});

/** Who waits for another day on top of a booking has one booking that is to be moved. */
export function countedOnce(live: readonly Booking[]): readonly Booking[] {
  const codes = new Set(live.map(({ code }) => code));
  return live.filter(({ replaces }) => replaces === undefined || !codes.has(replaces));
}

function isOf(personKey: string): (booking: Booking) => boolean {
  return ({ people }) => people.some(({ key }) => key === personKey);
}

/** Of several holds of one step the last was decided by its office's limit, and nobody knows which was last. */
function largest(bookings: readonly Booking[], limit: (booking: Booking) => number): number {
  return Math.max(...bookings.map(limit));
}
