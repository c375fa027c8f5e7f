import fc from "fast-check";
import type { Runs } from "../rules/rule-property.js";
import type { Lottery } from "./lottery.js";
import { type SmallDraw, smallDraw } from "./small-draw.js";

/** A rule of draws as a value, so that the real ones and the broken ones are held to the very same one. */
export interface DrawRule {
  /** Short and never changed: `capacity`. */
  readonly name: string;
  readonly title: string;
  /** Throws a counterexample with its seed. What counts chances prints its seed and how seldom it is wrong. */
  readonly check: (lottery: Lottery, runs?: Runs) => void;
}

/** A rule that holds of every small draw. */
export function ruleOfDraws(
  name: string,
  title: string,
  holds: (lottery: Lottery, draw: SmallDraw, number: number) => void,
): DrawRule {
  return {
    name,
    title: `F5 ${title}`,
    check(lottery, runs = {}) {
      const property = fc.property(smallDraw(), fc.nat(), (draw, number) => holds(lottery, draw, number));
      fc.assert(property, runs as fc.Parameters<[SmallDraw, number]>);
    },
  };
}
