import type { Ticket } from "../ticket/ticket.js";
import type { Action } from "./action.js";
import { actions, type Outcome } from "./actions/actions.js";
import type { Booking, CancelledBooking } from "./booking.js";
import type { Answer, KeptBooking, KeptOutcome, KeptReplaced, KeptTicket } from "./records.js";
import type { RequestCore } from "./requests.js";

/** An outcome that has an effect. */
interface Effect {
  readonly kind: string;
  readonly booking: Booking;
  readonly replaced?: CancelledBooking;
  readonly ticket?: Ticket;
  readonly position?: number;
}

/** Whether an action changed something; then its outcome has the booking that it is about. */
export function hadEffect(
  { effect }: Pick<Action<RequestCore, { readonly kind: string }>, "effect">,
  outcome: { readonly kind: string },
): outcome is Effect {
  return outcome.kind === effect && "booking" in outcome && outcome.booking !== undefined;
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
  const effect = Object.values(actions).find(({ name }) => name === action)?.effect;
  if (asked.fingerprint !== answer.fingerprint || effect === undefined)
    return { kind: "request-id-conflict" };
  const booking = restoreBooking(kept, bookingOf(kept.code), at, asked.sender);
  if (booking === undefined) return { kind: "request-id-conflict" };
  return {
    kind: effect,
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

function restoreTicket(ticket: KeptTicket, booking: Booking): Ticket {
  const { code, officeId, date, window, until, start, end, places } = booking;
  const { queueNumber = "" } = booking as { queueNumber?: string }; // a ticket is of a confirmed booking
  return { ...ticket, code, queueNumber, officeId, date, window, until, start, end, places };
}
