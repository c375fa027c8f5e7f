import { englishDates } from "../../message/dates/english.js";
import type { Say } from "../say.js";
import type { Words } from "../words.js";
import { actions } from "./en/actions.js";
import { notices } from "./en/notices.js";
import { free, freeIfAny, visit, waitingAt, when } from "./en/phrases.js";
import { problems } from "./en/problems.js";

const places = { one: "place", other: "places" };

function commandsInShort(say: Say): string {
  const move = say.hasMoves ? ", #reschedule moves it" : "";
  const cancel = say.hasCancels ? ", #cancel cancels it" : "";
  return `#status shows your booking${move}${cancel}; #availability shows the days that are free.`;
}

/** English; dates are written `Tuesday, 18 July 2017`, which every reader of English reads alike. */
export const english: Words = {
  tag: "en-GB",
  languages: [englishDates],
  commands: {
    cancel: "#cancel",
    status: "#status",
    reschedule: "#reschedule",
    extend: "#extend",
    availability: "#availability",
    wait: "#wait",
    help: "#help",
  },
  fieldNames: { name: "Name", birthDate: "Date of birth", arrivalDate: "Date of arrival", office: "Office" },
  buttons: { again: "Book again", wait: "Waiting list", extend: "More time", cancel: "Cancel" },
  offices: {
    any: "one of our offices",
    which: (names, example, say) =>
      say.paragraphs(
        `At which office? Answer with its name, or send your message again, such as:\n${example}`,
        `The offices are ${names}.`,
      ),
  },
  ...actions,
  orWait: "Or answer #wait for the waiting list of that day.",
  notices,
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
  problems,
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
  help: (example, say) =>
    say.paragraphs(
      `For a queue number at ${say.here}, send a message like this with your own data:\n${example}`,
      `Then answer with the booking code that we send.\n${commandsInShort(say)}`,
    ),
  helpWithBookings: (list, say) =>
    say.paragraphs(
      `Your bookings:\n\n${list}`,
      `Send the code to confirm a booking or to see it. ${commandsInShort(say)} To book again: #help.`,
    ),
  pausing: (example) =>
    `We could not read your messages, and for now only answer what we can read, such as:\n${example}\n\nIf you need help, please ask at the office.`,
  noBooking: (example) =>
    `You have no live booking. To make one, send a message like this with your own data:\n${example}`,
  bookings: (list) => `Your bookings:\n\n${list}\n\nSend a code to confirm that booking or to see it.`,
  which: {
    cancel: (list) => `Which booking is to be cancelled? Answer #cancel and its code.\n\n${list}`,
    reschedule: (list) =>
      `Which booking is to be moved? Answer #reschedule, its code and the date.\n\n${list}`,
    extend: (list) => `Which booking needs more time? Answer #extend and its code.\n\n${list}`,
  },
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
