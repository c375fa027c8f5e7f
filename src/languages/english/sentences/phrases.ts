import type { Alternative } from "../../../allocation/alternatives.js";
import type {
  Booking,
  ConfirmedBooking,
  HeldBooking,
  LiveBooking,
  WaitingBooking,
} from "../../../booking/booking.js";
import type { Deadline } from "../../../chat/deadline.js";
import type { Say } from "../../../chat/say.js";
import type { Ticket } from "../../../ticket/ticket.js";
import { listFree } from "../../list-free.js";

export const sendAgain = "Please send your message again.";

/** A reservation with its code, and what is to be done with it. */
export function held(booking: HeldBooking, say: Say): string {
  return say.paragraphs(
    `${say.readBack(booking)}\nTime: ${say.window(booking)}\nPlace: ${say.office(booking.officeId)}`,
    `Your booking code:\n${say.code(booking.code)}`,
    `It is not certain yet: answer yes, or with this code, before ${say.moment(booking.expiresAt, booking.officeId)} for your queue number; after that the place is given back. Is the date wrong? Answer #reschedule and the right one. A name or anything else? Answer #cancel, then send it again.`,
  );
}

export function ticketText(booking: ConfirmedBooking, ticket: Ticket, say: Say): string {
  return say.paragraphs(
    `Your queue number: ${ticket.queueNumber}`,
    say.visit(booking, ticket),
    `Show this code at the office:\n${say.code(ticket.code)}`,
    `${giveUp(booking, say)}${otherDay(booking, say)}`,
  );
}

/** What to do with a certain visit that is not wanted, as long as the office lets people do it, and what comes of it. */
export function giveUp(booking: ConfirmedBooking, say: Say, then = ""): string {
  const deadline = say.cancelUntil(booking);
  if (deadline.kind === "closed") return "If you can't come, please tell the office.";
  return `If you can't come, please answer #cancel${by(deadline, booking, say)}${then}.`;
}

function otherDay(booking: ConfirmedBooking, say: Say): string {
  const deadline = say.moveUntil(booking);
  if (deadline.kind === "closed") return "";
  return ` Rather on another day? Answer #reschedule and its date${by(deadline, booking, say)}.`;
}

function by(deadline: Deadline, { officeId }: Booking, say: Say): string {
  return deadline.kind === "until" ? ` before ${say.moment(deadline.instant, officeId)}` : "";
}

/** Who comes when and where. */
export function visit(booking: ConfirmedBooking, ticket: Ticket, say: Say): string {
  const early =
    ticket.arriveBy < ticket.start
      ? `\nBe there at: ${say.moment(ticket.arriveBy, ticket.officeId, ticket.date)}`
      : "";
  return `${say.people(booking)}\n${say.date(ticket.date)}\nTime: ${say.window(ticket)}${early}\n${say.address(ticket.officeId)}`;
}

/** A booking that was moved: its ticket, or its code that is still to come back. */
export function moved(
  booking: HeldBooking | ConfirmedBooking,
  ticket: Ticket | undefined,
  say: Say,
): string | undefined {
  if (booking.state === "held") return held(booking, say);
  return ticket && ticketText(booking, ticket, say);
}

export function when(booking: { date: string; window: string; until: string }, say: Say): string {
  return `${say.date(booking.date)}, ${say.window(booking)}`;
}

/** Whose booking it is, and for when. */
export function whose(booking: LiveBooking, say: Say): string {
  const day = booking.state === "waiting" ? say.date(booking.date) : when(booking, say);
  return `${say.people(booking)} for ${day}`;
}

export function quoted(parts: readonly string[]): string {
  return parts.map((part) => `“${part}”`).join(", ");
}

/** What is free, and how to take it. */
export function free(
  alternatives: readonly Alternative[],
  say: Say,
  how = "Just answer with one of these dates.",
): string {
  return listFree(alternatives, say, {
    nothing: "Nothing is free as far ahead as can be booked.",
    here: "Still free:",
    elsewhere: "Free at other offices:",
    how,
    when,
  });
}

/** Where the office itself never has it, there is nothing to say of what is free. */
export function freeIfAny(alternatives: readonly Alternative[], say: Say, how?: string): string | undefined {
  return alternatives.length > 0 ? free(alternatives, say, how) : undefined;
}

/** A turn on the waiting list. */
export function waitingAt(booking: WaitingBooking, position: number, say: Say): string {
  return say.paragraphs(
    `${say.people(booking)}: number ${position} on the waiting list of ${say.office(booking.officeId)} for ${say.date(booking.date)}.`,
    "As soon as there is a place we write to you, and say by when to take it.",
    `No longer waiting? Answer #cancel and this code:\n${say.code(booking.code)}`,
  );
}
