import { type Booking, liveUntil } from "../booking/booking.js";
import type { DayKey, Decision } from "../booking/records.js";

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
  const after = new Map(bookings.map((booking) => [booking.code, booking]));
  const codes = new Set([...(erase?.codes ?? []), ...after.keys()]);
  return [...codes]
    .map((code) => ({ code, before: loaded.get(code), after: after.get(code) }))
    .filter((change) => change.before !== undefined || change.after !== undefined);
}

/** The days on which a booking is or was. */
export function changedDays(changes: readonly BookingChange[]): readonly DayKey[] {
  return changes.flatMap(({ before, after }) => [before, after].flatMap((booking) => booking ?? []));
}

/** Whose the booking is now: all of them where it is new or lives longer than before, else those who are new to it. */
export function gainedOwners({ before, after }: BookingChange): readonly Owner[] {
  const [from, to] = [before, after].map((booking) => (booking && liveUntil(booking)) ?? 0);
  return (to ?? 0) > (from ?? 0) ? ownersOf(after) : without(after, before);
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

function ownersOf(booking: Booking | undefined): readonly Owner[] {
  if (booking === undefined) return [];
  const people = booking.people.map(({ key }) => ({ kind: "person" as const, key }));
  return booking.sender === undefined ? people : [...people, { kind: "sender", key: booking.sender }];
}
