import type { Alternative } from "../allocation/alternatives.js";
import type { CancelOutcome } from "../booking/actions/cancel.js";
import type { ConfirmOutcome } from "../booking/actions/confirm.js";
import type { ExtendOutcome } from "../booking/actions/extend.js";
import type { HoldOutcome } from "../booking/actions/hold.js";
import type { WaitOutcome } from "../booking/actions/join-waiting-list.js";
import type { RescheduleOutcome } from "../booking/actions/reschedule.js";
import type { Details, LiveBooking } from "../booking/booking.js";
import type { DayAvailability } from "../desk/availability.js";
import type { Problem } from "../message/problem.js";
import { createTicket } from "../ticket/ticket.js";
import type { ChatContext } from "./chat-settings.js";
import type { Goal } from "./draft.js";
import { asBookable, slotsWithRoom } from "./next-days.js";
import { type Asked, choice, createOffers, mostListed } from "./offers.js";
import { fieldName, problemLines } from "./problem-lines.js";
import type { Choice, Reply } from "./reply.js";
import { clip, writeReply } from "./reply.js";
import type { IncomingMessage, OfficeToday } from "./route.js";
import { type Say, sayOf } from "./say.js";
import type { BookingCommand, Sentences } from "./words.js";

/** What a chat can reply to one message. */
export interface Replies {
  readonly hold: (outcome: HoldOutcome, asked?: Asked) => Promise<Reply>;
  /** The request is complete but for its office. */
  readonly whichOffice: (party: readonly Details[], date: string, goal: Goal) => Reply;
  /** What is free is asked for without an office; `rest` is what stood behind the command. */
  readonly whichOfficeToLookAt: (rest: string) => Reply;
  readonly confirm: (outcome: ConfirmOutcome) => Promise<Reply>;
  readonly cancel: (outcome: CancelOutcome) => Promise<Reply>;
  readonly extend: (outcome: ExtendOutcome) => Promise<Reply>;
  /** `code` is that of the booking that was to be moved. */
  readonly reschedule: (outcome: RescheduleOutcome, code?: string) => Promise<Reply>;
  readonly joinWaitingList: (outcome: WaitOutcome, asked?: Asked) => Promise<Reply>;
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
  readonly help: () => Reply;
  /** For who has bookings and said nothing that can be done: what they are, and what may be said of them. */
  readonly helpWithBookings: (bookings: readonly LiveBooking[]) => Reply;
  readonly pausing: () => Reply;
}

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
  const { reply, withBarcode } = writeReply(context, sender);

  function list(bookings: readonly LiveBooking[]): string {
    const listed = bookings.slice(0, mostListed).map((booking) => words.listed(booking, say));
    const more = bookings.length > mostListed ? [words.more(bookings.length - mostListed)] : [];
    return [...listed, ...more].join("\n\n");
  }

  /** What is free instead, and where nothing is left that day, its waiting list. */
  function instead(outcome: HoldOutcome | WaitOutcome, asked: Asked | undefined): readonly Choice[] {
    if (asked === undefined || !("alternatives" in outcome)) return [];
    const days = offers.otherDays(outcome.alternatives, asked.party);
    return outcome.kind === "day-full" ? [...days, ...offers.wait(asked, outcome.officeId)] : days;
  }

  /** Who has a booking may move it, at its own office, or give it up. */
  function haveOne(booking: LiveBooking, date: string | undefined): readonly Choice[] {
    const canMove = say.moveUntil(booking).kind !== "closed" && booking.officeId === where.officeId;
    const moves = canMove && date !== undefined ? offers.moves([date], booking.code) : [];
    const { buttons, commands } = words;
    const canCancel = say.cancelUntil(booking).kind !== "closed";
    return [...moves, ...(canCancel ? offers.command(buttons.cancel, commands.cancel, booking) : [])];
  }

  function limited(outcome: HoldOutcome | WaitOutcome, asked: Asked | undefined): readonly Choice[] {
    const isOwn = outcome.kind === "person-has-booking" && outcome.booking !== undefined;
    return isOwn ? haveOne(outcome.booking as LiveBooking, asked?.date) : instead(outcome, asked);
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

  const replies: Replies = {
    async hold(outcome, asked) {
      const text = sentence<HoldOutcome>(words.hold, outcome, say);
      if (outcome.kind === "day-full" && say.hasWaitingList)
        return reply(say.paragraphs(text, words.orWait), instead(outcome, asked));
      return outcome.kind === "held" || outcome.kind === "already-held"
        ? withBarcode(reply(text, offers.codes([outcome.booking])), outcome.booking.code)
        : reply(text, limited(outcome, asked));
    },
    whichOffice: (party, date, goal) => askOffice((officeId) => offers.ask(party, date, officeId, goal)),
    whichOfficeToLookAt: (rest) =>
      askOffice((_, name) => clip(`${words.commands.availability} ${name} ${rest}`, longestLook)),
    async confirm(outcome) {
      const text = sentence<ConfirmOutcome>(words.confirm, outcome, say);
      switch (outcome.kind) {
        case "confirmed":
        case "already-confirmed":
          return withBarcode(reply(text), outcome.booking.code);
        case "hold-lapsed":
        case "cancelled":
          return reply(text, offers.again(outcome.booking));
        default:
          return reply(text);
      }
    },
    async cancel(outcome) {
      const text = sentence<CancelOutcome>(words.cancel, outcome, say);
      return reply(text, outcome.kind === "hold-lapsed" ? offers.again(outcome.booking) : []);
    },
    async extend(outcome) {
      const text = sentence<ExtendOutcome>(words.extend, outcome, say);
      switch (outcome.kind) {
        case "extended":
        case "longest-hold":
          return reply(text, offers.codes([outcome.booking]));
        case "already-confirmed":
          return withBarcode(reply(text), outcome.booking.code);
        default:
          return reply(text, "booking" in outcome ? offers.again(outcome.booking) : []);
      }
    },
    async reschedule(outcome, code) {
      const text = sentence<RescheduleOutcome>(words.reschedule, outcome, say);
      if (outcome.kind === "rescheduled") {
        const { booking } = outcome;
        const choices = booking.state === "held" ? offers.codes([booking]) : [];
        return withBarcode(reply(text, choices), booking.code);
      }
      if (outcome.kind === "hold-lapsed" || outcome.kind === "cancelled")
        return reply(text, offers.again(outcome.booking));
      const dates = "alternatives" in outcome ? outcome.alternatives.map(({ date }) => date) : [];
      const mayWait = outcome.kind === "day-full" && code !== undefined && say.hasWaitingList;
      return reply(
        mayWait ? say.paragraphs(text, words.orWait) : text,
        code === undefined ? [] : offers.moves(dates, code),
      );
    },
    async joinWaitingList(outcome, asked) {
      return reply(sentence<WaitOutcome>(words.joinWaitingList, outcome, say), limited(outcome, asked));
    },
    async status(bookings, position = 1) {
      const [booking] = bookings;
      if (booking === undefined) return replies.noBooking();
      if (bookings.length > 1) return reply(words.bookings(list(bookings)), offers.codes(bookings));
      if (booking.state === "held") return replies.hold({ kind: "already-held", booking });
      if (booking.state === "waiting") return reply(words.waitingAt(booking, position, say));
      const office = offices.get(booking.officeId);
      if (office === undefined) return replies.noBooking();
      const ticket = createTicket({ office, booking });
      return replies.confirm({ kind: "already-confirmed", booking, ticket });
    },
    which: (command, bookings, rest) =>
      reply(words.which[command](list(bookings)), offers.codes(bookings, words.commands[command], rest)),
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
    howToWait: () => reply(words.howToWait(`${words.commands.wait} ${example}`, say)),
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
        offers.otherDays(alternatives, party),
      );
    },
    help: () => reply(words.help(example, say)),
    helpWithBookings: (bookings) =>
      reply(words.helpWithBookings(list(bookings), sayOf(bookings, say)), offers.codes(bookings)),
    pausing: () => reply(words.pausing(example, say)),
  };
  return replies;
}

/** To the person an unknown code and another sender's sound the same. */
function sentence<Outcome extends { readonly kind: string }>(
  sentences: Sentences<Outcome>,
  outcome: Outcome,
  say: Say,
): string {
  const kind = (outcome.kind === "other-sender" ? "unknown-code" : outcome.kind) as keyof typeof sentences;
  // TypeScript can't tie a member of the union to the sentence of its own kind; `Sentences` does.
  return (sentences[kind] as (outcome: Outcome, say: Say) => string)(outcome, say);
}
