import type { NoticeWords } from "../../words.js";
import { freeIfAny, giveUp, moved, when } from "./phrases.js";

/** What the system tells unasked. */
export const notices: NoticeWords = {
  reminder: (booking, ticket, say) =>
    say.paragraphs(
      `A reminder: your queue number is ${ticket.queueNumber}`,
      say.visit(booking, ticket),
      `Show this code at the office:\n${say.code(ticket.code)}`,
      giveUp(booking, say, ", so that somebody else can have the place"),
    ),
  "hold-lapsing": (booking, say) =>
    `The place of ${say.people(booking)} for ${when(booking, say)} is not certain yet. Answer with this code before ${say.moment(booking.expiresAt, booking.officeId)}, or it is given back:\n${say.code(booking.code)}`,
  offer: (booking, say) =>
    say.paragraphs(
      `There is a place for ${say.people(booking)}: ${when(booking, say)} at ${say.office(booking.officeId)}.`,
      `To take it, answer with this code before ${say.moment(booking.expiresAt, booking.officeId)}; after that it goes to the next who waits:\n${say.code(booking.code)}`,
      "You don't want it? Answer #cancel and this code.",
    ),
  moved: (booking, ticket, say) =>
    say.paragraphs(
      "We are sorry: the office moved your booking. The old code is no longer valid.",
      moved(booking, ticket, say),
    ),
  "office-cancelled": (booking, alternatives, say) =>
    say.paragraphs(
      `We are sorry: the office cancelled the booking of ${say.people(booking)} for ${when(booking, say)} at ${say.office(booking.officeId)}.`,
      freeIfAny(alternatives, say, "Please send your message again with one of these dates."),
    ),
};
