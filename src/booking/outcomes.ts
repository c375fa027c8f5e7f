import type { Alternative } from "../allocation/alternatives.js";
import type { Ticket } from "../ticket/ticket.js";
import type { Booking, CancelledBooking, ConfirmedBooking, HeldBooking, LapsedBooking } from "./booking.js";

/** The request id was used before for something else; nothing was done and nothing is revealed. */
export interface RequestIdConflict {
  readonly kind: "request-id-conflict";
}

/** The call itself can't be right: `field` names the part, `expected` what it should be. */
export interface Malformed {
  readonly kind: "malformed";
  readonly field: string;
  readonly expected: string;
}

interface Elsewhere {
  readonly officeId: string;
  readonly date: string;
  /** Best first; empty only where nothing is free in the booking window. */
  readonly alternatives: readonly Alternative[];
}

export type HoldOutcome =
  /** Places are taken until `booking.expiresAt`. `replaced` is the sender's earlier hold for the same people. */
  | { readonly kind: "held"; readonly booking: HeldBooking; readonly replaced?: CancelledBooking }
  /** The same was asked before and is still held; nothing changed. */
  | { readonly kind: "already-held"; readonly booking: HeldBooking }
  | RequestIdConflict
  | Malformed
  | { readonly kind: "unknown-office"; readonly officeId: string }
  | { readonly kind: "pool-not-offered"; readonly pool: string; readonly pools: readonly string[] }
  /** No slot of the office, even empty, has so many places in the pool. */
  | { readonly kind: "party-too-large"; readonly places: number; readonly largest: number }
  /** `from` and `until` are the first and the last date that may be asked for now. */
  | ({
      readonly kind: "outside-booking-window";
      readonly reason: "past" | "day-is-over" | "too-far-ahead";
      readonly from: string;
      readonly until: string;
    } & Elsewhere)
  | ({ readonly kind: "office-closed"; readonly reason?: string } & Elsewhere)
  /** `booking` is there only where it is the same sender's. */
  | { readonly kind: "person-has-booking"; readonly booking?: Booking }
  | { readonly kind: "sender-limit"; readonly limit: number }
  /** Another pool of the day still has room. */
  | ({ readonly kind: "pool-full"; readonly pool: string } & Elsewhere)
  | ({ readonly kind: "day-full" } & Elsewhere);

/** Why a code can't be acted on. The two are told apart to the caller alone, never to the person. */
export type CodeRefusal = { readonly kind: "unknown-code" } | { readonly kind: "other-sender" };

export type ConfirmOutcome =
  | { readonly kind: "confirmed"; readonly booking: ConfirmedBooking; readonly ticket: Ticket }
  | { readonly kind: "already-confirmed"; readonly booking: ConfirmedBooking; readonly ticket: Ticket }
  | { readonly kind: "hold-lapsed"; readonly booking: LapsedBooking }
  | { readonly kind: "cancelled"; readonly booking: CancelledBooking }
  | RequestIdConflict
  | Malformed
  | CodeRefusal;

export type CancelOutcome =
  | { readonly kind: "cancelled"; readonly booking: CancelledBooking }
  | { readonly kind: "already-cancelled"; readonly booking: CancelledBooking }
  | { readonly kind: "hold-lapsed"; readonly booking: LapsedBooking }
  /** The window has ended; what is past can't be given back. */
  | { readonly kind: "visit-over"; readonly booking: ConfirmedBooking }
  | RequestIdConflict
  | Malformed
  | CodeRefusal;

export interface OutcomeOf {
  readonly hold: HoldOutcome;
  readonly confirm: ConfirmOutcome;
  readonly cancel: CancelOutcome;
}

export type Action = keyof OutcomeOf;
export type Outcome = OutcomeOf[Action];
