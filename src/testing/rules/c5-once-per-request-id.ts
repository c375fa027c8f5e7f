import fc from "fast-check";
import { actions, type Outcome } from "../../booking/actions/actions.js";
import { expect } from "../expect.js";
import { noLimits, smallOffices } from "../offices.js";
import { deskOf } from "../play.js";
import { below, minute } from "../script.js";
import { snapshot } from "../snapshot.js";
import { dates, type World } from "../world.js";
import { defineRule, type RuleProperty } from "./rule-property.js";

/** One arrival of a message; the same number in another variant is the same id with other content. */
interface Delivery {
  readonly desk: number;
  readonly number: number;
  readonly variant: number;
}

interface Answered {
  readonly number: number;
  readonly variant: number;
  readonly outcome: Outcome;
}

/** What each number asks for; the codes that those from `parties` on name are what one of those before was given. */
const asked = [
  ...(["hold", "hold", "hold", "hold", "joinWaitingList", "joinWaitingList"] as const),
  ...(["confirm", "confirm", "cancel", "cancel", "extend", "extend", "reschedule", "reschedule"] as const),
] as const;
const parties = 6;
const makesBooking: ReadonlySet<string> = new Set(["held", "waiting", "rescheduled"]);
const rules = { ...noLimits, holdMinutes: 20, longestHoldMinutes: 60, offerMinutes: 20 };

const delivery: fc.Arbitrary<Delivery> = fc.record({
  desk: below(2),
  number: below(asked.length),
  variant: fc.constantFrom(0, 0, 0, 1),
});
const step = fc.record({
  deliveries: fc.array(delivery, { minLength: 1, maxLength: 6 }),
  /** How long until the next, so that holds and offers lapse. */
  pause: fc.constantFrom(0, 0, 1, 11, 21).map((minutes) => minutes * minute),
});

export const c5OncePerRequestId: RuleProperty = defineRule({
  rule: "C5",
  title:
    "C5 a request id has its effect once and is answered with it ever after; other content is a conflict",
  given: fc.array(step, { minLength: 2, maxLength: 14, size: "max" }),
  async holds(createWorld, steps) {
    const world = await createWorld({ offices: smallOffices(1, rules), desks: 2 });
    const effective = new Map<number, Answered>();

    for (const { deliveries, pause } of steps) {
      const before = new Map(effective);
      const answers = await Promise.all(deliveries.map((one) => deliver(world, one, before)));
      const answered = answers.filter((answer) => answer !== undefined);
      for (const answer of answered)
        if (isEffect(answer) && !effective.has(answer.number)) effective.set(answer.number, answer);
      for (const answer of answered)
        checkAnswer(answer, effective.get(answer.number), before.has(answer.number));
      world.time.now += pause;
    }
    const made = [...effective.values()].filter(({ outcome }) => makesBooking.has(outcome.kind));
    expect(await snapshot(world)).toHaveLength(made.length);
  },
});

/** Whether the same was asked under no other id: what is moved is cancelled, and what is confirmed can't be extended. */
function isKnownOnce({ number }: Answered): boolean {
  const action = asked[number];
  return action === "hold" || action === "joinWaitingList" || action === "confirm";
}

/** The same number and variant always ask for the same; people differ, so that no hold corrects another. */
async function deliver(
  world: World,
  { desk, number, variant }: Delivery,
  effective: ReadonlyMap<number, Answered>,
): Promise<Answered | undefined> {
  const { hold, joinWaitingList, ...ofCode } = deskOf(world, desk);
  const action = asked[number] ?? "hold";
  const common = { requestId: `request-${number}`, sender: `sender-${number % 2}` };
  if (action === "hold" || action === "joinWaitingList") {
    const date = dates[(variant + number) % 2] ?? "";
    const people = [{ key: `person-${number}`, details: {} }];
    const ask = action === "hold" ? hold : joinWaitingList;
    return { number, variant, outcome: await ask({ ...common, officeId: "north", date, people }) };
  }
  const named = effective.get((number + 2 * variant) % parties)?.outcome;
  if (named?.kind !== "held" && named?.kind !== "waiting") return undefined;
  const { code, date } = named.booking;
  if (action !== "reschedule") return { number, variant, outcome: await ofCode[action]({ ...common, code }) };
  const other = dates.find((one) => one !== date) ?? "";
  return { number, variant, outcome: await ofCode.reschedule({ ...common, code, date: other }) };
}

function checkAnswer(answer: Answered, effect: Answered | undefined, isRedelivered: boolean): void {
  const { variant, outcome } = answer;
  if (isKnownOnce(answer)) expect(outcome.kind.startsWith("already-")).toBe(false);
  // In the step of the effect what came before it was refused.
  if (effect === undefined || !(isRedelivered || isEffect(answer))) return;
  expect(outcome).toEqual(variant === effect.variant ? effect.outcome : { kind: "request-id-conflict" });
}

function isEffect({ number, outcome }: Answered): boolean {
  return outcome.kind === actions[asked[number] ?? "hold"].effect;
}
