import fc from "fast-check";

export { minute } from "../input/instant.js";

/** What somebody does; the numbers name people, senders, offices and dates. */
export type ScriptMove = HoldMove | CodeMove | RescheduleMove;

export interface HoldMove {
  readonly action: "hold" | "joinWaitingList";
  readonly desk: number;
  readonly office: number;
  readonly date: number;
  /** `undefined` for somebody who was never there before. */
  readonly person: number | undefined;
  readonly sender: number;
  readonly places: number;
  readonly pool: string;
  /** Stands in the details: the same person who says something else corrects the hold. */
  readonly remark: number;
}

export interface CodeMove {
  readonly action: "confirm" | "cancel" | "extend";
  readonly desk: number;
  /** Counts through the codes given so far. */
  readonly which: number;
}

export interface RescheduleMove {
  readonly action: "reschedule";
  readonly desk: number;
  readonly which: number;
  readonly date: number;
}

/** Time passes, then all the moves happen at once. */
export interface Step {
  readonly waitMs: number;
  readonly moves: readonly ScriptMove[];
}

export interface HoldChoices {
  /** Default only to hold. */
  readonly actions?: readonly HoldMove["action"][];
  readonly desks?: number;
  readonly offices?: number;
  readonly dates?: number;
  /** Without a number everybody is new. */
  readonly people?: number;
  readonly senders?: number;
  readonly places?: number;
  readonly pools?: readonly string[];
  readonly remarks?: number;
}

/** Holds by few people at few places, so that they meet. */
export function holdMove(choices: HoldChoices): fc.Arbitrary<HoldMove> {
  const { desks = 2, offices = 2, dates = 2, people, senders = 1, places = 1, remarks = 1 } = choices;
  const { pools = ["general"], actions = ["hold"] } = choices;
  return fc.record({
    action: fc.constantFrom(...actions),
    desk: below(desks),
    office: below(offices),
    date: below(dates),
    person: people === undefined ? fc.constant(undefined) : below(people),
    sender: below(senders),
    places: fc.integer({ min: 1, max: places }),
    pool: fc.constantFrom(...pools),
    remark: below(remarks),
  });
}

/** What is done with a code that was given before. */
export function codeMove(
  actions: readonly CodeMove["action"][] = ["confirm", "cancel"],
): fc.Arbitrary<CodeMove> {
  return fc.record({ action: fc.constantFrom(...actions), desk: below(2), which: fc.nat(40) });
}

/** A booking is moved to another day, or wants to be. */
export const rescheduleMove: fc.Arbitrary<RescheduleMove> = fc.record({
  action: fc.constant("reschedule"),
  desk: below(2),
  which: fc.nat(40),
  date: below(2),
});

/** `waits` of which most are 0, so that much happens at one time. */
export function stepOf(
  moves: fc.Arbitrary<readonly ScriptMove[]>,
  waits: readonly number[] = [0],
): fc.Arbitrary<Step> {
  return fc.record({
    waitMs: fc.oneof({ weight: 3, arbitrary: fc.constant(0) }, fc.constantFrom(...waits)),
    moves,
  });
}

/** Several moves at once. */
export function burst(move: fc.Arbitrary<ScriptMove>): fc.Arbitrary<readonly ScriptMove[]> {
  return fc.array(move, { minLength: 1, maxLength: 6 });
}

export function alone(move: fc.Arbitrary<ScriptMove>): fc.Arbitrary<readonly ScriptMove[]> {
  return move.map((one) => [one]);
}

/** Steps one after the other, up to `maxLength`. */
export function script(step: fc.Arbitrary<Step>, maxLength = 12): fc.Arbitrary<readonly Step[]> {
  return fc.array(step, { minLength: 2, maxLength, size: "max" });
}

export function below(count: number): fc.Arbitrary<number> {
  return fc.nat(count - 1);
}
