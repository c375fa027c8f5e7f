import { comingSlots, openPools } from "../../allocation/free-slots.js";
import type { FreeSlot } from "../../allocation/policies.js";
import { StoreError } from "../../errors.js";
import { minute } from "../../input/instant.js";
import { presentPool } from "../../office/calendar.js";
import type { Office } from "../../office/office.js";
import { type Actor, type Booking, type HeldBooking, heldSince, type Person } from "../booking.js";
import type { Grounds } from "../grounds.js";
import { needCodes } from "../needs.js";
import { noticesOfHold, toTell } from "../notice.js";
import type { Wish } from "../requests.js";

/** What a new hold is made of. */
interface Party extends Wish {
  readonly people: readonly Person[];
  readonly sender: string | undefined;
  readonly by: Actor;
  readonly codes: readonly string[];
}

/** The party's places in a slot, for as long as the office holds them; whoever calls puts it. */
export function newHold(
  on: Pick<Grounds, "now" | "bookings" | "wanted">,
  party: Party,
  slot: FreeSlot,
): HeldBooking {
  const { calendar, date, people, places, sender, by, override } = party;
  const { window, until, start, end, pool } = slot;
  const { holdMinutes, holdReminderMinutes, coolingMinutes } = calendar.office.rules;
  const expiresAt = Math.min(on.now + holdMinutes * minute, end);
  return {
    state: "held",
    code: freshCode(on, party.codes),
    officeId: calendar.office.id,
    date,
    window,
    until,
    start,
    end,
    pool,
    ...(pool !== party.pool && { askedPool: party.pool }),
    places,
    people,
    ...(sender !== undefined && { sender }),
    ...(coolingMinutes[1] > 0 && { coolingMinutes }),
    expiresAt,
    history:
      override === undefined ? on.bookings.begin("held", by) : [{ what: "held", at: on.now, by, override }],
    ...toTell(noticesOfHold(expiresAt, holdReminderMinutes, on.now)),
  };
}

/** The first of the codes that were drawn that nobody has; the others are looked up only where the first is in use. */
export function freshCode(
  { bookings, wanted }: Pick<Grounds, "bookings" | "wanted">,
  codes: readonly string[],
): string {
  const code = codes.find((candidate) => bookings.find(candidate) === undefined);
  if (code !== codes[0]) wanted.need(needCodes(codes));
  if (code === undefined)
    throw new StoreError("Every booking code that was drawn is in use; ask again.", { retryable: true });
  return code;
}

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
  { now }: Pick<Grounds, "now">,
  earlier: HeldBooking,
  { notices: _, ...held }: HeldBooking,
  latest: number,
  { rules }: Office,
): HeldBooking {
  const expiresAt = Math.min(held.expiresAt, latest);
  const { turn } = earlier;
  return {
    heldSince: Math.min(heldSince(earlier), now),
    ...(turn !== undefined && isPlaceOf(earlier, held) && { turn }),
    ...toTell(noticesOfHold(expiresAt, rules.holdReminderMinutes, now)),
    ...held,
    expiresAt,
  };
}

/** Whether both are for the same places: the one can hand them on to the other. */
function isPlaceOf(a: Booking, b: Pick<Booking, "officeId" | "date" | "window" | "pool">): boolean {
  return a.officeId === b.officeId && a.date === b.date && a.window === b.window && a.pool === b.pool;
}

/** Whether the earlier place is what is asked for: of the asked pool, and of the window that would be given now. */
export function isAsAsked(earlier: Booking, wish: Wish, slot: FreeSlot | undefined, now: number): boolean {
  const isThere = earlier.officeId === wish.calendar.office.id && earlier.date === wish.date;
  return isThere && hasAskedPool(earlier, wish, now) && suits(earlier, wish, slot);
}

/** Whether the earlier place is of the asked pool, or of one that has opened to it. */
function hasAskedPool(earlier: Booking, { calendar, date, pool }: Wish, now: number): boolean {
  if (presentPool(calendar, earlier.askedPool ?? earlier.pool) === pool) return true;
  const slot = comingSlots(calendar, date, now).find(({ window }) => window === earlier.window);
  return slot !== undefined && openPools(slot, pool, now).includes(earlier.pool);
}

/** Without a wish for a time any window is right; with one, the window that would be given now. */
function suits(earlier: Booking, { window, prefer }: Wish, slot: FreeSlot | undefined): boolean {
  if (window === undefined && prefer === undefined) return true;
  return earlier.window === slot?.window;
}
