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

/** What was asked for, and what is free instead. */
export interface Elsewhere {
  readonly officeId: string;
  readonly date: string;
  /**
   * Best first: other windows where one was asked for, other dates, other offices of the group. Empty only where
   * nothing is free.
   */
  readonly alternatives: readonly Alternative[];
}

/** Why an office can't give what was asked, whoever asks. */
export type OfficeRefusal =
  /** The office, or an open date of it, never has places of this kind, but of `pools`. */
  | { readonly kind: "pool-not-offered"; readonly pool: string; readonly pools: readonly string[] }
  /** No slot of the office, or of an open date of it, has so many places in the pool even when it is empty. */
  | { readonly kind: "party-too-large"; readonly places: number; readonly largest: number }
  /** Requests are taken again from `opensAt` on, epoch milliseconds. */
  | { readonly kind: "outside-intake-hours"; readonly opensAt: number }
  /**
   * `from` and `until` are the first and the last date that may be asked for now. A date that is too far ahead
   * may be asked for from `opensAt` on, epoch milliseconds.
   */
  | {
      readonly kind: "outside-booking-window";
      readonly reason: "past" | "day-is-over" | "too-late" | "too-far-ahead";
      readonly from: string;
      readonly until: string;
      readonly opensAt?: number;
    }
  | { readonly kind: "office-closed"; readonly reason?: string }
  /** The date has no window that begins then, but `windows`. */
  | { readonly kind: "window-not-offered"; readonly window: string; readonly windows: readonly string[] }
  /** Another window of the date still has room. */
  | { readonly kind: "window-full"; readonly window: string }
  /** Another pool of the day still has room. */
  | { readonly kind: "pool-full"; readonly pool: string }
  | { readonly kind: "day-full" };

/** How `hold` ends; the first refusal that applies, in this order, is the answer. */
export type HoldOutcome =
  /** Places are taken until `booking.expiresAt`. `replaced` is the sender's earlier hold for the same people. */
  | { readonly kind: "held"; readonly booking: HeldBooking; readonly replaced?: CancelledBooking }
  /** The same was asked before and is still held; nothing changed. */
  | { readonly kind: "already-held"; readonly booking: HeldBooking }
  | RequestIdConflict
  | Malformed
  | { readonly kind: "unknown-office"; readonly officeId: string }
  | (OfficeRefusal & Elsewhere)
  /** `booking` is there only where it is the same sender's. */
  | { readonly kind: "person-has-booking"; readonly booking?: Booking }
  | { readonly kind: "sender-limit"; readonly limit: number };

/** Why a code can't be acted on. The two are told apart to the caller alone, never to the person. */
export type CodeRefusal = { readonly kind: "unknown-code" } | { readonly kind: "other-sender" };

/** How `confirm` ends; a ticket where the booking is certain. */
export type ConfirmOutcome =
  | { readonly kind: "confirmed"; readonly booking: ConfirmedBooking; readonly ticket: Ticket }
  | { readonly kind: "already-confirmed"; readonly booking: ConfirmedBooking; readonly ticket: Ticket }
  | { readonly kind: "hold-lapsed"; readonly booking: LapsedBooking }
  | { readonly kind: "cancelled"; readonly booking: CancelledBooking }
  | RequestIdConflict
  | Malformed
  | CodeRefusal;

/** How `cancel` ends. */
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
