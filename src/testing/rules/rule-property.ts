import fc from "fast-check";
import { closeAfter } from "../close-after.js";
import type { CreateWorld } from "../world.js";

export type Rule =
  | "C1"
  | "C2"
  | "C3"
  | "C4"
  | "C5"
  | "C6"
  | "C7"
  | "C8"
  | "C9"
  | "F1"
  | "F2"
  | "F3"
  | "F4"
  | "F6";

/** A rule as a value, so that the real library and the broken ones are held to the very same one. */
export interface RuleProperty<Name extends string = Rule> {
  readonly rule: Name;
  readonly title: string;
  /** Rejects with a counterexample and its seed. */
  readonly check: (createWorld: CreateWorld, runs: Runs) => Promise<void>;
}

export type Runs = Pick<fc.Parameters<unknown>, "numRuns" | "seed" | "endOnFailure">;

export function defineRule<T, Name extends string = Rule>(rule: {
  readonly rule: Name;
  readonly title: string;
  readonly given: fc.Arbitrary<T>;
  readonly holds: (createWorld: CreateWorld, given: T) => Promise<void>;
}): RuleProperty<Name> {
  const { given, holds } = rule;
  return {
    rule: rule.rule,
    title: rule.title,
    async check(createWorld, runs) {
      const property = fc.asyncProperty(given, (value) =>
        closeAfter(createWorld, (open) => holds(open, value)),
      );
      await fc.assert(property, runs as fc.Parameters<[T]>);
    },
  };
}
