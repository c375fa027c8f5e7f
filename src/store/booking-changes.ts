import { type Booking, liveUntil } from "../booking/booking.js";
import { type DayKey, type Decision, dayName } from "../booking/records.js";

/** What a decision does to one booking: makes it, changes it, or erases it. */
export interface BookingChange {
  readonly code: string;
  readonly before: Booking | undefined;
  readonly after: Booking | undefined;
}

/** Somebody who leads to a booking. */
export interface Owner {
  readonly kind: "person" | "sender";
  readonly key: string;
}

/** `loaded` has by code what was there before. What is erased and saved in one decision is changed. */
export function listChanges(
  { bookings, erase }: Pick<Decision<unknown>, "bookings" | "erase">,
  loaded: ReadonlyMap<string, Booking>,
): readonly BookingChange[] {
  const changes = new Map<string, BookingChange>();
  for (const code of erase?.codes ?? []) {
    const before = loaded.get(code);
    if (before !== undefined) changes.set(code, { code, before, after: undefined });
  }
  for (const after of bookings) {
    const { code } = after;
    changes.set(code, { code, before: loaded.get(code), after });
  }
  return [...changes.values()];
}

/** The days on which a booking is or was. */
export function changedDays(changes: readonly BookingChange[]): readonly DayKey[] {
  const days = new Map<string, DayKey>();
  for (const { before, after } of changes) {
    if (before !== undefined) days.set(dayName(before), before);
    if (after !== undefined) days.set(dayName(after), after);
  }
  return [...days.values()];
}

/** Whose the booking is now: all of them where it is new or lives longer than before, else those who are new to it. */
export function gainedOwners({ before, after }: BookingChange): readonly Owner[] {
  return livesUntil(after) > livesUntil(before) ? ownersOf(after) : without(after, before);
}

/** Whose the booking was and is no longer. */
export function lostOwners({ before, after }: BookingChange): readonly Owner[] {
  return before === undefined ? [] : without(before, after);
}

function without(booking: Booking | undefined, other: Booking | undefined): readonly Owner[] {
  const known = new Set(ownersOf(other).map(ownerName));
  return ownersOf(booking).filter((owner) => !known.has(ownerName(owner)));
}

export function ownerName({ kind, key }: Owner): string {
  return `${kind} ${key}`;
}

function livesUntil(booking: Booking | undefined): number {
  return (booking && liveUntil(booking)) ?? 0;
}

function ownersOf(booking: Booking | undefined): readonly Owner[] {
  if (booking === undefined) return [];
  const owners: Owner[] = booking.people.map(({ key }) => ({ kind: "person", key }));
  if (booking.sender !== undefined) owners.push({ kind: "sender", key: booking.sender });
  return owners;
}
