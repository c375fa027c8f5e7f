import type { Batch } from "./batch.js";
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
} from "./booking.js";
import type { DecideContext } from "./decide-context.js";

type Calendars = Pick<DecideContext, "calendars">;

const minute = 60_000;

/** Ends a booking on purpose. A place that is `handedOn` to another booking in the same decision does not cool. */
export function cancelBooking(
  batch: Batch,
  context: Calendars,
  booking: LiveBooking,
  {
    by,
    replacedBy,
    handedOn,
  }: { readonly by: Actor; readonly replacedBy?: string; readonly handedOn?: "handed-on" },
): CancelledBooking {
  const cancelled: CancelledBooking = {
    state: "cancelled",
    ...(booking.state === "confirmed" && { sequence: booking.sequence }),
    ...(replacedBy !== undefined && { replacedBy }),
    ...(handedOn === undefined && cooling(batch, context, booking, batch.now)),
    ...changed(booking, "cancelled", batch.now, by),
  };
  batch.put(cancelled);
  if (replacedBy !== undefined) waitOnTopOf(batch, booking, replacedBy);
  return cancelled;
}

/** Who waits on top of a booking that was moved waits on top of the new one. */
function waitOnTopOf(batch: Batch, { code, sender }: Booking, replacedBy: string): void {
  for (const other of batch.liveFrom(sender))
    if (other.replaces === code && other.code !== replacedBy) batch.put({ ...other, replaces: replacedBy });
}

/** Ends a hold, or somebody's waiting, whose time has run out. */
export function lapseBooking(batch: Batch, context: Calendars, booking: HeldBooking | WaitingBooking): void {
  batch.put({
    state: "lapsed",
    ...cooling(batch, context, booking, booking.expiresAt),
    ...changed(booking, "lapsed", batch.now, "system"),
  });
}

/** F4: until when the places of what ends are not given, drawn by lot within the bounds of the office. */
function cooling(
  { now, chance }: Batch,
  { calendars }: Calendars,
  booking: Booking,
  freedAt: number,
): Pick<LapsedBooking, "coolsUntil"> {
  const [least, most] = calendars.get(booking.officeId)?.office.rules.coolingMinutes ?? [0, 0];
  if (most === 0 || !occupies(booking)) return {};
  const coolsUntil = Math.ceil(freedAt + (least + chance() * (most - least)) * minute);
  return coolsUntil > now && booking.start > now ? { coolsUntil } : {};
}

/** Gives the places of an ended booking back. */
export function cool(batch: Batch, booking: CancelledBooking | LapsedBooking): void {
  const { coolsUntil: _, ...ended } = booking;
  const history = [...booking.history, { what: "cooled", at: batch.now, by: "system" }] as const;
  batch.put({ ...ended, history });
}
