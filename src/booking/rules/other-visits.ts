import type { Booking } from "../booking.js";
import type { Grounds } from "../grounds.js";
import type { Wish } from "../requests.js";

const noVisits: readonly Booking[] = [];

/** What people of the party have beside what gives way; where they may have one booking alone there is nothing. */
export function otherVisits(
  { bookings }: Pick<Grounds, "bookings">,
  { calendar, people = [], replaces }: Wish,
  earlier: Booking | undefined,
): readonly Booking[] {
  if (calendar.office.rules.bookingsPerPerson === 1) return noVisits;
  return people
    .flatMap(({ key }) => bookings.liveOf(key))
    .filter(({ state, code }) => state !== "waiting" && code !== earlier?.code && code !== replaces);
}
