import type { Alternative } from "../allocation/alternatives.js";
import type { FoundAnswer } from "../desk/desk.js";
import type { CommandName } from "../message/language.js";
import type { Problem } from "../message/problem.js";
import { type Answers, createAnswers } from "./answers.js";
import { type ChatSettings, checkChatSettings, type IncomingMessage } from "./chat-settings.js";
import type { Reply } from "./reply.js";
import type { StandingBooking } from "./words.js";

/** Turns messages into replies; it sends nothing itself. */
export interface Chat {
  /**
   * Acts on a message and says what to answer. After a `StoreError` the same message may be received again.
   * @throws TypeError where the message lacks what is asked for.
   */
  readonly receive: (message: IncomingMessage) => Promise<readonly Reply[]>;
}

/** The years 1973 to 2286; what lies outside is seconds or microseconds. */
const earliestAt = 1e11;
const latestAt = 1e13;
const daysLookedAt = 14;
const daysNamed = 3;

/** The same in every call that a message leads to. */
interface Caller {
  readonly requestId: string;
  readonly sender: string;
  readonly content: string;
}

/** @throws InvalidConfigError with the path of what is wrong. */
export function createChat(settings: ChatSettings): Chat {
  const context = checkChatSettings(settings);
  const { desk, requests, offices, route, personKey } = context;

  async function answer(message: IncomingMessage, caller: Caller): Promise<Reply> {
    const sentTo = route.find(message);
    const known = await desk.findAnswer(caller);
    if (known !== undefined)
      return repeat(known, createAnswers(context, message.sender, sentTo, sentTo.officeId));
    const { parsed, ...place } = route.read(message);
    const { officeId, today } = place;
    const answers = createAnswers(context, message.sender, place, sentTo.officeId);
    switch (parsed.kind) {
      case "request": {
        const request = requests.find(({ format }) => format === parsed.format) ?? requests[0];
        const party = parsed.people.map(({ values }) => request.details(values));
        const people = party.map((details) =>
          personKey ? { details, key: personKey(details) } : { details },
        );
        const date = request.date(parsed.values);
        if (officeId === undefined) return answers.whichOffice(party, date);
        const outcome = await desk.hold({ ...caller, officeId, date, people });
        if (outcome.kind === "malformed" && !outcome.field.startsWith("people["))
          throw new TypeError(`Expected ${outcome.field} as ${outcome.expected}.`);
        return answers.hold(outcome, party);
      }
      case "code":
        return answers.confirm(await desk.confirm({ ...caller, code: parsed.code }));
      case "command":
        return obey(parsed.command, parsed.code, caller, answers);
      case "not-understood":
        if (parsed.problems.every(({ code }) => code === "not-a-request" || code === "empty"))
          return answers.help();
        return answers.notUnderstood(parsed.problems, await listNextDays(parsed.problems, officeId, today));
      default:
        return parsed satisfies never;
    }
  }

  async function obey(
    command: CommandName,
    code: string | undefined,
    caller: Caller,
    answers: Answers,
  ): Promise<Reply> {
    if (command === "status") return showStatus(code, caller.sender, answers);
    if (command !== "cancel") return answers.help();
    if (code !== undefined) return answers.cancel(await desk.cancel({ ...caller, code }));
    const [booking, ...others] = await listLive(caller.sender);
    if (booking === undefined) return answers.noBooking();
    if (others.length > 0) return answers.whichToCancel([booking, ...others]);
    return answers.cancel(await desk.cancel({ ...caller, code: booking.code }));
  }

  async function showStatus(code: string | undefined, sender: string, answers: Answers): Promise<Reply> {
    if (code === undefined) return answers.status(await listLive(sender));
    const [booking] = await desk.find({ code });
    if (booking === undefined || booking.sender !== sender || !offices.has(booking.officeId))
      return answers.confirm({ kind: "unknown-code" });
    switch (booking.state) {
      case "held":
      case "confirmed":
        return answers.status([booking]);
      case "waiting":
        return answers.confirm({ kind: "waiting", booking });
      case "cancelled":
        return answers.confirm({ kind: "cancelled", booking });
      case "lapsed":
        return answers.confirm({ kind: "hold-lapsed", booking });
      default:
        return booking satisfies never;
    }
  }

  /** What is free instead of an arrival date that can't be read or booked. */
  async function listNextDays(
    problems: readonly Problem[],
    officeId: string | undefined,
    today: string,
  ): Promise<readonly Alternative[]> {
    if (officeId === undefined) return [];
    const isArrival = ({ field }: Problem) =>
      requests.some(({ format }) =>
        format.fields.some(({ name, kind }) => name === field && kind === "arrivalDate"),
      );
    if (!problems.some(isArrival)) return [];
    const days = await desk.availability({ officeId, from: today, days: daysLookedAt });
    return days
      .flatMap((day) => {
        const slots = day.kind === "open" ? day.slots : [];
        const slot = slots.find(({ placesLeft }) => Object.values(placesLeft).some((places) => places > 0));
        return slot === undefined
          ? []
          : [{ officeId, date: day.date, window: slot.window, until: slot.until }];
      })
      .slice(0, daysNamed);
  }

  async function listLive(sender: string): Promise<readonly StandingBooking[]> {
    const bookings = await desk.find({ sender, only: "live" });
    return bookings.flatMap((booking) =>
      offices.has(booking.officeId) && (booking.state === "held" || booking.state === "confirmed")
        ? [booking]
        : [],
    );
  }

  return {
    async receive(message) {
      checkMessage(message);
      const { channel, id, sender, text } = message;
      const caller = { requestId: `${channel}:${id}`, sender: `${channel}:${sender}`, content: text };
      return [await answer(message, caller)];
    },
  };
}

/** A message that is delivered again is answered as it was, though its words may be read otherwise by now. */
function repeat(known: FoundAnswer, answers: Answers): Promise<Reply> {
  if (known.kind === "request-id-conflict") return answers.hold(known);
  switch (known.action) {
    case "hold":
      return answers.hold(known.outcome);
    case "confirm":
      return answers.confirm(known.outcome);
    case "cancel":
      return answers.cancel(known.outcome);
    case "extend":
    case "reschedule":
    case "joinWaitingList":
      throw new TypeError(
        `A chat never asked to ${known.action}; its request ids are used by something else.`,
      );
    default:
      return known satisfies never;
  }
}

function checkMessage({ channel, id, sender, text, at }: IncomingMessage): void {
  for (const [name, value] of Object.entries({ channel, id, sender, text }))
    if (typeof value !== "string" || (value === "" && name !== "text"))
      throw new TypeError(
        `Expected ${name} of a message as a text, found ${value === "" ? "an empty one" : typeof value}.`,
      );
  if (channel.includes(":")) throw new TypeError(`Expected a channel without a colon, found ${channel}.`);
  if (!(at > earliestAt && at < latestAt))
    throw new TypeError(`Expected at of a message in epoch milliseconds, not seconds, found ${String(at)}.`);
}
