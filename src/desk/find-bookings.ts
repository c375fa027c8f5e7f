import { inOrderOfArrival } from "../booking/arrival.js";
import { type Booking, isLive, type LiveBooking } from "../booking/booking.js";
import { bookingKind, dayValue } from "../booking/kinds.js";
import { needCodes, needSenders } from "../booking/needs.js";
import type { DayKey } from "../booking/records.js";
import { asOf } from "../booking/rules/due.js";
import { found } from "../input/found.js";
import { day } from "../input/instant.js";
import { addDays, isLocalDate } from "../office/local-date.js";
import { recordsOf } from "../store/scope.js";
import type { Filter } from "../store/store.js";
import type { DeskContext } from "./desk-context.js";
import { pagesOf, type Reader } from "./reader.js";

/** Bookings by code, as typed or scanned, by sender, or of an office on a date. */
export type FindQuery =
  | { readonly code: string }
  /** `live`: those that count for the limits now. */
  | { readonly sender: string; readonly only?: "live" }
  /** In the order of windows and queue numbers; with `until` of all dates up to it, 366 at most. */
  | { readonly officeId: string; readonly date: string; readonly until?: string };

/** Looks bookings up as they are now. */
export interface FindBookings {
  /** As typed or scanned; one at most. */
  readonly findByCode: (text: string) => Promise<readonly Booking[]>;
  /** Those of a sender that count for the limits, the earliest visit first. */
  readonly findLive: (sender: string) => Promise<readonly LiveBooking[]>;
  /** As they stand in the store. */
  readonly findAll: (filter: Filter<Booking>) => Promise<readonly Booking[]>;
}

export function createFindBookings(
  { store, codes }: Pick<DeskContext, "store" | "codes">,
  read: Reader,
): FindBookings {
  async function findByCode(text: string): Promise<readonly Booking[]> {
    const reading = codes.read(text);
    if (reading.kind !== "code") return [];
    const { now: at, records } = await read([needCodes([reading.code])]);
    const found = recordsOf(records, bookingKind).filter(({ code }) => code === reading.code);
    return found.map((booking) => asOf(booking, at));
  }

  async function findLive(sender: string): Promise<readonly LiveBooking[]> {
    const { now: at, records } = await read(needSenders([sender]));
    return recordsOf(records, bookingKind)
      .filter((booking) => booking.sender === sender)
      .map((booking) => asOf(booking, at))
      .filter(isLive)
      .filter(({ end }) => end > at)
      .sort((a, b) => a.start - b.start || (a.code < b.code ? -1 : 1));
  }

  async function findAll(filter: Filter<Booking>): Promise<readonly Booking[]> {
    const bookings: Booking[] = [];
    for await (const page of pagesOf(store, filter)) bookings.push(...page);
    return bookings;
  }

  return { findByCode, findLive, findAll };
}

/** The dates of an office that are asked for. @throws RangeError where they are none, or too many. */
export function datesAsked({
  date,
  until = date,
}: {
  readonly date: string;
  readonly until?: string;
}): readonly string[] {
  const [first, last] = [checkDate(date), checkDate(until)];
  const days = Math.round((Date.parse(last) - Date.parse(first)) / day) + 1;
  if (days < 1 || days > mostDates)
    throw new RangeError(
      `until: expected a date from ${first} on, ${mostDates} of them at most, found ${last}.`,
    );
  return Array.from({ length: days }, (_, index) => addDays(first, index));
}

/** By the time of the visit and the queue number in it; who has none stands behind, in the order of arrival. */
export function inOrderOfVisits(a: Booking, b: Booking): number {
  const numberOf = (one: Booking) => ("sequence" in one ? (one.sequence ?? Infinity) : Infinity);
  const [one, other] = [numberOf(a), numberOf(b)];
  return a.start - b.start || (one === other ? inOrderOfArrival(a, b) : one - other);
}

/** How many people had a certain visit in a time, and how many of them did not come. */
export interface NoShows {
  /** People of visits that are over; what nobody marked as absent counts as a visit to which they came. */
  readonly people: number;
  readonly absent: number;
  /** `absent` of `people`, 0 to 1; left out where nobody had a visit. */
  readonly rate?: number;
}

/** Of bookings as they were by then. */
export function noShowsAmong(bookings: readonly Booking[], now: number): NoShows {
  const visits = bookings.flatMap((one) => (one.state === "confirmed" && one.end <= now ? [one] : []));
  const peopleOf = (some: typeof visits) => some.reduce((sum, { places }) => sum + places, 0);
  const people = peopleOf(visits);
  const absent = peopleOf(visits.filter(({ absentAt }) => absentAt !== undefined));
  return { people, absent, ...(people > 0 && { rate: absent / people }) };
}

const mostDates = 366;

export function ofDay(day: DayKey): Filter<Booking> {
  return { lookUp: bookingKind.lookUps.ofDay, value: dayValue(day) };
}

/** @throws RangeError where it is none. */
export function checkDate(date: string): string {
  if (typeof date === "string" && isLocalDate(date)) return date;
  throw new RangeError(`Expected a date such as 2017-08-10, found ${found(date)}.`);
}

/** Of a sender, in any state. @throws RangeError where `only` is none that there is. */
export function ofSender({
  sender,
  only,
}: {
  readonly sender: string;
  readonly only?: string;
}): Filter<Booking> {
  if (only !== undefined) throw new RangeError(`Expected only as "live", found ${found(only)}.`);
  return { lookUp: bookingKind.lookUps.ofSender, value: [sender] };
}
