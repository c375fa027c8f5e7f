import type { Alternative } from "../../allocation/alternatives.js";
import type { ConfirmedBooking, HeldBooking, WaitingBooking } from "../../booking/booking.js";
import { englishDates } from "../../message/dates/english.js";
import type { Ticket } from "../../ticket/ticket.js";
import type { Say } from "../say.js";
import type { Words } from "../words.js";

const again = "Please send your message again.";

/** English; dates are written `Tuesday, 18 July 2017`, which every reader of English reads alike. */
export const english: Words = {
  tag: "en-GB",
  languages: [englishDates],
  commands: { cancel: "#cancel", status: "#status", help: "#help" },
  fieldNames: { name: "Name", birthDate: "Date of birth", arrivalDate: "Date of arrival", office: "Office" },
  offices: {
    any: "one of our offices",
    which: (names, example) =>
      `At which office? Send your message again with its name, such as:\n${example}\n\nThe offices are ${names}.`,
  },
  again: "Book again",

  hold: {
    held: ({ booking, replaced }, say) =>
      say.paragraphs(
        held(booking, say),
        replaced && `It replaces your earlier request for ${say.date(replaced.date)}.`,
      ),
    "already-held": ({ booking }, say) => held(booking, say),
    "request-id-conflict": () => `This message can't be processed. ${again}`,
    malformed: () =>
      `This message can't be processed: a part of it is too long, or somebody stands in it twice. ${again}`,
    "unknown-office": () => "This office takes no bookings.",
    blocked: () => blocked,
    "pool-not-offered": ({ alternatives }, say) =>
      say.paragraphs(`${say.here} does not offer this service.`, freeIfAny(alternatives, say)),
    "party-too-large": ({ places, largest, alternatives }, say) =>
      say.paragraphs(
        `A party of ${places} is too large: ${say.here} takes at most ${largest} people at a time.`,
        freeIfAny(alternatives, say),
      ),
    "outside-intake-hours": ({ officeId, opensAt, alternatives }, say) =>
      say.paragraphs(
        `${say.here} takes no bookings now. Please write again from ${say.moment(opensAt, officeId)} on.`,
        freeIfAny(alternatives, say),
      ),
    "outside-booking-window": ({ reason, date, from, until, alternatives }, say) => {
      const why = {
        past: `${say.date(date)} is over.`,
        "day-is-over": `No service hours are left on ${say.date(date)}.`,
        "too-late": `${say.date(date)} can no longer be booked.`,
        "too-far-ahead": `${say.date(date)} can't be booked yet.`,
      };
      const window = `You can book from ${say.date(from)} to ${say.date(until)}.`;
      return say.paragraphs(why[reason], window, free(alternatives, say));
    },
    "office-closed": ({ date, reason, alternatives }, say) =>
      say.paragraphs(
        `${say.here} is closed on ${say.date(date)}${reason === undefined ? "" : ` (${say.short(reason)})`}.`,
        free(alternatives, say),
      ),
    "person-has-booking": ({ booking }, say) =>
      booking === undefined
        ? "This person has a booking from another sender. Please ask the office if that is wrong."
        : say.paragraphs(
            `${say.people(booking)} has a booking: ${when(booking, say)} at ${say.office(booking.officeId)}.`,
            `For another day, cancel it first: answer #cancel and this code:\n${say.code(booking.code)}`,
          ),
    "sender-limit": ({ limit }) =>
      `You have ${limit} live booking${limit === 1 ? "" : "s"}, as many as you may. Cancel one first: answer #cancel.`,
    "window-not-offered": ({ date, window, alternatives }, say) =>
      say.paragraphs(`${say.here} has no window at ${window} on ${say.date(date)}.`, free(alternatives, say)),
    "window-full": ({ date, window, alternatives }, say) =>
      say.paragraphs(`${window} on ${say.date(date)} is full at ${say.here}.`, free(alternatives, say)),
    "pool-full": ({ date, alternatives }, say) =>
      say.paragraphs(
        `The places for this service at ${say.here} on ${say.date(date)} are all taken.`,
        free(alternatives, say),
      ),
    "day-full": ({ date, alternatives }, say) =>
      say.paragraphs(`${say.here} is full on ${say.date(date)}.`, free(alternatives, say)),
  },

  confirm: {
    confirmed: ({ booking, ticket }, say) => ticketText(booking, ticket, say),
    "already-confirmed": ({ booking, ticket }, say) => ticketText(booking, ticket, say),
    "hold-lapsed": () =>
      "This code is no longer valid: its time ran out and the place was given back. Please book again.",
    waiting: ({ booking }, say) => stillWaiting(booking, say),
    cancelled: ({ booking }, say) =>
      `This booking was cancelled. Please book again at ${say.office(booking.officeId)}.`,
    "request-id-conflict": () => `This message can't be processed. ${again}`,
    malformed: () => "This code can't be read. Please copy it from our message.",
    "unknown-code": () => unknownCode,
    "slowed-down": ({ until }, say) => tooManyCodes(until, say),
    blocked: () => blocked,
  },

  cancel: {
    cancelled: ({ booking }, say) =>
      `The booking of ${say.people(booking)} for ${when(booking, say)} is cancelled.`,
    "already-cancelled": () => "This booking was cancelled before.",
    "hold-lapsed": () => "This booking had run out, so there is nothing to cancel.",
    "visit-over": ({ booking }, say) =>
      `The booking for ${when(booking, say)} is over and can't be cancelled.`,
    "too-late": ({ booking, until }, say) =>
      `The booking for ${when(booking, say)} could be cancelled until ${say.moment(until, booking.officeId)}. If you can't come, please tell the office.`,
    "request-id-conflict": () => `This message can't be processed. ${again}`,
    malformed: () => "This code can't be read. Please copy it from our message.",
    "unknown-code": () => unknownCode,
    "slowed-down": ({ until }, say) => tooManyCodes(until, say),
    blocked: () => blocked,
  },

  problems: {
    "too-long": () => "The message is too long.",
    empty: () => "The message is empty.",
    "not-a-request": () => "This is not a request for a booking.",
    template: () => "This is the template; put your own data in.",
    "several-people": ({ mostPeople }) =>
      mostPeople === 1
        ? "One message is for one person. Send one message for each."
        : `One message is for ${mostPeople} people at most, a line for each.`,
    "extra-field": () => "There are more parts than expected.",
    "media-missing": () => "The picture that is asked for is missing.",
    missing: ({ name }) => `${name}: is missing.`,
    placeholder: ({ name }) => `${name}: put your own data in.`,
    "not-a-name": ({ name, found }) => `${name}: "${found}" is not a person's name.`,
    "not-a-date": ({ name, found }) => `${name}: "${found}" is not a date. Write it like 17 August 1990.`,
    "incomplete-date": ({ name, found }) => `${name}: "${found}" is not complete. Write day, month and year.`,
    "no-such-day": ({ name, found }) => `${name}: "${found}" is not in the calendar.`,
    ambiguous: ({ name, found, field }) => {
      if (field === "code") return "Send one code and nothing else; to cancel, #cancel and the code.";
      if (field === "whole") return "It is not clear what this message asks for.";
      return `${name}: "${found}" can be read in two ways. Write day, name of the month and year.`;
    },
    "in-the-past": ({ name, found }) => `${name}: "${found}" is over.`,
    "in-the-future": ({ name, found }) => `${name}: "${found}" is still to come.`,
    "too-far": ({ name, found }) => `${name}: "${found}" is too far away.`,
    "weekday-disagrees": ({ name, found }) => `${name}: weekday and date of "${found}" don't agree.`,
    "not-a-choice": ({ name, choices }) => `${name}: choose one of ${choices.join(", ")}.`,
    "not-a-number": ({ name, found }) => `${name}: "${found}" is not a number.`,
    "wrong-length": ({ name, found, limits }) => `${name}: "${found}" has the wrong length${only(limits)}.`,
    "out-of-range": ({ name, found, limits }) => `${name}: "${found}" is out of range${only(limits)}.`,
    "not-accepted": ({ name, found, limits }) => `${name}: "${found}" can't be accepted${only(limits)}.`,
    "code-missing": () => "Send the booking code from our reply.",
    "code-wrong-length": ({ found }) => `The code "${found}" is incomplete or too long.`,
    "code-foreign-character": ({ found }) => `The code "${found}" has a character that codes never have.`,
    "code-check-failed": ({ found }) => `The code "${found}" is mistyped. Please copy it from our message.`,
  },
  notUnderstood: (lines, example, alternatives, say) =>
    say.paragraphs(
      `We could not process your message:\n${lines.map((line) => `• ${line}`).join("\n")}`,
      freeIfAny(alternatives, say),
      `Write it like this, with your own data:\n${example}`,
    ),
  help: (example, say) =>
    `For a queue number at ${say.here}, send a message like this with your own data:\n${example}\n\nThen answer with the booking code that we send. #status shows your booking, #cancel cancels it.`,
  noBooking: (example) =>
    `You have no live booking. To make one, send a message like this with your own data:\n${example}`,
  bookings: (list) => `Your bookings:\n\n${list}\n\nSend a code to confirm that booking or to see it.`,
  whichToCancel: (list) => `Which booking is to be cancelled? Answer #cancel and its code.\n\n${list}`,
  listed(booking, say) {
    const state =
      booking.state === "held"
        ? `waits for its code until ${say.moment(booking.expiresAt, booking.officeId)}`
        : `queue number ${booking.queueNumber}`;
    return `${say.people(booking)}, ${when(booking, say)}, ${state}\n${say.code(booking.code)}`;
  },
  more: (count) => `and ${count} more`,
};

const blocked = "No bookings are taken from here. Please ask the office if that is wrong.";

function tooManyCodes(until: number, say: Say): string {
  return `Too many codes from here were wrong. Please wait until ${say.moment(until)}, and copy the code from our message.`;
}

function stillWaiting(booking: WaitingBooking, say: Say): string {
  return `You are on the waiting list of ${say.office(booking.officeId)} for ${say.date(booking.date)}. We write to you when a place comes free.`;
}

const unknownCode =
  "We don't find this code among your messages. Check the code, and send it from where the booking was made.";

function held(booking: HeldBooking, say: Say): string {
  return say.paragraphs(
    `${say.readBack(booking)}\nTime: ${say.window(booking)}\nPlace: ${say.office(booking.officeId)}`,
    `Your booking code:\n${say.code(booking.code)}`,
    `Answer with this code before ${say.moment(booking.expiresAt, booking.officeId)} for your queue number; after that the place is given back. Is the date wrong? Send the message again with another. A name or anything else? Answer #cancel first.`,
  );
}

function ticketText(booking: ConfirmedBooking, ticket: Ticket, say: Say): string {
  const early =
    ticket.arriveBy < ticket.start
      ? `\nBe there at: ${say.moment(ticket.arriveBy, ticket.officeId, ticket.date)}`
      : "";
  return say.paragraphs(
    `Your queue number: ${ticket.queueNumber}`,
    `${say.people(booking)}\n${say.date(ticket.date)}\nTime: ${say.window(ticket)}${early}\n${say.place(ticket.officeId)}`,
    `Show this code at the office:\n${say.code(ticket.code)}`,
    "Not coming after all? Answer #cancel.",
  );
}

function when(booking: { date: string; window: string; until: string }, say: Say): string {
  return `${say.date(booking.date)}, ${say.window(booking)}`;
}

function free(alternatives: readonly Alternative[], say: Say): string {
  if (alternatives.length === 0) return "Nothing is free as far ahead as can be booked.";
  const list = (all: readonly Alternative[], line: (one: Alternative) => string) =>
    all.map((one) => `\n• ${line(one)}`).join("");
  const here = alternatives.filter(({ asOf }) => asOf === undefined);
  const others = alternatives.filter(({ asOf }) => asOf !== undefined);
  return say.paragraphs(
    here.length > 0
      ? `Still free:${list(here, (one) => when(one, say))}\nSend your message again with one of these dates.`
      : undefined,
    others.length > 0
      ? `Free at other offices:${list(others, (one) => `${say.office(one.officeId)}, ${when(one, say)}`)}`
      : undefined,
  );
}

/** Where the office itself never has it, there is nothing to say of what is free. */
function freeIfAny(alternatives: readonly Alternative[], say: Say): string | undefined {
  return alternatives.length > 0 ? free(alternatives, say) : undefined;
}

function only(limits: string): string {
  return limits === "" ? "" : `; accepted: ${limits}`;
}
