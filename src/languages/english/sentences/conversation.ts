import type { ConversationWords } from "../../../chat/words.js";
import { commandsInShort } from "../commands.js";
import { free, freeIfAny, giveUp, moved, quoted, visit, waitingAt, when, whose } from "./phrases.js";

const places = { one: "place", other: "places" };

export const conversation: ConversationWords = {
  offices: {
    any: "one of our offices",
    which: (names, example, say) =>
      say.paragraphs(
        `At which office? Answer with its name, or send your message again, such as:\n${example}`,
        `The offices are ${names}.`,
      ),
  },
  orWait: "Or answer #wait for the waiting list of that day.",
  questions: {
    ask: (question, parts, yes, say) =>
      say.paragraphs(
        parts.length === 0 ? undefined : `Not understood: ${quoted(parts)}.`,
        question,
        `If so, answer yes or send:\n${yes}\nIf not, nothing changes.`,
      ),
    again: (yes) => `Nothing was changed yet. Answer yes, or send:\n${yes}`,
    hold: (names, date, say) => `Do you mean to book a place for ${names} on ${say.date(date)}?`,
    wait: (names, date, say) => `Do you mean to put ${names} on the waiting list for ${say.date(date)}?`,
    confirm: (booking, say) => `Is the booking of ${whose(booking, say)} to be confirmed?`,
    cancel: (booking, say) => `Is the booking of ${whose(booking, say)} to be cancelled?`,
    extend: (booking, say) => `Does the booking of ${whose(booking, say)} need more time?`,
    reschedule: (booking, date, say) =>
      `Is the booking of ${whose(booking, say)} to be moved to ${say.date(date)}?`,
    whichDay: (dates, say) =>
      `Which day is it?${dates.map((date) => `\n• ${say.date(date)}`).join("")}\n\nJust answer with one of these dates.`,
    nothingDone: (bookings, say) =>
      `All right, nothing was changed.${bookings.map((booking) => `\n• ${whose(booking, say)}`).join("")}`,
  },
  notices: {
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
    moved: (booking, ticket, say, from) =>
      say.paragraphs(
        from === undefined
          ? "We are sorry: the office moved your booking. The old code is no longer valid."
          : `We are sorry: the office moved your booking from ${when(from, say)}. The old code is no longer valid.`,
        moved(booking, ticket, say),
      ),
    "offer-lapsed": (booking, alternatives, say) =>
      say.paragraphs(
        `The place for ${say.people(booking)} on ${when(booking, say)} was not taken in time and has gone to the next.`,
        freeIfAny(alternatives, say, "To wait again, or for another day, please send your message again."),
      ),
    "wait-over": (booking, alternatives, say) =>
      say.paragraphs(
        `No place came free for ${say.people(booking)} on ${say.date(booking.date)}. The waiting list of that day is closed.`,
        freeIfAny(alternatives, say, "Please send your message again with one of these dates."),
      ),
    "office-cancelled": (booking, alternatives, say) =>
      say.paragraphs(
        `We are sorry: the office cancelled the booking of ${say.people(booking)} for ${when(booking, say)} at ${say.office(booking.officeId)}.`,
        freeIfAny(alternatives, say, "Please send your message again with one of these dates."),
      ),
  },
  availability: {
    days: (alternatives, example, say) =>
      say.paragraphs(
        say.here,
        free(alternatives, say, `To book, send a message like this with your own data:\n${example}`),
      ),
    day(day, { slots, alternatives, example }, say) {
      const date = say.date(day.date);
      const lines = slots.map(
        (slot) => `\n• ${say.window(slot)}: ${slot.places} ${say.plural(slot.places, places)}`,
      );
      const how = `To book, send a message like this with your own data:\n${example}`;
      if (lines.length > 0) return say.paragraphs(`${say.here}, ${date}:${lines.join("")}`, how);
      const reason = day.kind === "closed" && day.reason !== undefined ? ` (${say.short(day.reason)})` : "";
      const why = {
        open: `${say.here} is full on ${date}.${say.hasWaitingList ? " Send #wait and your data for the waiting list." : ""}`,
        closed: `${say.here} is closed on ${date}${reason}.`,
        "outside-booking-window": `${date} can't be booked now at ${say.here}.`,
      };
      return say.paragraphs(why[day.kind], free(alternatives, say, ""));
    },
  },
  notUnderstood: (lines, example, alternatives, say) =>
    say.paragraphs(
      `We could not process your message:\n${lines.map((line) => `• ${line}`).join("\n")}`,
      freeIfAny(alternatives, say, ""),
      `Write it like this, with your own data:\n${example}`,
    ),
  nearlyUnderstood: (lines, fields, alternatives, say) =>
    say.paragraphs(
      lines.length === 0
        ? undefined
        : `Your message is not quite complete or right yet:\n${lines.map((line) => `• ${line}`).join("\n")}`,
      freeIfAny(alternatives, say, ""),
      fields.length === 0
        ? "Just send the picture; we have noted the rest."
        : `Just send this again; we have noted the rest:\n${fields.map((field) => `${field}: …`).join("\n")}`,
    ),
  helpWithBookings: (list, say) =>
    say.paragraphs(
      `Your bookings:\n\n${list}`,
      `Send the code to confirm a booking or to see it. ${commandsInShort(say)} To book again: #help.`,
    ),
  tooFast: () =>
    "Your messages come too fast one after the other, and those that follow are not read for now. Please wait a minute, then send the last one again.",
  pausing: (example) =>
    `We could not read your messages, and for now only answer what we can read, such as:\n${example}\n\nIf you need help, please ask at the office.`,
  noBooking: (example) =>
    `You have no live booking. To make one, send a message like this with your own data:\n${example}`,
  bookings: (list) => `Your bookings:\n\n${list}\n\nSend a code to confirm that booking or to see it.`,
  listed(booking, say) {
    const names = say.people(booking);
    const code = say.code(booking.code);
    switch (booking.state) {
      case "waiting":
        return `${names}, ${say.date(booking.date)}, on the waiting list\n${code}`;
      case "held":
        return `${names}, ${when(booking, say)}, waits for its code until ${say.moment(booking.expiresAt, booking.officeId)}\n${code}`;
      default:
        return `${names}, ${when(booking, say)}, queue number ${booking.queueNumber}\n${code}`;
    }
  },
  visit,
  otherTime: (asked, booking, say) =>
    `There is no room at ${asked}. The nearest time with room is ${say.window(booking)}:`,
  waitingAt,
  moveWhere: (code, problem, alternatives, say) =>
    say.paragraphs(
      problem,
      `To which date is this booking to be moved?\n${code}`,
      free(alternatives, say, "Just answer with the date."),
    ),
  howToWait: (example, say) =>
    say.hasWaitingList
      ? say.paragraphs(
          `For the waiting list of ${say.here}, send a message like this with your own data:\n${example}`,
          say.hasMoves ? "You have a booking for another day? Just answer #wait and the date." : undefined,
        )
      : `${say.here} has no waiting list. For the days that are free, answer #availability.`,
  more: (count) => `and ${count} more`,
};
