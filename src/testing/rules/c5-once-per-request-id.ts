import fc from "fast-check";
import type { Outcome } from "../../booking/actions/actions.js";
import { expect } from "../expect.js";
import { noLimits, smallOffices } from "../offices.js";
import { deskOf } from "../play.js";
import { below } from "../script.js";
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

/** What each number asks for; the codes that 4 to 7 name are those that 0 to 3 were given. */
const actions = ["hold", "hold", "hold", "hold", "confirm", "confirm", "cancel", "cancel"] as const;
const effects = { hold: "held", confirm: "confirmed", cancel: "cancelled" };

const delivery: fc.Arbitrary<Delivery> = fc.record({
  desk: below(2),
  number: below(actions.length),
  variant: fc.constantFrom(0, 0, 0, 1),
});
const step = fc.array(delivery, { minLength: 1, maxLength: 6 });

export const c5OncePerRequestId: RuleProperty = defineRule({
  rule: "C5",
  title:
    "C5 a request id has its effect once and is answered with it ever after; other content is a conflict",
  given: fc.array(step, { minLength: 2, maxLength: 12, size: "max" }),
  async holds(createWorld, steps) {
    const world = await createWorld({ offices: smallOffices(1, noLimits), desks: 2 });
    const effective = new Map<number, Answered>();

    for (const deliveries of steps) {
      const before = new Map(effective);
      const answers = await Promise.all(deliveries.map((one) => deliver(world, one, before)));
      const answered = answers.filter((answer) => answer !== undefined);
      for (const answer of answered)
        if (isEffect(answer) && !effective.has(answer.number)) effective.set(answer.number, answer);
      for (const answer of answered)
        checkAnswer(answer, effective.get(answer.number), before.has(answer.number));
    }
    const held = [...effective.values()].filter(({ outcome }) => outcome.kind === "held");
    expect(await snapshot(world)).toHaveLength(held.length);
  },
});

/** The same number and variant always ask for the same; people differ, so that no hold corrects another. */
async function deliver(
  world: World,
  { desk, number, variant }: Delivery,
  effective: ReadonlyMap<number, Answered>,
): Promise<Answered | undefined> {
  const { hold, confirm, cancel } = deskOf(world, desk);
  const action = actions[number] ?? "hold";
  const common = { requestId: `request-${number}`, sender: `sender-${number % 2}` };
  if (action === "hold") {
    const date = dates[(variant + number) % 2] ?? "";
    const people = [{ key: `person-${number}`, details: {} }];
    return { number, variant, outcome: await hold({ ...common, officeId: "north", date, people }) };
  }
  const named = effective.get((number + 2 * variant) % 4)?.outcome;
  if (named?.kind !== "held") return undefined;
  const call = { ...common, code: named.booking.code };
  return { number, variant, outcome: await (action === "confirm" ? confirm(call) : cancel(call)) };
}

function checkAnswer(answer: Answered, effect: Answered | undefined, isRedelivered: boolean): void {
  const { variant, outcome } = answer;
  // Everything is asked under one id only, so that nothing was done before under another.
  expect(outcome.kind.startsWith("already-")).toBe(false);
  // In the step of the effect what came before it was refused.
  if (effect === undefined || !(isRedelivered || isEffect(answer))) return;
  expect(outcome).toEqual(variant === effect.variant ? effect.outcome : { kind: "request-id-conflict" });
}

function isEffect({ number, outcome }: Answered): boolean {
  return outcome.kind === effects[actions[number] ?? "hold"];
}
