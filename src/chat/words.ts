import type { Alternative } from "../allocation/alternatives.js";
import type { ConfirmedBooking, HeldBooking } from "../booking/booking.js";
import type { CancelOutcome, ConfirmOutcome, HoldOutcome } from "../booking/outcomes.js";
import type { Language } from "../message/language.js";
import type { Problem, ProblemCode } from "../message/problem.js";
import type { Say } from "./say.js";

/** A sentence for each way in which an action can end; one that is missing fails the type check. */
export type Sentences<Outcome extends { readonly kind: string }> = {
  readonly [Kind in Told<Outcome>]: (outcome: Extract<Outcome, { readonly kind: Kind }>, say: Say) => string;
};

/** Another sender's code sounds like an unknown one, so it has no sentence of its own. */
type Told<Outcome extends { readonly kind: string }> = Exclude<Outcome["kind"], "other-sender">;

/** All that a chat says in one language, complete. Texts are plain; what stands in them is short already. */
export interface Words {
  /** BCP 47, such as `id`; dates and times are written by its rules. */
  readonly tag: string;
  /** The languages in which messages are read, the first one's order of day and month first. */
  readonly languages: readonly Language[];
  /** A message for each command, which the languages read as that command. */
  readonly commands: Readonly<Record<"cancel" | "status" | "help", string>>;
  /** What the fields of every chat are called; others by `fieldNames` of the chat. */
  readonly fieldNames: Readonly<Record<"name" | "birthDate" | "arrivalDate" | "office", string>>;
  readonly offices: OfficeWords;
  readonly hold: Sentences<HoldOutcome>;
  readonly confirm: Sentences<ConfirmOutcome>;
  readonly cancel: Sentences<CancelOutcome>;
  /** One line for each problem of a message. */
  readonly problems: Readonly<Record<ProblemCode, (problem: FieldProblem) => string>>;
  /** `alternatives` are the next dates with room, where the arrival date is what is wrong. */
  readonly notUnderstood: (
    lines: readonly string[],
    example: string,
    alternatives: readonly Alternative[],
    say: Say,
  ) => string;
  readonly help: (example: string, say: Say) => string;
  readonly noBooking: (example: string) => string;
  /** The sender's live bookings, where there are several. */
  readonly bookings: (list: string) => string;
  /** Any of several bookings could be meant by "cancel". */
  readonly whichToCancel: (list: string) => string;
  /** One booking of such a list, its code on a line of its own. */
  readonly listed: (booking: StandingBooking, say: Say) => string;
  /** How many more bookings or problems there are than are listed. */
  readonly more: (count: number) => string;
  /** What a button says that sends the same request again. */
  readonly again: string;
}

/** What is said where a message may be for any of several offices. */
export interface OfficeWords {
  /** Any of them, in the place of an office's name. */
  readonly any: string;
  /** The request lacks its office; `example` is the same with one, `names` are what it may be called. */
  readonly which: (names: string, example: string) => string;
}

/** A booking that has a place. */
export type StandingBooking = HeldBooking | ConfirmedBooking;

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
}
