import type { Booking } from "../../../booking/booking.js";
import type { RefusalWords } from "../../../chat/refusal-words.js";
import type { Say } from "../../../chat/say.js";
import { free, freeIfAny, giveUp, sendAgain, when } from "./phrases.js";

const people = { one: "person", other: "people" };
const bookings = { one: "live booking", other: "live bookings" };
const times = { one: "time", other: "times" };

export const notOffered: RefusalWords["notOffered"] = {
  "pool-not-offered": ({ alternatives }, say) =>
    say.paragraphs(`${say.here} does not offer this service.`, freeIfAny(alternatives, say)),
  "party-too-large": ({ places, largest, alternatives }, say) =>
    say.paragraphs(
      `A party of ${places} is too large: ${say.here} takes at most ${largest} ${say.plural(largest, people)} at a time. Please send it for ${largest} or fewer.`,
      freeIfAny(alternatives, say),
    ),
  "outside-intake-hours": ({ officeId, opensAt, alternatives }, say) =>
    say.paragraphs(
      `${say.here} takes no bookings now. Please write again from ${say.moment(opensAt, officeId)} on.`,
      freeIfAny(alternatives, say, ""),
    ),
  "outside-booking-window": ({ reason, date, from, until, alternatives }, say) => {
    const why = {
      past: `${say.date(date)} is over.`,
      "day-is-over": `No service hours are left on ${say.date(date)}.`,
      "window-is-over": `That time is over on ${say.date(date)}.`,
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
  "window-not-offered": ({ date, window, alternatives }, say) =>
    say.paragraphs(
      `${say.here} has no window at ${say.time({ date, window })} on ${say.date(date)}.`,
      free(alternatives, say),
    ),
};

export const full: RefusalWords["full"] = {
  "window-full": ({ date, window, alternatives }, say) =>
    say.paragraphs(
      `${say.time({ date, window })} on ${say.date(date)} is full at ${say.here}.`,
      free(alternatives, say),
    ),
  "pool-full": ({ date, alternatives }, say) =>
    say.paragraphs(
      `The places for this service at ${say.here} on ${say.date(date)} are all taken.`,
      free(alternatives, say),
    ),
  "day-full": ({ date, alternatives }, say) =>
    say.paragraphs(`${say.here} is full on ${say.date(date)}.`, free(alternatives, say)),
};

export const limits: RefusalWords["limits"] = {
  "person-has-booking": ({ booking }, say) => {
    if (booking === undefined)
      return "This person has a booking from another sender. Please ask the office if that is wrong.";
    const code = say.code(booking.code);
    return booking.state === "waiting"
      ? say.paragraphs(
          `${say.people(booking)} is on the waiting list of ${say.office(booking.officeId)} for ${say.date(booking.date)}.`,
          `For another day, leave that list first: answer #cancel and this code:\n${code}`,
        )
      : say.paragraphs(
          `${say.people(booking)} has a booking: ${when(booking, say)} at ${say.office(booking.officeId)}.`,
          `${howToChange(booking, say)}:\n${code}`,
        );
  },
  "sender-limit": ({ limit }, say) =>
    `From one sender ${say.here} takes at most ${limit} ${say.plural(limit, bookings)}, those at other offices included. For another, cancel first: answer #cancel.`,
  "visit-limit": ({ most, withinDays }, say) =>
    `Within ${withinDays} days a person has at most ${most} ${say.plural(most, bookings)} at ${say.here}, past visits included.`,
  paused: ({ until }, say) =>
    `Several visits were missed. ${say.here} takes bookings for this person again from ${say.moment(until)} on.`,
  "too-many-changes": ({ until }, say) =>
    `Too many bookings were changed or given up from here today. New ones are taken from here again from ${say.moment(until)} on; what you have stays as it is.`,
};

/** What may still be done with a booking, in front of its code. */
function howToChange(booking: Booking, say: Say): string {
  const canMove = say.moveUntil(booking).kind !== "closed";
  const canCancel = say.cancelUntil(booking).kind !== "closed";
  if (canMove && canCancel)
    return "To move it, answer #reschedule with this code and the date; to give it up, #cancel and this code";
  if (canMove) return "To move it, answer #reschedule with this code and the date";
  return canCancel
    ? "To give it up, answer #cancel and this code"
    : "To change it, please ask the office, with this code";
}

export const unusable: RefusalWords["unusable"] = {
  "request-id-conflict": () => `This message can't be processed. ${sendAgain}`,
  busy: () => "Very many people are writing now. Please send it again in a moment.",
  blocked: () => "No bookings are taken from here. Please ask the office if that is wrong.",
  malformed: () =>
    `This message can't be processed: a part of it is too long, or somebody stands in it twice. ${sendAgain}`,
};

export const codes: RefusalWords["codes"] = {
  malformed: () => "This code can't be read. Please copy it from our message.",
  "unknown-code": () =>
    "We don't find this code among your messages. Check the code, and send it from where the booking was made.",
  "slowed-down": ({ until }, say) =>
    `Too many codes from here were wrong. Please wait until ${say.nextMinute(until)}, and copy the code from our message.`,
};

export const ended: RefusalWords["ended"] = {
  "hold-lapsed": () =>
    "This code is no longer valid: its time ran out and the place was given back. Please book again.",
  cancelled: ({ booking }, say) =>
    booking.replacedBy === undefined
      ? `This booking was cancelled. Please book again at ${say.office(booking.officeId)}.`
      : `This code was replaced by another:\n${say.code(booking.replacedBy)}`,
  waiting: ({ booking }, say) =>
    `You are still on the waiting list of ${say.office(booking.officeId)} for ${say.date(booking.date)}. We write to you as soon as there is a place. No longer waiting? Answer #cancel.`,
};

export const moving: RefusalWords["moving"] = {
  "visit-over": ({ booking }, say) => `The booking for ${when(booking, say)} is over. Please book again.`,
  "too-late": ({ booking, until }, say) =>
    `The booking for ${when(booking, say)} could be moved until ${say.moment(until, booking.officeId)}. It stands. ${giveUp(booking, say)}`,
  "reschedule-limit": ({ booking, limit }, say) =>
    say.paragraphs(
      limit === 0
        ? "This office does not move bookings."
        : `This booking was moved ${limit} ${say.plural(limit, times)}, as often as it may be.`,
      `The booking for ${when(booking, say)} stands. ${giveUp(booking, say, " and book again")}`,
    ),
};
