import { createTicket, type Ticket } from "../../ticket/ticket.js";
import type { Action } from "../action.js";
import { type ConfirmedBooking, changed, type HeldBooking, heldSince } from "../booking.js";
import { noticesOfHold, toTell } from "../notice.js";
import type { Busy, CodeRefusal, Ended, Malformed, RequestIdConflict, Waiting } from "../outcomes.js";
import { type CodeRequest, needsOfCode } from "../requests.js";
import { notStanding } from "../rules/endings.js";
import { extendedEnd } from "../rules/holds.js";
import { findOwn } from "../rules/own-booking.js";

/** How `extend` ends. */
export type ExtendOutcome =
  | { readonly kind: "extended"; readonly booking: HeldBooking }
  /** No hold of the office lasts longer. */
  | { readonly kind: "longest-hold"; readonly booking: HeldBooking }
  | { readonly kind: "already-confirmed"; readonly booking: ConfirmedBooking; readonly ticket: Ticket }
  | Busy
  | RequestIdConflict
  | Malformed
  | CodeRefusal
  | Waiting
  | Ended;

/** Keeps a hold for as long again, but never longer in all than the office allows. */
export const extend: Action<CodeRequest, ExtendOutcome> = {
  name: "extend",
  effect: "extended",
  needs: needsOfCode,
  decide(request, on) {
    const found = findOwn(on, request);
    if (found.kind !== "found") return found;
    const { booking, office } = found;
    switch (booking.state) {
      case "held": {
        const { holdReminderMinutes } = office.rules;
        const expiresAt = extendedEnd(booking, office, on.now);
        if (expiresAt <= booking.expiresAt) return { kind: "longest-hold", booking };
        const { turn } = booking;
        const since = heldSince(booking) > on.now ? on.now : booking.heldSince;
        const extended: HeldBooking = {
          state: "held",
          expiresAt,
          ...(turn !== undefined && { turn }),
          ...(since !== undefined && { heldSince: since }),
          // An offer or a move that nobody was told of yet is still to be told.
          ...toTell([
            ...(booking.notices ?? []).filter(({ kind }) => kind !== "hold-lapsing"),
            ...noticesOfHold(expiresAt, holdReminderMinutes, on.now),
          ]),
          ...changed(booking, "extended", on.now, request.by),
        };
        on.bookings.put(extended);
        return { kind: "extended", booking: extended };
      }
      case "confirmed":
        return { kind: "already-confirmed", booking, ticket: createTicket({ office, booking }) };
      default:
        return notStanding(booking);
    }
  },
};
