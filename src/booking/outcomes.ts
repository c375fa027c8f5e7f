import type { Alternative } from "../allocation/alternatives.js";
import type {
  Booking,
  CancelledBooking,
  ConfirmedBooking,
  LapsedBooking,
  WaitingBooking,
} from "./booking.js";

/** More are waiting than the desk takes: nothing was decided. The same may be asked again after so many milliseconds. */
export interface Busy {
  readonly kind: "busy";
  readonly retryAfterMs: number;
}

/** The request id was used before for something else; nothing was done and nothing is revealed. */
export interface RequestIdConflict {
  readonly kind: "request-id-conflict";
}

/** The call itself can't be right: `field` says where, `expected` what it should be. */
export interface Malformed {
  readonly kind: "malformed";
  readonly field: string;
  readonly expected: string;
}

/** The desk's `isBlocked` says so. */
export interface Blocked {
  readonly kind: "blocked";
}

/** What was asked for, and what is free instead. */
export interface WithAlternatives {
  readonly officeId: string;
  readonly date: string;
  /**
   * Best first: other windows where one was asked for, other dates, other offices of the group. Empty only where
   * nothing is free.
   */
  readonly alternatives: readonly Alternative[];
}

/** Why an office can't give what was asked, whoever asks. */
export type OfficeRefusal = NotOffered | Full;

/** What an office never gives, or not now, or not on that date, however empty it is. */
export type NotOffered =
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
      readonly reason: "past" | "day-is-over" | "window-is-over" | "too-late" | "too-far-ahead";
      readonly from: string;
      readonly until: string;
      readonly opensAt?: number;
    }
  | { readonly kind: "office-closed"; readonly reason?: string }
  /** The date has no window that begins then; `windows` may still be asked for. */
  | { readonly kind: "window-not-offered"; readonly window: string; readonly windows: readonly string[] };

/** Everything that was asked for is taken. */
export type Full =
  /** Another window of the date still has room. */
  | { readonly kind: "window-full"; readonly window: string }
  /** Another pool of the day still has room. */
  | { readonly kind: "pool-full"; readonly pool: string }
  | { readonly kind: "day-full" };

/**
 * As many live bookings as the person may have, or one at the only time that there is. `booking` is there only where it is
 * the same sender's.
 */
export interface PersonHasBooking {
  readonly kind: "person-has-booking";
  readonly booking?: Booking;
}

/** Why no more bookings are given to a person or a sender. */
export type LimitRefusal =
  | PersonHasBooking
  | { readonly kind: "sender-limit"; readonly limit: number }
  /** The person has `most` visits within so many days of the date, past ones included. */
  | { readonly kind: "visit-limit"; readonly most: number; readonly withinDays: number }
  /** The person did not come too often, and books nothing until then, epoch milliseconds. */
  | { readonly kind: "paused"; readonly until: number }
  | TooManyChanges;

/** The sender gave up, replaced or let lapse as many bookings as one may in a day; from `until` on they may again, epoch milliseconds. */
export interface TooManyChanges {
  readonly kind: "too-many-changes";
  readonly until: number;
}

/** Why a code can't be acted on. The last two are told apart to the caller alone, never to the person. */
export type CodeRefusal =
  | Blocked
  /**
   * Too many wrong codes came from the sender, or from all senders together, and this one is not the sender's; codes are
   * looked at again from `until` on, epoch milliseconds.
   */
  | { readonly kind: "slowed-down"; readonly until: number }
  | { readonly kind: "unknown-code" }
  | { readonly kind: "other-sender" };

/** What a code's booking is by now, where that leaves nothing to do. */
export type Ended =
  | { readonly kind: "hold-lapsed"; readonly booking: LapsedBooking }
  | { readonly kind: "cancelled"; readonly booking: CancelledBooking };

/** Why a certain visit is not moved. */
export type MoveRefusal =
  | { readonly kind: "visit-over"; readonly booking: ConfirmedBooking }
  | TooLate
  /** It was moved `limit` times, as often as the office allows. */
  | { readonly kind: "reschedule-limit"; readonly booking: ConfirmedBooking; readonly limit: number };

/** The party waits for a place; what can be done to one can't be done yet. */
export interface Waiting {
  readonly kind: "waiting";
  readonly booking: WaitingBooking;
}

/** The office takes such a change up to `until` only, epoch milliseconds. */
export interface TooLate {
  readonly kind: "too-late";
  readonly booking: ConfirmedBooking;
  readonly until: number;
}
