import type { Words } from "../../../chat/words.js";

/** A line for each problem of a message. */
export const problems: Words["problems"] = {
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
  missing: ({ name }) => `${name}: missing.`,
  placeholder: ({ name }) => `${name}: put your own data in.`,
  "not-a-name": ({ name, found }) => `${name}: "${found}" is not a person's name.`,
  "not-a-date": ({ name, found }) => `${name}: "${found}" is not a date. Write it like 17 August 1990.`,
  "incomplete-date": ({ name, found }) => `${name}: "${found}" is not complete. Write day, month and year.`,
  "no-such-day": ({ name, found }) => `${name}: "${found}" is not in the calendar.`,
  "several-days": ({ name, found }) => `${name}: "${found}" is more than one day. Write one date.`,
  "unclear-date": ({ name, found }) => `${name}: "${found}" is not certain. Write the date alone.`,
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
  "code-missing": () => "Send the booking code from our reply. To see it again, answer #status.",
  "code-wrong-length": ({ found }) =>
    `The code "${found}" is incomplete or too long. Please copy it from our message.`,
  "code-foreign-character": ({ found, character, lookAlikes }) => {
    const meant = lookAlikes.length === 0 ? "" : ` Is it ${lookAlikes.join(" or ")}?`;
    const what = character === "" ? "it has a sign that" : `${character}`;
    return `The code "${found}": ${what} is not used in codes.${meant} Please copy the code from our message.`;
  },
  "code-check-failed": ({ found }) => `The code "${found}" is mistyped. Please copy it from our message.`,
};

function only(limits: string): string {
  return limits === "" ? "" : `; accepted: ${limits}`;
}
