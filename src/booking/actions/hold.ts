import { chooseSlot } from "../../allocation/free-slots.js";
import type { Action } from "../action.js";
import { inOrderMade } from "../arrival.js";
import type { CancelledBooking, HeldBooking } from "../booking.js";
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
import { isForParty, needsOfParty, type PartyRequest } from "../requests.js";
import { noteChange, refuseChange } from "../rules/bounds-of-senders.js";
import { cancelBooking } from "../rules/endings.js";
import { continueHold, isAsAsked, latestEnd, newHold } from "../rules/holds.js";
import { handsOn } from "../rules/moves.js";
import { refuseByLimits, refuseByOffice } from "../rules/refusals.js";
import { refuseFull, slotQuery, withAlternatives } from "../rules/room.js";

/**
 * How `hold` ends; the first refusal that applies, in this order, is the answer. What only the windows of an open date tell
 * (no such pool, too large a party, `day-is-over`, `too-late`) comes after `office-closed`, as docs/outcomes.md lists it.
 */
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
    const tooMany = refuseChange(on, request);
    if (tooMany !== undefined) return tooMany;
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
        ...(handsOn(on, earlier, booking) && { handedOn: "handed-on" }),
      });
    bookings.put(booking, slot.capacity);
    if (replaced !== undefined) noteChange(on, request);
    return { kind: "held", booking, ...(replaced && { replaced }) };
  },
};

/**
 * A second request of a sender for the same people, while the first is only held, corrects it: the hold of the asked day
 * where there is one. Where a person may have one booking alone, another day does too: it corrects the oldest hold that
 * is not itself an offer in the stead of another of them. Elsewhere it stands beside what they have.
 */
function earlierHold(
  { bookings }: Pick<Grounds, "bookings">,
  request: PartyRequest,
): HeldBooking | undefined {
  const holds = bookings
    .liveFrom(request.sender)
    .filter((booking) => booking.state === "held")
    .filter((hold) => isForParty(hold, request))
    .sort(inOrderMade);
  const isInSteadOfOne = ({ replaces }: HeldBooking) => holds.some(({ code }) => code === replaces);
  const ofDay = holds.find((hold) => isOnAskedDay(hold, request));
  if (ofDay !== undefined || request.calendar.office.rules.bookingsPerPerson > 1) return ofDay;
  return holds.find((hold) => !isInSteadOfOne(hold));
}

function isOnAskedDay(hold: HeldBooking, { calendar, date }: PartyRequest): boolean {
  return hold.officeId === calendar.office.id && hold.date === date;
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
