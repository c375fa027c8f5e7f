import type { Alternative } from "../allocation/alternatives.js";
import type { Details, LiveBooking } from "../booking/booking.js";
import type { DayAvailability } from "../desk/availability.js";
import type { BookingCommand } from "../message/language.js";
import type { Problem } from "../message/problem.js";
import { createTicket } from "../ticket/ticket.js";
import { type ActionReplies, createActionReplies } from "./action-replies.js";
import type { ChatContext } from "./chat-settings.js";
import { clip } from "./clip.js";
import type { Goal } from "./draft.js";
import { asBookable, slotsWithRoom } from "./next-days.js";
import { choice, createOffers, mostListed } from "./offers.js";
import { fieldName, problemLines } from "./problem-lines.js";
import { type Reply, writeReply } from "./reply.js";
import type { IncomingMessage, OfficeToday } from "./route.js";
import { type Say, sayOf } from "./say.js";
import type { SaidTime } from "./wish.js";
import type { Words } from "./words.js";

/** What a chat can reply to one message. */
export interface Replies extends ActionReplies {
  /** A sentence alone, without choices; `example` is a request. */
  readonly plain: (write: (say: Say, words: Words, example: string) => string) => Reply;
  /** The request is complete but for its office. */
  readonly whichOffice: (party: readonly Details[], date: string, goal: Goal) => Reply;
  /** What is free is asked for without an office; `rest` is what stood behind the command. */
  readonly whichOfficeToLookAt: (rest: string) => Reply;
  readonly status: (bookings: readonly LiveBooking[], position?: number) => Promise<Reply>;
  /** `rest` is what stood behind the command. */
  readonly which: (command: BookingCommand, bookings: readonly LiveBooking[], rest: string) => Reply;
  readonly noBooking: () => Reply;
  /** The day that is asked for, or the next ones with room. */
  readonly availability: (day: DayAvailability | undefined, alternatives: readonly Alternative[]) => Reply;
  readonly moveWhere: (
    code: string,
    problem: Problem | undefined,
    alternatives: readonly Alternative[],
  ) => Reply;
  /** Several days were named. */
  readonly moveToWhich: (code: string, dates: readonly string[]) => Reply;
  readonly askForWhich: (party: readonly Details[], dates: readonly string[]) => Reply;
  /** Asks before something is done; `undefined` where no one message says it. `parts` were not understood. */
  readonly question: {
    (act: BookingAct, parts: readonly string[]): Asking;
    (act: RequestAct, parts: readonly string[]): Asking | undefined;
  };
  /** These bookings stand as they did. */
  readonly nothingDone: (bookings: readonly LiveBooking[]) => Reply;
  readonly howToWait: () => Reply;
  /** `alternatives` where the arrival date is among the problems. */
  readonly notUnderstood: (problems: readonly Problem[], alternatives: readonly Alternative[]) => Reply;
  /** `wrong` are the fields that are to be sent again, `party` who asks where only the date is to come. */
  readonly nearlyUnderstood: (
    problems: readonly Problem[],
    wrong: readonly string[],
    alternatives: readonly Alternative[],
    party: readonly Details[],
  ) => Reply;
  /** For who has bookings and said nothing that can be done: what they are, and what may be said of them. */
  readonly helpWithBookings: (bookings: readonly LiveBooking[]) => Reply;
  readonly pausing: () => Reply;
  readonly tooFast: () => Reply;
}

/** What would be done with a booking. */
export type BookingAct =
  | { readonly kind: "confirm" | "cancel" | "extend"; readonly booking: LiveBooking }
  | {
      readonly kind: "reschedule";
      readonly booking: LiveBooking;
      readonly date: string;
      readonly time: SaidTime | undefined;
    };

/** What would be asked for. */
export interface RequestAct {
  readonly kind: Goal;
  readonly party: readonly Details[];
  readonly date: string;
  readonly time: SaidTime | undefined;
  /** Which may still have to be asked for. */
  readonly officeId: string | undefined;
}

/** A question, and what is said instead where it was asked just before. */
export interface Asking {
  readonly reply: Reply;
  readonly again: Reply;
  /** The message that says the act by itself. */
  readonly yes: string;
}

const longestPart = 60;
const mostParts = 3;
const longestNames = 600;
const longestLook = 100;
const mostSlots = 16;

/** `sentTo` is the office that messages go to which name none. */
export function createReplies(
  settings: ChatContext,
  { sender, at }: IncomingMessage,
  where: OfficeToday,
  sentTo: string | undefined,
): Replies {
  const context: ChatContext = { ...settings, words: settings.wordsOf(where.officeId) };
  const { words, requests, offices } = context;
  const { today } = where;
  const say = context.say(where.officeId, at);
  const offers = createOffers(context, where, sentTo, say);
  const example = requests[0].format.example({ today });
  const writer = writeReply(context, sender);
  const { reply } = writer;
  const no = words.languages[0]?.givingUp[0];
  const actions = createActionReplies({ words, where, say, offers, writer });

  function list(bookings: readonly LiveBooking[]): string {
    const listed = bookings.slice(0, mostListed).map((booking) => words.listed(booking, say));
    const more = bookings.length > mostListed ? [words.more(bookings.length - mostListed)] : [];
    return [...listed, ...more].join("\n\n");
  }

  /** `print` makes the message that is meant for an office, which is called `name`. */
  function askOffice(print: (officeId: string, name: string) => string | undefined): Reply {
    const known = [...offices.keys()].flatMap((id) => {
      const name = offers.officeWord(id);
      return name === undefined ? [] : [{ name, text: print(id, name) }];
    });
    const names = clip(known.map(({ name }) => name).join(", "), longestNames);
    return reply(
      words.offices.which(names, known[0]?.text ?? example, say),
      known.flatMap(({ name, text }) => choice(name, text)),
    );
  }

  function yesTo(act: BookingAct | RequestAct): string | undefined {
    switch (act.kind) {
      case "hold":
      case "wait":
        return offers.ask(act.party, act.date, act.officeId, act.kind, act.time);
      case "confirm":
        return say.code(act.booking.code);
      case "reschedule":
        return offers.message(act.kind, say.code(act.booking.code), offers.moment(act.date, act.time));
      default:
        return offers.message(act.kind, say.code(act.booking.code));
    }
  }

  function questionAbout(act: BookingAct | RequestAct): string {
    const { questions } = words;
    switch (act.kind) {
      case "hold":
      case "wait":
        return questions[act.kind](say.names(act.party), act.date, say);
      case "reschedule":
        return questions.reschedule(act.booking, act.date, say);
      default:
        return questions[act.kind](act.booking, say);
    }
  }

  function question(act: BookingAct, parts: readonly string[]): Asking;
  function question(act: RequestAct, parts: readonly string[]): Asking | undefined;
  function question(act: BookingAct | RequestAct, parts: readonly string[]): Asking | undefined {
    const yes = yesTo(act);
    if (yes === undefined) return undefined;
    const { questions, buttons } = words;
    const choices = [...choice(buttons.yes, yes), ...choice(buttons.no, no)];
    const told = parts.slice(0, mostParts).map((part) => clip(part, longestPart));
    return {
      reply: reply(questions.ask(questionAbout(act), told, yes, say), choices),
      again: reply(questions.again(yes, say), choices),
      yes,
    };
  }

  const replies: Replies = {
    ...actions,
    question,
    plain: (write) => reply(write(say, words, example)),
    whichOffice: (party, date, goal) => askOffice((officeId) => offers.ask(party, date, officeId, goal)),
    whichOfficeToLookAt: (rest) =>
      askOffice((_, name) => {
        const text = offers.message("availability", name, rest);
        return text && clip(text, longestLook);
      }),
    async status(bookings, position = 1) {
      const [booking] = bookings;
      if (booking === undefined) return replies.noBooking();
      if (bookings.length > 1) return reply(words.bookings(list(bookings)), offers.codes(bookings));
      if (booking.state === "held") return actions.hold({ kind: "already-held", booking });
      if (booking.state === "waiting") return reply(words.waitingAt(booking, position, say));
      const office = offices.get(booking.officeId);
      if (office === undefined) return replies.noBooking();
      const ticket = createTicket({ office, booking });
      return actions.confirm({ kind: "already-confirmed", booking, ticket });
    },
    which: (command, bookings, rest) =>
      reply(words.which[command](list(bookings)), offers.codes(bookings, command, rest)),
    noBooking: () => reply(words.noBooking(example)),
    availability(asked, next) {
      const day = asked && asBookable(asked);
      const alternatives = next.filter(({ date }) => date !== day?.date);
      const slots = day === undefined ? [] : slotsWithRoom(day).slice(0, mostSlots);
      return reply(
        day === undefined
          ? words.availability.days(next, example, say)
          : words.availability.day(day, { slots, alternatives, example }, say),
        offers.looks(alternatives),
      );
    },
    moveWhere: (code, problem, alternatives) =>
      reply(
        words.moveWhere(say.code(code), problem && problemLines(context, [problem])[0], alternatives, say),
        offers.moves(
          alternatives.map(({ date }) => date),
          code,
        ),
      ),
    moveToWhich: (code, dates) => reply(words.questions.whichDay(dates, say), offers.moves(dates, code)),
    askForWhich: (party, dates) =>
      reply(
        words.questions.whichDay(dates, say),
        dates.flatMap((date) => choice(say.shortDate(date), offers.ask(party, date, where.officeId))),
      ),
    nothingDone: (bookings) => reply(words.questions.nothingDone(bookings.slice(0, mostListed), say)),
    howToWait: () => reply(words.howToWait(offers.message("wait", example) ?? example, say)),
    notUnderstood(problems, alternatives) {
      const lines = problemLines(context, problems);
      const isAboutCode = problems.every(({ field }) => field === "code");
      return reply(isAboutCode ? lines.join("\n") : words.notUnderstood(lines, example, alternatives, say));
    },
    nearlyUnderstood(problems, wrong, alternatives, party) {
      const lines = problemLines(context, problems);
      const fields = wrong.filter((field) => field !== "media").map((field) => fieldName(context, field));
      return reply(
        words.nearlyUnderstood(lines, fields, alternatives, say),
        offers.otherDays(alternatives, { party }),
      );
    },
    helpWithBookings: (bookings) =>
      reply(words.helpWithBookings(list(bookings), sayOf(bookings, say)), offers.codes(bookings)),
    tooFast: () => reply(words.tooFast(say)),
    pausing: () => reply(words.pausing(example, say)),
  };
  return replies;
}
