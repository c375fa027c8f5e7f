import { daysAhead } from "../booking/grounds.js";
import { dayKind } from "../booking/kinds.js";
import { hour } from "../input/instant.js";
import { type Records, recordsOf } from "../store/scope.js";

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
    tellApart(onWrongClock, { aheadMs: decidedAt - now, officeId, date });
  };
}

/** Told once of each office that a desk meets bookings of and does not have. */
export type OnUnknownOffice = (found: { readonly officeId: string }) => void;

/** Looks for days of offices that the desk does not have: what is met there is settled by its record alone. */
export function createOfficeWatch(
  desk: { readonly calendars: Pick<ReadonlyMap<string, unknown>, "has"> },
  onUnknownOffice: OnUnknownOffice = warnOfOffice,
): (records: Records) => void {
  const told = new Set<string>();
  return (records) => {
    for (const { officeId } of recordsOf(records, dayKind)) {
      if (desk.calendars.has(officeId) || told.has(officeId)) continue;
      told.add(officeId);
      tellApart(onUnknownOffice, { officeId });
    }
  };
}

/** A hook that throws or takes its time concerns no decision. */
function tellApart<Told>(hook: (told: Told) => void, told: Told): void {
  void Promise.resolve(told)
    .then(hook)
    .catch(() => undefined);
}

function warnOfOffice({ officeId }: { readonly officeId: string }): void {
  console.warn(
    `giliran: there are bookings of the office ${officeId}, which this desk does not have; where it has left, keep it with closed: true.`,
  );
}

function warn({ aheadMs, officeId, date }: WrongClock): void {
  console.warn(
    `giliran: the last decision on ${date} at ${officeId} was made by a clock that is ${aheadMs} ms ahead of this one; set the wrong one right.`,
  );
}
