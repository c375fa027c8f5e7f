import { minute } from "../../input/instant.js";
import {
  type Actor,
  type Booking,
  type CancelledBooking,
  changed,
  type HeldBooking,
  type LapsedBooking,
  type LiveBooking,
  occupies,
  type WaitingBooking,
} from "../booking.js";
import type { Grounds } from "../grounds.js";
import type { Notice } from "../notice.js";
import type { Ended, Waiting } from "../outcomes.js";

type Ending = Pick<Grounds, "now" | "chance" | "bookings" | "calendars">;

/** Ends a booking on purpose. A place that is `handedOn` to another booking in the same decision does not cool. */
export function cancelBooking(
  on: Ending,
  booking: LiveBooking,
  {
    by,
    replacedBy,
    handedOn,
  }: { readonly by: Actor; readonly replacedBy?: string; readonly handedOn?: "handed-on" },
): CancelledBooking {
  const cancelled: CancelledBooking = {
    state: "cancelled",
    ...(booking.state === "confirmed" && { sequence: booking.sequence, queueNumber: booking.queueNumber }),
    ...(replacedBy !== undefined && { replacedBy }),
    ...(handedOn === undefined && cooling(on, booking, on.now)),
    ...changed(booking, "cancelled", on.now, by),
  };
  on.bookings.put(cancelled);
  if (replacedBy !== undefined) waitOnTopOf(on, booking, replacedBy);
  return cancelled;
}

/** That the office has moved a visit, and where from. */
export function movedFrom({ date, window, until }: NonNullable<Notice["from"]>, at: number): Notice {
  return { kind: "moved", at, from: { date, window, until } };
}

/** The booking with what is to be told of it at once. */
export function owe<B extends Booking>(
  { bookings }: Pick<Grounds, "bookings">,
  booking: B,
  notice: Notice,
): B {
  const told: B = { ...booking, notices: [notice, ...(booking.notices ?? [])] };
  bookings.put(told);
  return told;
}

/** Who waits on top of a booking that was moved waits on top of the new one. */
function waitOnTopOf(
  { bookings }: Pick<Grounds, "bookings">,
  { code, sender }: Booking,
  replacedBy: string,
): void {
  for (const other of bookings.liveFrom(sender))
    if (other.replaces === code && other.code !== replacedBy)
      bookings.put({ ...other, replaces: replacedBy });
}

/** Ends a hold, or somebody's waiting, whose time has run out; who waited is told that they lost their turn. */
export function lapseBooking(on: Ending, booking: HeldBooking | WaitingBooking): void {
  const lost =
    booking.state === "waiting" ? "wait-over" : booking.turn === undefined ? undefined : "offer-lapsed";
  on.bookings.put({
    state: "lapsed",
    ...(lost !== undefined && { notices: [{ kind: lost, at: on.now }] }),
    ...cooling(on, booking, Math.min(booking.expiresAt, on.now)),
    ...changed(booking, "lapsed", on.now, "system"),
  });
}

/** F4: until when the places of what ends are not given, drawn by lot within the bounds of the office. */
function cooling(
  { now, chance, calendars }: Ending,
  booking: Booking,
  freedAt: number,
): Pick<LapsedBooking, "coolsUntil"> {
  const { coolingMinutes = [0, 0] } = calendars.get(booking.officeId)?.office.rules ?? booking;
  const [least, most] = coolingMinutes;
  if (most === 0 || !occupies(booking)) return {};
  const coolsUntil = Math.ceil(freedAt + (least + chance() * (most - least)) * minute);
  return coolsUntil > now && booking.start > now ? { coolsUntil } : {};
}

/** Gives the places of an ended booking back. */
export function cool(
  { now, bookings }: Pick<Grounds, "now" | "bookings">,
  booking: CancelledBooking | LapsedBooking,
): void {
  const { coolsUntil: _, dueBy: __, ...ended } = booking;
  const history = [...booking.history, { what: "cooled", at: now, by: "system" }] as const;
  bookings.put({ ...ended, history });
}

/** What is answered about a booking that has no place: not yet, or no longer. */
export function notStanding(booking: WaitingBooking | CancelledBooking | LapsedBooking): Waiting | Ended {
  switch (booking.state) {
    case "waiting":
      return { kind: "waiting", booking };
    case "cancelled":
      return { kind: "cancelled", booking };
    case "lapsed":
      return { kind: "hold-lapsed", booking };
    default:
      return booking satisfies never;
  }
}
