import type { Ticket } from "../ticket/ticket.js";
import type { Booking } from "./booking.js";
import type { Outcome } from "./outcomes.js";
import type { Answer } from "./records.js";

/**
 * An outcome as it is kept for whoever asks again: without what the records of its bookings go on to say, so that it
 * is short and holds no personal data.
 */
export interface KeptOutcome {
  readonly kind: Outcome["kind"];
  readonly booking: KeptBooking;
  readonly replaced?: KeptBooking;
  readonly ticket?: Omit<Ticket, TicketOfBooking>;
  readonly position?: number;
}

/** What was true of a booking then and may be otherwise by now. */
export interface KeptBooking {
  readonly code: string;
  /** How many changes its history had; the last of them was that of the answer. */
  readonly changes: number;
  readonly [field: string]: unknown;
}

type TicketOfBooking =
  | "code"
  | "queueNumber"
  | "officeId"
  | "date"
  | "window"
  | "until"
  | "start"
  | "end"
  | "places";

/** An outcome that has an effect. */
interface Effect {
  readonly kind: Outcome["kind"];
  readonly booking: Booking;
  readonly replaced?: Booking;
  readonly ticket?: Ticket;
  readonly position?: number;
}

export function keepOutcome({ booking, replaced, ticket, ...rest }: Effect): KeptOutcome {
  return {
    booking: keepBooking(booking),
    ...(replaced && { replaced: keepBooking(replaced) }),
    ...(ticket && { ticket: keepTicket(ticket) }),
    ...rest,
  };
}

/** Who waits is given a window later. */
function keepBooking(booking: Booking): KeptBooking {
  const { officeId: _, date, places, people, sender, history, ...own } = booking;
  const changes = history.length;
  if (booking.state === "waiting") return { changes, ...own };
  const { window, until, start, end, pool, ...rest } = own;
  return { changes, ...rest };
}

function keepTicket({ officeName, address, timeZone, arriveBy, admittedUntil }: Ticket) {
  return { officeName, ...(address !== undefined && { address }), timeZone, arriveBy, admittedUntil };
}

/** The codes of the bookings that an answer speaks of. */
export function codesOf({ outcome: { booking, replaced } }: Answer): readonly string[] {
  return replaced === undefined ? [booking.code] : [booking.code, replaced.code];
}

/**
 * What who asks again is told: the outcome as it was, under the sender's present address. Nothing of it is known any
 * more where something else is asked under the same id, or where one of the bookings was erased, or somebody in it.
 */
export function answerAgain(
  { outcome, at, fingerprint }: Answer,
  asked: string,
  bookingOf: (code: string) => Booking | undefined,
): Outcome {
  if (asked !== fingerprint) return { kind: "request-id-conflict" };
  const { booking: kept, replaced: keptReplaced, ticket, ...rest } = outcome;
  const booking = restoreBooking(kept, bookingOf(kept.code), at);
  const replaced = keptReplaced && restoreBooking(keptReplaced, bookingOf(keptReplaced.code), at);
  if (booking === undefined || (keptReplaced !== undefined && replaced === undefined))
    return { kind: "request-id-conflict" };
  return {
    ...rest,
    booking,
    ...(replaced && { replaced }),
    ...(ticket && { ticket: restoreTicket(ticket, booking) }),
  } as Outcome; // it was one
}

function restoreBooking(
  { changes, ...own }: KeptBooking,
  booking: Booking | undefined,
  at: number,
): Booking | undefined {
  if (booking === undefined) return undefined;
  const history = booking.history.slice(0, changes);
  // Otherwise the booking was erased, and its code drawn once more.
  const isTheSame = history.at(-1)?.at === at;
  if (!isTheSame || booking.history.slice(changes).some(({ what }) => what === "erased")) return undefined;
  const { officeId, date, window, until, start, end, pool, places, people, sender } = booking;
  const core = { officeId, date, window, until, start, end, pool, places, people };
  return { ...core, ...(sender !== undefined && { sender }), ...own, history } as unknown as Booking; // it was one
}

function restoreTicket(ticket: Omit<Ticket, TicketOfBooking>, booking: Booking): Ticket {
  const { code, officeId, date, window, until, start, end, places } = booking;
  const { queueNumber = "" } = booking as { queueNumber?: string }; // a ticket is of a confirmed booking
  return { ...ticket, code, queueNumber, officeId, date, window, until, start, end, places };
}
