import type { Rule } from "../../src/testing/rules/rule-property.js";

/** What a simulation found wrong, in words without names. */
export interface Broken {
  readonly rule: Rule | "notices" | "use" | "error";
  readonly what: string;
}

/** Keeps the first that was wrong: what comes after may follow from it. */
export interface Verdict {
  readonly broken: () => Broken | undefined;
  /** Notes a rule as broken unless it holds; `what` is asked for only then. */
  readonly hold: (rule: Broken["rule"], holds: boolean, what: () => string) => void;
}

/** `passedOver` are rules that are not held to. */
export function createVerdict(passedOver: readonly Broken["rule"][] = []): Verdict {
  let first: Broken | undefined;
  return {
    broken: () => first,
    hold(rule, holds, what) {
      if (!holds && !passedOver.includes(rule)) first ??= { rule, what: what() };
    },
  };
}
