import { type Notice, noticeDueAt } from "./notice.js";

/** Plain data about a person: under the default person key at least `name` and `birthDate`, `YYYY-MM-DD`. */
export type Details = Readonly<Record<string, string | number | boolean>>;

export interface Person {
  /** The person key: opaque, equal for the same human. */
  readonly key: string;
  readonly details: Details;
  /** When they joined a party that had booked before, epoch milliseconds. */
  readonly joinedAt?: number;
}

export type Actor = "applicant" | "staff" | "system";

export interface Change {
  /** The state that the booking came to; `cooled` where its places came back, and what else was done to it. */
  readonly what:
    | Booking["state"]
    | "extended"
    | "cooled"
    | "handed-over"
    | "adjusted"
    | "party-changed"
    | "absent"
    | "erased";
  /** Epoch milliseconds. */
  readonly at: number;
  readonly by: Actor;
  /** The rules that staff set aside for it. */
  readonly override?: readonly Override[];
}

/** Rules that staff may set aside, one by one: a window that is near or runs, the intake hours, limits of people. */
export type Override = (typeof overrides)[number];
export const overrides = ["notice", "intake-hours", "limits"] as const;

interface BookingCore {
  /** Canonical booking code; names the booking for ever. */
  readonly code: string;
  readonly officeId: string;
  /** `YYYY-MM-DD` in the office's zone. */
  readonly date: string;
  /** The slot's key, its local start `08:30`, after midnight `24:30`; of who waits for any, the first of the day. */
  readonly window: string;
  /** The window's local end, `09:00`; of who waits for any, the end of the last. */
  readonly until: string;
  /** The window in epoch milliseconds, half open. */
  readonly start: number;
  readonly end: number;
  readonly pool: string;
  /** The pool that was asked for, where the place is of another that had opened to it. */
  readonly askedPool?: string;
  /** Size of the party; stays true when `people` is erased. */
  readonly places: number;
  readonly people: readonly Person[];
  /** Who may act on the booking with its code; staff can make one without. */
  readonly sender?: string;
  /** When the party came, epoch milliseconds, and under which code, where the office has moved it since. */
  readonly came?: { readonly at: number; readonly code: string };
  /** The office's bounds for the time to cool, where it has some: a desk without the office goes by them. */
  readonly coolingMinutes?: readonly [least: number, most: number];
  /** How often the visit was moved; missing where it never was. */
  readonly reschedules?: number;
  /** Code of the live booking that this one takes the place of once it is certain (C7). */
  readonly replaces?: string;
  /** What the person is still to be told; a change of state withdraws it. */
  readonly notices?: readonly Notice[];
  readonly history: readonly Change[];
}

/** Wants a place in a full day. It lapses at `expiresAt`, when the last window can no longer be given. */
export interface WaitingBooking extends BookingCore {
  readonly state: "waiting";
  readonly expiresAt: number;
  /** The place in the order of the day's waiting list, from 1; it never changes. */
  readonly turn: number;
  /** The only window that will do. */
  readonly onlyWindow?: string;
  /** A local time, the nearest to which is liked best. */
  readonly prefer?: string;
  /** When a place may come to it without anybody's doing: a pool opens. Epoch milliseconds. */
  readonly looksAt?: number;
}

/** Lapses at `expiresAt` unless it is confirmed before. */
export interface HeldBooking extends BookingCore {
  readonly state: "held";
  readonly expiresAt: number;
  /** Where a wrong clock told a later end than the office gives: until when it stands for others, epoch milliseconds. */
  readonly dueBy?: number;
  /** The turn on the waiting list that led to it. */
  readonly turn?: number;
  /** Since when the party has held a place, where it moved or corrected another hold; epoch milliseconds. */
  readonly heldSince?: number;
}

/** What a hold may last for in all is counted from here; an offer to who waits begins when it is made. */
export function heldSince({ heldSince: since, history, expiresAt }: HeldBooking): number {
  return since ?? history.findLast(({ what }) => what === "held")?.at ?? expiresAt;
}

export interface ConfirmedBooking extends BookingCore {
  readonly state: "confirmed";
  /** Counts the numbers given in the window, from 1. */
  readonly sequence: number;
  /** The label of that number as it was given: it stays when labels are made in another way. */
  readonly queueNumber: string;
  /** When the ticket was shown at a door, epoch milliseconds. */
  readonly usedAt?: number;
  /** When the office noted that nobody came, epoch milliseconds. */
  readonly absentAt?: number;
  /** Until when the visit counts for limits over past visits, epoch milliseconds. */
  readonly countsUntil?: number;
}

/** What no longer is; its places come back at `coolsUntil`, epoch milliseconds, at once where that is missing (F4). */
interface EndedBooking extends BookingCore {
  readonly coolsUntil?: number;
  /** Where a wrong clock gave a longer time to cool than the office does: when that is over, epoch milliseconds. */
  readonly dueBy?: number;
}

/** `replacedBy` is the code of the booking that a correction or a reschedule made in its place. */
export interface CancelledBooking extends EndedBooking {
  readonly state: "cancelled";
  readonly sequence?: number;
  /** What was called; where the visit was certain. */
  readonly queueNumber?: string;
  readonly replacedBy?: string;
}

export interface LapsedBooking extends EndedBooking {
  readonly state: "lapsed";
}

export type Booking = WaitingBooking | HeldBooking | ConfirmedBooking | CancelledBooking | LapsedBooking;

/** Counts for the limits until the visit is over. */
export type LiveBooking = WaitingBooking | HeldBooking | ConfirmedBooking;

export function isLive(booking: Booking): booking is LiveBooking {
  return booking.state === "waiting" || booking.state === "held" || booking.state === "confirmed";
}

/** Whether the visit is still to come: what is over, or was let in at a door, is cancelled and moved by nobody. */
export function isToCome(booking: Booking, now: number): booking is LiveBooking {
  return (
    isLive(booking) && booking.end > now && !(booking.state === "confirmed" && booking.usedAt !== undefined)
  );
}

/** Whether the booking takes its places; the sum over a day is the day's ledger (C9). */
export function occupies(booking: Booking): boolean {
  switch (booking.state) {
    case "held":
    case "confirmed":
      return true;
    case "waiting":
      return false;
    default:
      return booking.coolsUntil !== undefined;
  }
}

/** When a decision must look at the booking again; epoch milliseconds. */
export function dueAt(booking: Booking): number | undefined {
  switch (booking.state) {
    case "held":
      return Math.min(booking.expiresAt, booking.dueBy ?? Infinity);
    case "waiting":
      return Math.min(booking.expiresAt, booking.looksAt ?? Infinity);
    case "confirmed":
      return undefined;
    default:
      return booking.coolsUntil && Math.min(booking.coolsUntil, booking.dueBy ?? Infinity);
  }
}

/** Until when the booking counts for the limits, mostly the end of the visit; `undefined` where it does not. */
export function liveUntil(booking: Booking): number | undefined {
  if (booking.state === "confirmed") return Math.max(booking.end, booking.countsUntil ?? 0);
  return isLive(booking) ? booking.end : undefined;
}

/** The turn of who waits; what a day's waiting list is ordered by. */
export function waitingTurn(booking: Booking): number | undefined {
  return booking.state === "waiting" ? booking.turn : undefined;
}

/** When the next of its notices is to be sent, epoch milliseconds. */
export function noticeAt({ notices = [] }: Booking): number | undefined {
  return notices.length === 0 ? undefined : Math.min(...notices.map(noticeDueAt));
}

/** The fields of a booking that no change of state touches, with the change noted; its notices are withdrawn. */
export function changed(booking: Booking, what: Change["what"], at: number, by: Actor): BookingCore {
  const { code, officeId, date, window, until, start, end, pool, places, people } = booking;
  const { askedPool, sender, came, coolingMinutes, reschedules, replaces } = booking;
  return {
    code,
    officeId,
    date,
    window,
    until,
    start,
    end,
    pool,
    places,
    people,
    ...(askedPool !== undefined && { askedPool }),
    ...(sender !== undefined && { sender }),
    ...(came !== undefined && { came }),
    ...(coolingMinutes !== undefined && { coolingMinutes }),
    ...(reschedules !== undefined && { reschedules }),
    ...(replaces !== undefined && { replaces }),
    history: [...booking.history, { what, at, by }],
  };
}
