import { InvalidConfigError } from "../errors.js";
import { isWindowTime, minutesOf } from "../office/opening-hours.js";

/** A slot with room for the party, as it is at the decision. */
export interface FreeSlot {
  /** The slot's key, its local start. */
  readonly window: string;
  readonly until: string;
  /** Epoch milliseconds. */
  readonly start: number;
  readonly end: number;
  /** The pool whose places the party would take: the asked one, or one that has opened to it. */
  readonly pool: string;
  /** How many places of the pool may be booked, and how many of them are not taken. */
  readonly capacity: number;
  readonly placesLeft: number;
}

/** What a policy may know of a request: nothing about who asks (F2). */
export interface PolicyRequest {
  readonly officeId: string;
  readonly date: string;
  readonly pool: string;
  readonly places: number;
}

/** Puts slots into the order of preference; the first is allotted. It must be pure. */
export type Policy = (request: PolicyRequest, slots: readonly FreeSlot[]) => readonly FreeSlot[];

/**
 * Fills the day from its beginning.
 * @example
 * createDesk({ offices: [office], store, secret, policy: earliestFirst });
 */
export const earliestFirst: Policy = (_request, slots) => slots.toSorted((a, b) => a.start - b.start);

/**
 * Spreads arrivals evenly: the slot with the smallest share of its places taken, the earliest of equals.
 * @example
 * createDesk({ offices: [office], store, secret, policy: leastLoaded });
 */
export const leastLoaded: Policy = (_request, slots) =>
  slots.toSorted((a, b) => freeShare(b) - freeShare(a) || a.start - b.start);

/**
 * The window that begins nearest to a local time, `10:00`; the earlier of two as near.
 * @throws InvalidConfigError where it is no time.
 * @example
 * createDesk({ offices: [office], store, secret, policy: nearestTo("10:00") });
 */
export function nearestTo(time: string): Policy {
  if (!isWindowTime(time)) throw new InvalidConfigError("time", 'expected a local time such as "10:00"');
  const early = minutesOf(time);
  return (_request, slots) => {
    // Of a night the small hours are meant that come after it.
    const hasNight = slots.some(({ window }) => window >= "24:00");
    const wanted = hasNight ? [early, early + 1440] : [early];
    const distance = ({ window }: FreeSlot) =>
      Math.min(...wanted.map((minutes) => Math.abs(minutesOf(window) - minutes)));
    return slots.toSorted((a, b) => distance(a) - distance(b) || a.start - b.start);
  };
}

function freeShare({ capacity, placesLeft }: FreeSlot): number {
  return placesLeft / capacity;
}
