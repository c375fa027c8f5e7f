import { chooseSlot } from "../../allocation/free-slots.js";
import type { Action } from "../action.js";
import { type CancelledBooking, type HeldBooking, inOrderMade } from "../booking.js";
import type { Grounds } from "../grounds.js";
import type {
  Blocked,
  Busy,
  Full,
  LimitRefusal,
  Malformed,
  NotOffered,
  RequestIdConflict,
  WithAlternatives,
} from "../outcomes.js";
import { needsOfParty, type PartyRequest } from "../requests.js";
import { cancelBooking } from "../rules/endings.js";
import { continueHold, isAsAsked, isPlaceOf, latestEnd, newHold } from "../rules/holds.js";
import { refuseByLimits, refuseByOffice } from "../rules/refusals.js";
import { refuseFull, slotQuery, withAlternatives } from "../rules/room.js";

/** How `hold` ends; the first refusal that applies, in this order, is the answer. */
export type HoldOutcome =
  /** Places are taken until `booking.expiresAt`. `replaced` is the sender's earlier hold for the same people. */
  | { readonly kind: "held"; readonly booking: HeldBooking; readonly replaced?: CancelledBooking }
  /** The same was asked before and is still held; nothing changed. */
  | { readonly kind: "already-held"; readonly booking: HeldBooking }
  | Busy
  | RequestIdConflict
  | Malformed
  | { readonly kind: "unknown-office"; readonly officeId: string }
  | Blocked
  | (NotOffered & WithAlternatives)
  | LimitRefusal
  | (Full & WithAlternatives);

/** Gives a party places in one slot for as long as the office holds them, or says why not and what is free. */
export const hold: Action<PartyRequest, HoldOutcome> = {
  name: "hold",
  effect: "held",
  needs: (request) => needsOfParty(request, [request.date]),
  decide(request, on) {
    const { calendar, policy, by } = request;
    const { now, bookings } = on;
    const earlier = earlierHold(on, request);
    const refusal = refuseByOffice(request, now);
    if (refusal !== undefined) return { ...refusal, ...withAlternatives(on, request, earlier) };
    const limit = refuseByLimits(request, on, earlier);
    if (limit !== undefined) return limit;
    const slot = chooseSlot(calendar, policy, slotQuery(on, request, earlier));
    if (earlier !== undefined && isSameParty(earlier, request) && isAsAsked(earlier, request, slot, now))
      return { kind: "already-held", booking: earlier };
    if (slot === undefined) return refuseFull(on, request, earlier);
    const fresh = newHold(on, request, slot);
    const { office } = calendar;
    const booking =
      earlier === undefined ? fresh : continueHold(on, earlier, fresh, latestEnd(earlier, office), office);
    // C7: a correction gives its old place back in the very write that makes the new one certain.
    const replaced =
      earlier &&
      cancelBooking(on, earlier, {
        by,
        replacedBy: booking.code,
        ...(isPlaceOf(earlier, booking) && { handedOn: "handed-on" }),
      });
    bookings.put(booking, slot.places);
    return { kind: "held", booking, ...(replaced && { replaced }) };
  },
};

/**
 * The sender's own hold for the same people, which a second request corrects: that of the asked day, else one that
 * is no offer on top of another.
 */
function earlierHold(
  { bookings }: Pick<Grounds, "bookings">,
  { sender, people, calendar, date }: PartyRequest,
): HeldBooking | undefined {
  const live = bookings.liveFrom(sender).filter((booking) => booking.state === "held");
  if (live.length === 0) return undefined;
  const keys = new Set(people.map((person) => person.key));
  const held = live
    .filter(
      (booking) => booking.people.length === keys.size && booking.people.every(({ key }) => keys.has(key)),
    )
    .sort(inOrderMade);
  const officeId = calendar.office.id;
  return (
    held.find((booking) => booking.officeId === officeId && booking.date === date) ??
    held.find(({ replaces }) => !held.some(({ code }) => code === replaces))
  );
}

/** Whether it is at the asked office, and the details of all people are the same. */
function isSameParty(earlier: HeldBooking, { calendar, people }: PartyRequest): boolean {
  return (
    earlier.officeId === calendar.office.id &&
    people.every(({ key, details }) =>
      earlier.people.some((known) => known.key === key && isSameRecord(known.details, details)),
    )
  );
}

function isSameRecord(a: Readonly<Record<string, unknown>>, b: Readonly<Record<string, unknown>>): boolean {
  const names = Object.keys(a);
  return names.length === Object.keys(b).length && names.every((name) => a[name] === b[name]);
}
