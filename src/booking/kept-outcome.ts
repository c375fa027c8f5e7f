import type { Ticket } from "../ticket/ticket.js";
import type { Booking, CancelledBooking } from "./booking.js";
import type { Action, Outcome } from "./outcomes.js";
import type { Answer } from "./records.js";

/** The one outcome of each action that changes something; only it is kept as the answer (C5). */
export const effects: Readonly<Record<Action, Outcome["kind"]>> = {
  hold: "held",
  confirm: "confirmed",
  cancel: "cancelled",
  extend: "extended",
  reschedule: "rescheduled",
  joinWaitingList: "waiting",
};

/**
 * The outcome of an action that had its effect, as it is kept for whoever asks again: without what the records of its
 * bookings go on to say, so that it is short and holds no personal data.
 */
export interface KeptOutcome {
  readonly booking: KeptBooking;
  readonly replaced?: KeptReplaced;
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

/** All but whose it was: its day may be erased before that of the other. */
type KeptReplaced = Omit<CancelledBooking, "people" | "sender">;

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
  readonly booking: Booking;
  readonly replaced?: CancelledBooking;
  readonly ticket?: Ticket;
  readonly position?: number;
}

export function keepOutcome({ booking, replaced, ticket, position }: Effect): KeptOutcome {
  return {
    booking: keepBooking(booking),
    ...(replaced && { replaced: keepReplaced(replaced) }),
    ...(ticket && { ticket: keepTicket(ticket) }),
    ...(position !== undefined && { position }),
  };
}

/** Who waits is given a window later. */
function keepBooking(booking: Booking): KeptBooking {
  const { code, state, officeId: _, date, places, people, sender, history, ...own } = booking;
  const changes = history.length;
  if (state === "waiting") return { code, changes, state, ...own };
  const { window, until, start, end, pool, ...rest } = own;
  return { code, changes, state, ...rest };
}

function keepReplaced({ people: _, sender: __, ...own }: CancelledBooking): KeptReplaced {
  return own;
}

function keepTicket({ officeName, address, timeZone, arriveBy, admittedUntil }: Ticket) {
  return { officeName, ...(address !== undefined && { address }), timeZone, arriveBy, admittedUntil };
}

/** The codes of the bookings that an answer speaks of. */
export function codesOf({ booking, replaced }: KeptOutcome): readonly string[] {
  return replaced === undefined ? [booking.code] : [booking.code, replaced.code];
}

/** Who asks again, and for what. */
export interface AskedAgain {
  readonly fingerprint: string;
  readonly sender: string | undefined;
}

/**
 * The outcome as it was. Nothing of it is known any more where something else is asked under the same id, or where the
 * booking was erased, or somebody in it. What staff did is told under the sender's present address.
 */
export function answerAgain(
  answer: Answer,
  asked: AskedAgain,
  bookingOf: (code: string) => Booking | undefined,
): Outcome {
  const { action, at, booking: kept, replaced, ticket, position } = answer;
  if (asked.fingerprint !== answer.fingerprint) return { kind: "request-id-conflict" };
  const booking = restoreBooking(kept, bookingOf(kept.code), at, asked.sender);
  if (booking === undefined) return { kind: "request-id-conflict" };
  return {
    kind: effects[action],
    booking,
    ...(replaced && { replaced: restoreReplaced(replaced, bookingOf(replaced.code), booking, at) }),
    ...(ticket && { ticket: restoreTicket(ticket, booking) }),
    ...(position !== undefined && { position }),
  } as Outcome; // it was one
}

function restoreBooking(
  { changes, ...own }: KeptBooking,
  booking: Booking | undefined,
  at: number,
  asker: string | undefined,
): Booking | undefined {
  if (!hadChanges(booking, changes, at)) return undefined;
  const history = booking.history.slice(0, changes);
  if (booking.history.slice(changes).some(({ what }) => what === "erased")) return undefined;
  const { officeId, date, window, until, start, end, pool, places, people } = booking;
  // People act on what is theirs alone.
  const sender = history.at(-1)?.by === "applicant" ? asker : booking.sender;
  const core = { officeId, date, window, until, start, end, pool, places, people };
  return { ...core, ...(sender !== undefined && { sender }), ...own, history } as unknown as Booking; // it was one
}

/** Whether it is the booking that had so many changes by then; else it was erased, and its code drawn once more. */
function hadChanges(booking: Booking | undefined, changes: number, at: number): booking is Booking {
  return booking?.history[changes - 1]?.at === at;
}

/** Party and sender are the same; while the record is there it says how the party was known then. */
function restoreReplaced(
  replaced: KeptReplaced,
  record: Booking | undefined,
  booking: Booking,
  at: number,
): CancelledBooking {
  const { sender } = booking;
  const { people } = hadChanges(record, replaced.history.length, at) ? record : booking;
  return { people, ...(sender !== undefined && { sender }), ...replaced };
}

function restoreTicket(ticket: Omit<Ticket, TicketOfBooking>, booking: Booking): Ticket {
  const { code, officeId, date, window, until, start, end, places } = booking;
  const { queueNumber = "" } = booking as { queueNumber?: string }; // a ticket is of a confirmed booking
  return { ...ticket, code, queueNumber, officeId, date, window, until, start, end, places };
}
