import type { Policy } from "../allocation/policies.js";
import type { Calendar } from "../office/calendar.js";
import type { Actor, Person } from "./booking.js";
import type { DayKey, Sender } from "./records.js";

/** What somebody asks for once, under a request id. */
interface RequestCore {
  /** Hash of sender and request id. */
  readonly key: string;
  /** Hash of what is asked. */
  readonly fingerprint: string;
  /** Staff may act without one. */
  readonly sender: string | undefined;
  readonly by: Actor;
}

/** The places that a party wants. */
export interface Wish {
  readonly calendar: Calendar;
  readonly policy: Policy;
  readonly date: string;
  readonly places: number;
  readonly pool: string;
  /** The only window that will do. */
  readonly window: string | undefined;
  /** A wish for a time, which `policy` obeys. */
  readonly prefer: string | undefined;
}

interface PartyRequest extends RequestCore, Wish {
  readonly people: readonly Person[];
  /** Fresh codes to choose from, drawn before the decision. */
  readonly codes: readonly string[];
}

export interface HoldRequest extends PartyRequest {
  readonly action: "hold";
}

export interface WaitRequest extends PartyRequest {
  readonly action: "joinWaitingList";
}

export type CodeAction = "confirm" | "cancel" | "extend";

export interface CodeRequest extends RequestCore {
  readonly action: CodeAction;
  readonly code: string;
}

export interface RescheduleRequest extends RequestCore {
  readonly action: "reschedule";
  readonly code: string;
  /** Where to, within the booking's office; missing where the code was nobody's when it was looked up. */
  readonly move: Move | undefined;
}

export interface Move extends Wish {
  readonly codes: readonly string[];
  /** The people of the booking and its sender, which a move never changes. */
  readonly people: readonly Person[];
  readonly sender: string | undefined;
}

export type Request = HoldRequest | WaitRequest | CodeRequest | RescheduleRequest;

/** What the desk does by itself or for its staff; it has no request id and may be done again. */
export type Task =
  | SweepTask
  | LeaseTask
  | MarkSentTask
  | ResolveTask
  | HandOverTask
  | ForgetTask
  | ForgetAnswersTask
  | EraseDayTask
  | ReconcileTask
  | UseTask
  | NoteTask;

/** Whatever is due on these days is settled, as before every decision. */
export interface SweepTask {
  readonly action: "sweep";
  readonly days: readonly DayKey[];
}

/** Takes the notices of these bookings that are to be sent, for so long. */
export interface LeaseTask {
  readonly action: "lease-notices";
  readonly codes: readonly string[];
  readonly senders: readonly string[];
  readonly leaseMs: number;
}

export interface MarkSentTask {
  readonly action: "mark-sent";
  readonly notices: readonly NoticeName[];
}

/** Bookings of a sender whose address on the channel is another now. */
export interface HandOverTask {
  readonly action: "hand-over";
  readonly codes: readonly string[];
  readonly from: string;
  readonly to: string;
}

/** Cancels what is live of a person, and erases what is known. */
export interface ForgetTask {
  readonly action: "forget";
  readonly person: string;
  readonly codes: readonly string[];
  readonly senders: readonly string[];
}

export interface ForgetAnswersTask {
  readonly action: "forget-answers";
  /** Epoch milliseconds. */
  readonly before: number;
}

/** Removes a day with all its bookings. */
export interface EraseDayTask {
  readonly action: "erase-day";
  readonly day: DayKey;
}

export interface ReconcileTask {
  readonly action: "reconcile";
  readonly day: DayKey;
}

/** A ticket is shown at a door. */
export interface UseTask {
  readonly action: "use";
  readonly code: string;
  /** Of the window that the ticket is for, epoch milliseconds. */
  readonly start: number;
}

export interface NoteTask {
  readonly action: "note";
  readonly sender: string;
  /** When a message came that changed no booking, epoch milliseconds. */
  readonly at: number;
  readonly draft: Sender["draft"];
  /** What must be there still, or nothing is noted; missing where whatever is there may go. */
  readonly after?: { readonly content: string | undefined };
}

/** Names a notice for ever. */
export interface NoticeName {
  readonly code: string;
  readonly kind: string;
  readonly at: number;
}

/** Finds another place for a booking that no longer fits, or cancels it. */
export interface ResolveTask {
  readonly action: "resolve";
  readonly calendar: Calendar;
  readonly code: string;
  readonly codes: readonly string[];
  readonly people: readonly Person[];
  readonly sender: string | undefined;
  readonly by: Actor;
  /** Dates that are tried, in this order. */
  readonly dates: readonly string[];
  /** What is done where none of them has room. */
  readonly otherwise: "cancel" | "keep";
}
