import { createChance } from "../../src/booking/rules/chance.js";
import { seededBytes } from "../../src/testing/seeded-bytes.js";

/** Everything in a simulation that is left to chance follows from its seed. */
export interface Lot {
  /** A whole number from 0 up to `count`, without it. */
  readonly below: (count: number) => number;
  readonly happens: (probability: number) => boolean;
  readonly pick: <T>(choices: readonly [T, ...(readonly T[])]) => T;
  /** One of them, or nothing where there is none. */
  readonly pickAny: <T>(choices: readonly T[]) => T | undefined;
}

export function createLot(seed: number): Lot {
  const chance = createChance(seededBytes(seed)(16));
  const below = (count: number) => Math.floor(chance() * count);
  return {
    below,
    happens: (probability) => chance() < probability,
    pick: (choices) => choices[below(choices.length)] ?? choices[0],
    pickAny: (choices) => choices[below(choices.length)],
  };
}
