import type { Office } from "../office/office.js";
import type { Batch } from "./batch.js";
import { type HeldBooking, heldSince } from "./booking.js";
import { noticesOfHold, toTell } from "./notice.js";
import { isPlaceOf } from "./place.js";

const minute = 60_000;

/** Until when a hold may last, however often it is extended or corrected; an offer is given for `offerMinutes`. */
export function latestEnd(hold: HeldBooking, { rules }: Office): number {
  const given = hold.turn === undefined ? rules.holdMinutes : rules.offerMinutes;
  const longest = rules.longestHoldMinutes ?? given;
  return Math.max(hold.expiresAt, heldSince(hold) + longest * minute);
}

/** Until when a hold lasts that is extended now; not longer than before where it may not. */
export function extendedEnd(hold: HeldBooking, office: Office, now: number): number {
  return Math.min(now + office.rules.holdMinutes * minute, latestEnd(hold, office), hold.end);
}

/** A hold in the stead of another goes on with it: who corrects or moves what they hold gains no time by it. */
export function continueHold(
  batch: Batch,
  earlier: HeldBooking,
  { notices: _, ...held }: HeldBooking,
  latest: number,
  { rules }: Office,
): HeldBooking {
  const expiresAt = Math.min(held.expiresAt, latest);
  const { turn } = earlier;
  return {
    heldSince: heldSince(earlier),
    ...(turn !== undefined && isPlaceOf(earlier, held) && { turn }),
    ...toTell(noticesOfHold(expiresAt, rules.holdReminderMinutes, batch.now)),
    ...held,
    expiresAt,
  };
}
