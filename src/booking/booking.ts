/** Plain data about a person: under the default person key at least `name` and `birthDate`. */
export type Details = Readonly<Record<string, string | number | boolean>>;

export interface Person {
  /** The person key: opaque, equal for the same human. */
  readonly key: string;
  readonly details: Details;
}

export type Actor = "applicant" | "staff" | "system";

export interface Change {
  readonly what: Booking["state"];
  /** Epoch milliseconds. */
  readonly at: number;
  readonly by: Actor;
}

interface BookingCore {
  /** Canonical booking code; names the booking for ever. */
  readonly code: string;
  readonly officeId: string;
  /** `YYYY-MM-DD` in the office's zone. */
  readonly date: string;
  /** The slot's key, its local start `08:30`. */
  readonly window: string;
  /** The window's local end, `09:00`. */
  readonly until: string;
  /** The window in epoch milliseconds, half open. */
  readonly start: number;
  readonly end: number;
  readonly pool: string;
  /** Size of the party; stays true when `people` is erased. */
  readonly places: number;
  readonly people: readonly Person[];
  /** Who may act on the booking with its code; staff can make one without. */
  readonly sender?: string;
  readonly history: readonly Change[];
}

/** Lapses at `expiresAt` unless it is confirmed before. */
export interface HeldBooking extends BookingCore {
  readonly state: "held";
  readonly expiresAt: number;
}

export interface ConfirmedBooking extends BookingCore {
  readonly state: "confirmed";
  /** Counts the numbers given in the window, from 1. */
  readonly sequence: number;
  /** The label of that number as it was given: it stays when labels are made in another way. */
  readonly queueNumber: string;
}

/** `replacedBy` is the code of the booking that a correction made in its place. */
export interface CancelledBooking extends BookingCore {
  readonly state: "cancelled";
  readonly sequence?: number;
  readonly replacedBy?: string;
}

export interface LapsedBooking extends BookingCore {
  readonly state: "lapsed";
}

export type Booking = HeldBooking | ConfirmedBooking | CancelledBooking | LapsedBooking;

/** Whether the booking takes its places; the sum over a day is the day's ledger (C9). */
export function occupies(booking: Booking): boolean {
  return booking.state === "held" || booking.state === "confirmed";
}

/** When a decision must end what the booking is now; epoch milliseconds. */
export function dueAt(booking: Booking): number | undefined {
  return booking.state === "held" ? booking.expiresAt : undefined;
}

/** Until when the booking counts for the limits, the end of the visit; `undefined` where it does not. */
export function liveUntil(booking: Booking): number | undefined {
  return booking.state === "held" || booking.state === "confirmed" ? booking.end : undefined;
}

/** The parts of a booking that no change of state touches, with the change noted. */
export function changed(booking: Booking, what: Booking["state"], at: number, by: Actor): BookingCore {
  const { code, officeId, date, window, until, start, end, pool, places, people, sender } = booking;
  const history = [...booking.history, { what, at, by }];
  const core = { code, officeId, date, window, until, start, end, pool, places, people, history };
  return sender === undefined ? core : { ...core, sender };
}
