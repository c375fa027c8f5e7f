import { chooseSlot } from "../../allocation/free-slots.js";
import { createTicket, type Ticket } from "../../ticket/ticket.js";
import type { Action } from "../action.js";
import type { Actor, CancelledBooking, ConfirmedBooking, HeldBooking } from "../booking.js";
import type { Grounds } from "../grounds.js";
import { needCodes, needSenders } from "../needs.js";
import type {
  Busy,
  CodeRefusal,
  Ended,
  LimitRefusal,
  Malformed,
  MoveRefusal,
  OfficeRefusal,
  RequestIdConflict,
  Waiting,
  WithAlternatives,
} from "../outcomes.js";
import { type Move, needsOfCode, needsOfParty, type RescheduleRequest } from "../requests.js";
import { noteChange, refuseChange } from "../rules/bounds-of-senders.js";
import { movedFrom, notStanding, owe } from "../rules/endings.js";
import { isAsAsked } from "../rules/holds.js";
import { refuseMove } from "../rules/late-refusals.js";
import { transfer } from "../rules/moves.js";
import { findOwn } from "../rules/own-booking.js";
import { refuseByLimits, refuseByOffice } from "../rules/refusals.js";
import { refuseFull, slotQuery, withAlternatives } from "../rules/room.js";

/** How `reschedule` ends; whatever it is, the party has a place all along (C7). */
export type RescheduleOutcome =
  /** What was certain is certain again, under a new code and number; a hold is a new hold. */
  | {
      readonly kind: "rescheduled";
      readonly booking: HeldBooking | ConfirmedBooking;
      readonly replaced: CancelledBooking;
      /** Where the booking is confirmed. */
      readonly ticket?: Ticket;
    }
  /** The party has the place that was asked for. */
  | { readonly kind: "same-place"; readonly booking: HeldBooking | ConfirmedBooking }
  | Busy
  | RequestIdConflict
  | Malformed
  | CodeRefusal
  | Waiting
  | Ended
  | MoveRefusal
  /** There is no such office in the booking's group. */
  | { readonly kind: "unknown-office"; readonly officeId: string }
  /** At the only time with room somebody has another visit, or the limits of another office stand against it. */
  | LimitRefusal
  | (OfficeRefusal & WithAlternatives);

/** Gives a party another place of its office or group, and only with it takes the old one back (C7). */
export const reschedule: Action<RescheduleRequest, RescheduleOutcome> = {
  name: "reschedule",
  effect: "rescheduled",
  needs(request) {
    const { move, code, sender } = request;
    if (move === undefined) return needsOfCode(request);
    return [...needsOfParty(move, [move.date]), needCodes([code]), ...needSenders([sender])];
  },
  decide(request, on) {
    const { by, move: wish, unknownOffice } = request;
    const found = findOwn(on, request);
    if (found.kind !== "found") return found;
    if (unknownOffice !== undefined) return { kind: "unknown-office", officeId: unknownOffice };
    if (wish === undefined) return { kind: "unknown-code" };
    const { booking, office } = found;
    switch (booking.state) {
      case "held":
        return move(on, { ...wish, by }, booking);
      case "confirmed":
        return refuseMove(booking, office, by, on.now) ?? move(on, { ...wish, by }, booking);
      default:
        return notStanding(booking);
    }
  },
};

function move(
  on: Grounds,
  wish: Move & { readonly by: Actor },
  earlier: HeldBooking | ConfirmedBooking,
): RescheduleOutcome {
  const { office } = wish.calendar;
  const refusal = refuseByOffice(wish, on.now);
  if (refusal !== undefined) return { ...refusal, ...withAlternatives(on, wish, earlier) };
  const limit = earlier.officeId === office.id ? undefined : refuseByLimits(wish, on, earlier);
  if (limit !== undefined) return limit;
  const slot = chooseSlot(wish.calendar, wish.policy, slotQuery(on, wish, earlier));
  if (isAsAsked(earlier, wish, slot, on.now)) return { kind: "same-place", booking: earlier };
  if (slot === undefined) return refuseFull(on, wish, earlier);
  const tooMany = refuseChange(on, wish);
  if (tooMany !== undefined) return tooMany;
  noteChange(on, wish);
  const { booking, replaced } = transfer(on, { ...wish, office }, earlier, slot);
  const told = wish.by === "applicant" ? booking : owe(on, booking, movedFrom(earlier, on.now));
  return {
    kind: "rescheduled",
    booking: told,
    replaced,
    ...(told.state === "confirmed" && { ticket: createTicket({ office, booking: told }) }),
  };
}
