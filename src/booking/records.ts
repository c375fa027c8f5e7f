import type { Ticket } from "../ticket/ticket.js";
import type { CancelledBooking } from "./booking.js";

/** One office on one date. */
export interface DayKey {
  readonly officeId: string;
  readonly date: string;
}

/** The ledger of one office on one date; windows and pools that were never asked for are not listed. */
export interface Day extends DayKey {
  /** Time of the last decision by the clock that it went by, epoch milliseconds. */
  readonly decidedAt: number;
  readonly counts: readonly PlaceCount[];
  /** Queue numbers issued so far, by window. */
  readonly issued: Readonly<Record<string, number>>;
  /** The first label that was given, and its number: labels that are made otherwise since are looked for twice. */
  readonly label?: FirstLabel;
  /** How many have joined the waiting list so far; missing where nobody has. */
  readonly joined?: number;
}

export interface FirstLabel {
  readonly window: string;
  readonly sequence: number;
  readonly text: string;
  /** Labels of another making were given since. */
  readonly isMixed?: true;
}

/** Places of bookings that have the same window, times and pool, whatever the office's windows are by now. */
export interface PlaceCount {
  readonly window: string;
  readonly pool: string;
  /** The date of the bookings where that is the day before: their night reaches into this one. */
  readonly of?: string;
  /** Of the window, epoch milliseconds, half open; missing where an older giliran counted. */
  readonly start?: number;
  readonly end?: number;
  readonly taken: number;
  /** The larger of capacity and taken at the last change: what a store's own check compares with. */
  readonly ceiling: number;
}

/** What a request id was answered; written with the effect (C5). */
export interface Answer extends KeptOutcome {
  /** Hash of sender and request id. */
  readonly key: string;
  /** Hash of what was asked. */
  readonly fingerprint: string;
  readonly at: number;
  /** The name of the action. */
  readonly action: string;
}

/**
 * The outcome of an action that had its effect, as it is kept for whoever asks again: without what the records of its
 * bookings go on to say, so that it is short and holds no personal data.
 */
export interface KeptOutcome {
  readonly booking: KeptBooking;
  readonly replaced?: KeptReplaced;
  readonly ticket?: KeptTicket;
  readonly position?: number;
}

/** What was true of a booking then and may be otherwise by now. */
export interface KeptBooking {
  readonly code: string;
  /** How many changes its history had; the last of them was that of the answer. */
  readonly changes: number;
  readonly [field: string]: unknown;
}

/** All but whose it was: its day may be erased before that of the other. */
export type KeptReplaced = Omit<CancelledBooking, "people" | "sender">;

/** What the ticket says that its booking does not. */
export type KeptTicket = Omit<
  Ticket,
  "code" | "queueNumber" | "officeId" | "date" | "window" | "until" | "start" | "end" | "places"
>;

/** What is remembered of a sender besides the bookings; no record where there is nothing. */
export interface Sender {
  readonly sender: string;
  /** When a message came that changed no booking, or the last guess, epoch milliseconds. */
  readonly lastMessageAt: number;
  /** Codes that were wrong or somebody else's: how many, with no day between two of them, and when the last. */
  readonly guesses?: { readonly count: number; readonly lastAt: number };
  /** Bookings that the sender gave up, had replaced, or let lapse. */
  readonly changes?: Count;
  /** Wrong codes of all senders, in the record of all of them. */
  readonly wrongCodes?: Count;
  /** What a conversation wants to remember until then. */
  readonly draft?: { readonly content: string; readonly until: number };
}

/** How many there were, from an instant on, epoch milliseconds. */
export interface Count {
  readonly count: number;
  readonly since: number;
}

/** By what the desks of a store know that they have the same secret. */
export interface SecretPrint {
  /** `secret`, as there is one. */
  readonly name: string;
  /** Hash of a fixed text under the secret. */
  readonly print: string;
}

export function dayName({ officeId, date }: DayKey): string {
  return `${officeId} ${date}`;
}
