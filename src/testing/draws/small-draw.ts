import fc from "fast-check";
import type { DrawPlan } from "../../draw/announcement.js";
import type { DrawBundle } from "../../draw/bundle.js";
import { sha256Hex } from "../../draw/canonical.js";
import type { DrawCapacity, DrawEntry, DrawRules } from "../../draw/entry.js";
import { testBeacon } from "../../draw/randomness.js";
import type { Lottery } from "./lottery.js";

/** A draw of few entries for few places, so that most are contested. */
export interface SmallDraw {
  readonly rules: DrawRules;
  /** In the order in which they came. */
  readonly entries: readonly DrawEntry[];
  readonly capacity: DrawCapacity;
  /** 64 hex digits. */
  readonly seed: string;
}

const windows = ["0900", "1000", "1100"];

/** Draws of up to eight entries. */
export function smallDraw(): fc.Arbitrary<SmallDraw> {
  const places = fc.record({ elderly: fc.integer({ min: 1, max: 2 }), open: fc.integer({ min: 2, max: 3 }) });
  const entry = fc.record({
    id: fc.nat().map((number) => idOf(number)),
    places: fc.integer({ min: 1, max: 2 }),
    weight: fc.integer({ min: 1, max: 3 }),
    pool: fc.constantFrom("open", "open", "elderly"),
    choices: fc.shuffledSubarray(windows, { minLength: 1 }),
  });
  return fc.record({
    rules: fc.constantFrom("draw-1", "draw-1-open-first"),
    entries: fc.uniqueArray(entry, { minLength: 2, maxLength: 8, selector: ({ id }) => id }),
    capacity: fc.record({ "0900": places, "1000": places, "1100": places }),
    seed: fc.nat().map((number) => seedOf(number)),
  });
}

/** An id as random as any, of a number. */
export function idOf(number: number): string {
  return sha256Hex(`id ${number}`).slice(0, 32);
}

/** A seed of a number. */
export function seedOf(number: number): string {
  return sha256Hex(`seed ${number}`);
}

const frozenAt = 1_500_000_000;
const margin = 600;

/** What is announced of a small draw; the round comes out as many seconds after the margin. */
export function planOf({ rules, entries, capacity }: SmallDraw, secondsAfter = 0): PlanOfSmall {
  return {
    draw: "small",
    rules,
    entries,
    capacity,
    freeze: { at: frozenAt, margin },
    beacon: { chain: "test", round: frozenAt + margin + secondsAfter },
  };
}

type PlanOfSmall = DrawPlan & Required<Pick<DrawPlan, "freeze">>;

/** A small draw from its announcement to its bundle. */
export function bundleOf(by: Lottery, draw: SmallDraw, secondsAfter = 0): DrawBundle {
  const { announcement, list } = by.announce(planOf(draw, secondsAfter));
  return by.makeBundle(announcement, list, testBeacon(draw.seed).recordOf(announcement.beacon.round));
}
