import fc from "fast-check";
import { expect } from "../expect.js";
import { smallOffices } from "../offices.js";
import { deskOf } from "../play.js";
import { below } from "../script.js";
import { snapshot, takesPlaces } from "../snapshot.js";
import { dates } from "../world.js";
import { defineRule, type RuleProperty } from "./rule-property.js";

const spellings = [
  "Siti Nur'aini",
  "SITI NUR'AINI",
  "siti nuraini",
  "  Siti  Nur-Aini ",
  "Sítí Nurãini",
  "Si\u0301ti Nuraini",
  "Ｓｉｔｉ Nur’aini",
  "Hj. Siti Nur'aini, S.H.",
  "Ibu siti nuraini M.Si.",
];

const message = fc.record({
  desk: below(2),
  sender: below(3),
  date: below(2),
  people: fc.array(
    fc.record({
      name: fc.constantFrom(...spellings),
      birthDate: fc.constantFrom("1990-01-02", "1990-01-03"),
    }),
    { minLength: 1, maxLength: 2 },
  ),
});

export const f3OnePersonOnePlace: RuleProperty = defineRule({
  rule: "F3",
  title: "F3 other spellings, other senders and more messages bring a person no second place",
  given: fc.array(fc.array(message, { minLength: 1, maxLength: 6 }), { minLength: 1, maxLength: 6 }),
  async holds(createWorld, steps) {
    const world = await createWorld({ offices: smallOffices(9, {}), desks: 2 });
    for (const [step, messages] of steps.entries()) {
      const calls = messages.map(({ desk, sender, date, people }, index) =>
        deskOf(world, desk).hold({
          requestId: `request-${step}-${index}`,
          sender: `sender-${sender}`,
          officeId: "north",
          date: dates[date] ?? "",
          people: people.map((details) => ({ details })),
        }),
      );
      await Promise.all(calls);
      const births = (await snapshot(world))
        .filter(takesPlaces)
        .flatMap(({ people }) => people.map(({ details }) => details.birthDate));
      expect(births).toEqual([...new Set(births)]);
    }
  },
});
