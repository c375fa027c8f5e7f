import { daysAhead } from "../booking/grounds.js";
import { hour } from "../input/instant.js";
import type { Records } from "../store/scope.js";

/** A day whose last decision lies ahead of the clock: that of whoever decided it was ahead, or this one is behind. */
export interface WrongClock {
  /** By how much, milliseconds. */
  readonly aheadMs: number;
  readonly officeId: string;
  /** `YYYY-MM-DD`. */
  readonly date: string;
}

/** Told of clocks that differ by more than the tolerance, once an hour at most; where it throws nothing comes of it. */
export type OnWrongClock = (found: WrongClock) => void;

/** Compares the clock of a decision with those that wrote what it loaded. */
export function createClockWatch(
  toleranceMs: number,
  onWrongClock: OnWrongClock = warn,
): (records: Records, now: number) => void {
  let toldAt = -Infinity;
  return (records, now) => {
    const [day] = daysAhead(records, now, toleranceMs);
    if (day === undefined || Math.abs(now - toldAt) < hour) return;
    toldAt = now;
    const { officeId, date, decidedAt } = day;
    // Apart, so that a hook that throws or takes its time concerns no decision.
    void Promise.resolve({ aheadMs: decidedAt - now, officeId, date })
      .then(onWrongClock)
      .catch(() => undefined);
  };
}

function warn({ aheadMs, officeId, date }: WrongClock): void {
  console.warn(
    `giliran: the last decision on ${date} at ${officeId} was made by a clock that is ${aheadMs} ms ahead of this one; set the wrong one right.`,
  );
}
