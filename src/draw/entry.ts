/** A party's part in a draw, as it is published: nothing of it says who they are. */
export interface DrawEntry {
  /** 128 random bits, as 32 small hex digits. */
  readonly id: string;
  /** How many places the party takes; it gets all of them in one window and pool, or none. */
  readonly places: number;
  /** How many times the chance of an entry of weight 1 to come before another of weight 1. */
  readonly weight: number;
  /** The pool that is the party's own, or `open`. */
  readonly pool: string;
  /** The windows or dates that the party takes, the best first. */
  readonly choices: readonly string[];
}

/** The places that are drawn for, by window and pool. */
export type DrawCapacity = Readonly<Record<string, Readonly<Record<string, number>>>>;

/** The pool that every entry may have places of. */
export const openPool = "open";

/** The rules of a draw by name; they differ in whether an entry's own pool is asked before the open one, or after it. */
export type DrawRules = (typeof ruleNames)[number];
export const ruleNames = ["draw-1", "draw-1-open-first"] as const;

/** What no draw passes, in numbers. */
export const drawLimits = {
  entries: 2_000_000,
  /** Of one entry. */
  weight: 1_000,
  places: 1_000,
  choices: 100,
  /** Letters of a name. */
  name: 200,
} as const;

/** The pools that may serve an entry, in the order in which they are asked. */
export function poolsOf({ pool }: DrawEntry, rules: DrawRules): readonly string[] {
  if (pool === openPool) return [openPool];
  return rules === "draw-1" ? [pool, openPool] : [openPool, pool];
}
