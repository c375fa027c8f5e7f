import type { Grounds } from "../../src/booking/grounds.js";

/** The offices as if the places of none of them had time to cool. */
export function withoutCooling({ calendars }: Pick<Grounds, "calendars">): Pick<Grounds, "calendars"> {
  return {
    calendars: new Map(
      [...calendars].map(([id, calendar]) => {
        const { office } = calendar;
        const rules = { ...office.rules, coolingMinutes: [0, 0] as const };
        return [id, { ...calendar, office: { ...office, rules } }];
      }),
    ),
  };
}
