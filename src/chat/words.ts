import type { Alternative } from "../allocation/alternatives.js";
import type { CancelOutcome } from "../booking/actions/cancel.js";
import type { ConfirmOutcome } from "../booking/actions/confirm.js";
import type { ExtendOutcome } from "../booking/actions/extend.js";
import type { HoldOutcome } from "../booking/actions/hold.js";
import type { WaitOutcome } from "../booking/actions/join-waiting-list.js";
import type { RescheduleOutcome } from "../booking/actions/reschedule.js";
import type {
  Booking,
  CancelledBooking,
  ConfirmedBooking,
  HeldBooking,
  LapsedBooking,
  LiveBooking,
  WaitingBooking,
} from "../booking/booking.js";
import type { Notice } from "../booking/notice.js";
import type { DayAvailability } from "../desk/availability.js";
import type { Language } from "../message/language.js";
import type { Problem, ProblemCode } from "../message/problem.js";
import type { Ticket } from "../ticket/ticket.js";
import type { CommandWords } from "./command-words.js";
import type { Say } from "./say.js";

/** A sentence for each way in which an action can end; one that is missing fails the type check. */
export type Sentences<Outcome extends { readonly kind: string }> = {
  readonly [Kind in Told<Outcome>]: (outcome: Extract<Outcome, { readonly kind: Kind }>, say: Say) => string;
};

/** Another sender's code sounds like an unknown one, so it has no sentence of its own. */
type Told<Outcome extends { readonly kind: string }> = Exclude<Outcome["kind"], "other-sender">;

/** All that a chat says in one language, complete. Texts are plain; what stands in them is short already. */
export interface Words extends ActionWords, ConversationWords, CommandWords {
  /** BCP 47, such as `id`; dates, times and plurals are written by its rules. */
  readonly tag: string;
  /**
   * The languages in which messages are read, the first one's order of day and month first. A command is written as the
   * first of them calls it that has it.
   */
  readonly languages: readonly Language[];
  /** What the fields of every chat are called; others by `fieldNames` of the chat. */
  readonly fieldNames: Readonly<Record<"name" | "birthDate" | "arrivalDate" | "office", string>>;
  /** What buttons say, at most 20 characters. */
  readonly buttons: ButtonWords;
  /** One line for each problem of a message. */
  readonly problems: Readonly<Record<ProblemCode, (problem: FieldProblem) => string>>;
}

/** How each action of the desk ends. */
export interface ActionWords {
  readonly hold: Sentences<HoldOutcome>;
  readonly confirm: Sentences<ConfirmOutcome>;
  readonly cancel: Sentences<CancelOutcome>;
  readonly extend: Sentences<ExtendOutcome>;
  readonly reschedule: Sentences<RescheduleOutcome>;
  readonly joinWaitingList: Sentences<WaitOutcome>;
}

/** What is said beside the replies to actions: help, lists, questions, and what the system tells unasked. */
export interface ConversationWords {
  readonly offices: OfficeWords;
  /** Added where a full day has a waiting list. */
  readonly orWait: string;
  readonly notices: NoticeWords;
  readonly availability: AvailabilityWords;
  readonly questions: QuestionWords;
  /** `alternatives` are the next dates with room, where the arrival date is what is wrong. */
  readonly notUnderstood: (
    lines: readonly string[],
    example: string,
    alternatives: readonly Alternative[],
    say: Say,
  ) => string;
  /**
   * The rest of the request is understood; `fields` are the names of those that are to be sent again. Where a message
   * brought nothing of them there are no lines.
   */
  readonly nearlyUnderstood: (
    lines: readonly string[],
    fields: readonly string[],
    alternatives: readonly Alternative[],
    say: Say,
  ) => string;
  /** What can be sent, for somebody who has bookings, which are listed. */
  readonly helpWithBookings: (list: string, say: Say) => string;
  /** The only reply to messages that come faster than anybody writes; more of them get none for a while. */
  readonly tooFast: (say: Say) => string;
  /** The last reply to messages that lead nowhere; more of them get none for a while. */
  readonly pausing: (example: string, say: Say) => string;
  /** The sender has no booking; `example` is how to make one. */
  readonly noBooking: (example: string) => string;
  /** The sender's live bookings, where there are several. */
  readonly bookings: (list: string) => string;
  /** One booking of such a list, its code on a line of its own. */
  readonly listed: (booking: LiveBooking, say: Say) => string;
  /** Who comes when and where, in tickets and reminders: here an office adds what people are to bring. */
  readonly visit: (booking: ConfirmedBooking, ticket: Ticket, say: Say) => string;
  /** The window is not at the time that was asked for, which is told as a text: that had no room. */
  readonly otherTime: (asked: string, booking: Booking, say: Say) => string;
  /** Where a party stands on the waiting list. */
  readonly waitingAt: (booking: WaitingBooking, position: number, say: Say) => string;
  /** The day is missing to which a booking is to be moved, or could not be read as `problem` says. */
  readonly moveWhere: (
    code: string,
    problem: string | undefined,
    alternatives: readonly Alternative[],
    say: Say,
  ) => string;
  /** Who wants to wait, and for which day, is missing; or there is no waiting list here. */
  readonly howToWait: (example: string, say: Say) => string;
  /** How many more bookings or problems there are than are listed. */
  readonly more: (count: number) => string;
}

/** What is asked before something is done that may not be meant; nothing was done yet. */
export interface QuestionWords {
  /** The question, under the parts of the message that were not understood; a "yes" says the same as the message `yes`. */
  readonly ask: (question: string, parts: readonly string[], yes: string, say: Say) => string;
  /** The same was asked just before. */
  readonly again: (yes: string, say: Say) => string;
  /** Whether these people want a place on the date, or to wait for one. */
  readonly hold: (names: string, date: string, say: Say) => string;
  readonly wait: (names: string, date: string, say: Say) => string;
  readonly confirm: (booking: LiveBooking, say: Say) => string;
  readonly cancel: (booking: LiveBooking, say: Say) => string;
  readonly extend: (booking: LiveBooking, say: Say) => string;
  readonly reschedule: (booking: LiveBooking, date: string, say: Say) => string;
  /** Several days were named. */
  readonly whichDay: (dates: readonly string[], say: Say) => string;
  /** Somebody says no, or wants nothing any more: what was open is closed, and these bookings stand as they did. */
  readonly nothingDone: (bookings: readonly LiveBooking[], say: Say) => string;
}

/** What the buttons say that have no date or code to show. */
export interface ButtonWords {
  readonly yes: string;
  readonly no: string;
  /** Confirms a hold. */
  readonly confirm: string;
  /** The same request again. */
  readonly again: string;
  readonly wait: string;
  readonly extend: string;
  readonly cancel: string;
}

/** What is said where a message may be for any of several offices. */
export interface OfficeWords {
  /** Any of them, in the place of an office's name. */
  readonly any: string;
  /** The request lacks its office; `example` is the same with one, `names` are what it may be called. */
  readonly which: (names: string, example: string, say: Say) => string;
}

/** What the system tells somebody unasked. */
export interface NoticeWords {
  /** The visit is near. */
  readonly reminder: (booking: ConfirmedBooking, ticket: Ticket, say: Say) => string;
  /** The hold lapses soon unless its code is sent back. */
  readonly "hold-lapsing": (booking: HeldBooking, say: Say) => string;
  /** A place has come free for who waits. */
  readonly offer: (booking: HeldBooking, say: Say) => string;
  /** `ticket` where the visit is certain. */
  readonly moved: (
    booking: HeldBooking | ConfirmedBooking,
    ticket: Ticket | undefined,
    say: Say,
    from: Notice["from"],
  ) => string;
  /** An offer was not taken in time. */
  readonly "offer-lapsed": (booking: LapsedBooking, alternatives: readonly Alternative[], say: Say) => string;
  /** No place came free for who waited. */
  readonly "wait-over": (booking: LapsedBooking, alternatives: readonly Alternative[], say: Say) => string;
  /** The office has cancelled the visit. */
  readonly "office-cancelled": (
    booking: CancelledBooking,
    alternatives: readonly Alternative[],
    say: Say,
  ) => string;
}

/** What is free, for who asks and books nothing yet. */
export interface AvailabilityWords {
  /** The next days with room at the office. */
  readonly days: (alternatives: readonly Alternative[], example: string, say: Say) => string;
  /** A date with the windows that have room, or why it has none. */
  readonly day: (day: DayAvailability, free: DayRoom, say: Say) => string;
}

/** What a day has left, or the next days with room; `example` books one. */
export interface DayRoom {
  readonly slots: readonly SlotRoom[];
  readonly alternatives: readonly Alternative[];
  readonly example: string;
}

/** A window and how many places it has left. */
export interface SlotRoom {
  readonly date: string;
  readonly window: string;
  readonly until: string;
  readonly places: number;
}

/** A problem with what a sentence about it may need, each of bounded length. */
export interface FieldProblem extends Problem {
  /** The field's name in the chat's language. */
  readonly name: string;
  readonly found: string;
  /** The values that the field can have, where they are few. */
  readonly choices: readonly string[];
  /** What the developer's own check says, or the field's limits: `16`, `1–60`; else empty. */
  readonly limits: string;
  /** How many people may stand in one message. */
  readonly mostPeople: number;
  /** Of a code: the character that codes never have, and what may have been meant: `D` or `Q` for `O`. */
  readonly character: string;
  readonly lookAlikes: readonly string[];
}
