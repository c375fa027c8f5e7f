import { createTicket, type Ticket } from "../../ticket/ticket.js";
import type { Action } from "../action.js";
import {
  type CancelledBooking,
  type ConfirmedBooking,
  changed,
  type HeldBooking,
  isLive,
  type LiveBooking,
} from "../booking.js";
import type { Grounds } from "../grounds.js";
import { needCodes } from "../needs.js";
import type {
  Busy,
  CodeRefusal,
  Ended,
  Malformed,
  MoveRefusal,
  RequestIdConflict,
  Waiting,
} from "../outcomes.js";
import { type CodeRequest, needsOfCode } from "../requests.js";
import { cancelBooking, notStanding } from "../rules/endings.js";
import { refuseMove } from "../rules/late-refusals.js";
import { makeCertain } from "../rules/moves.js";
import { findOwn } from "../rules/own-booking.js";

/** How `confirm` ends; a ticket where the booking is certain. */
export type ConfirmOutcome =
  /** `replaced` is the earlier booking in whose stead the party had waited. */
  | {
      readonly kind: "confirmed";
      readonly booking: ConfirmedBooking;
      readonly ticket: Ticket;
      readonly replaced?: CancelledBooking;
    }
  | { readonly kind: "already-confirmed"; readonly booking: ConfirmedBooking; readonly ticket: Ticket }
  | Busy
  | RequestIdConflict
  | Malformed
  | CodeRefusal
  | Waiting
  | Ended
  /** The offer would take the place of `booking`, which may not be moved; both stand. */
  | MoveRefusal;

/** Makes a hold certain, once, and gives its queue number. */
export const confirm: Action<CodeRequest, ConfirmOutcome> = {
  name: "confirm",
  effect: "confirmed",
  needs: needsOfCode,
  decide(request, on) {
    const { by } = request;
    const found = findOwn(on, request);
    if (found.kind !== "found") return found;
    const { booking, office } = found;
    switch (booking.state) {
      case "held": {
        const earlier = replacedBy(on, booking);
        // Whoever waited on top of a booking moves it now, and by the same rules as any other move.
        const ofEarlier = earlier && on.calendars.get(earlier.officeId)?.office;
        const refusal =
          earlier?.state === "confirmed" ? refuseMove(earlier, ofEarlier, by, on.now) : undefined;
        if (refusal !== undefined) return refusal;
        const { replaces: _, ...core } = changed(booking, "confirmed", on.now, by);
        const moves = earlier?.state === "confirmed" ? { reschedules: (earlier.reschedules ?? 0) + 1 } : {};
        const confirmed = makeCertain(on, { ...core, ...moves });
        // C7: who waited on top of a booking had its place until now.
        const replaced = earlier && cancelBooking(on, earlier, { by, replacedBy: booking.code });
        on.bookings.put(confirmed);
        const ticket = createTicket({ office, booking: confirmed });
        return { kind: "confirmed", booking: confirmed, ticket, ...(replaced && { replaced }) };
      }
      case "confirmed":
        return { kind: "already-confirmed", booking, ticket: createTicket({ office, booking }) };
      default:
        return notStanding(booking);
    }
  },
};

/** The live booking that a hold takes the place of. */
function replacedBy(
  { now, bookings, wanted }: Pick<Grounds, "now" | "bookings" | "wanted">,
  { replaces }: HeldBooking,
): LiveBooking | undefined {
  if (replaces === undefined) return undefined;
  const earlier = bookings.find(replaces);
  if (earlier === undefined) wanted.need(needCodes([replaces]));
  return earlier !== undefined && isLive(earlier) && earlier.end > now ? earlier : undefined;
}
