import { type Booking, isLive, type LiveBooking } from "../booking/booking.js";
import { bookingKind, dayValue } from "../booking/kinds.js";
import { needCodes, needSenders } from "../booking/needs.js";
import type { DayKey } from "../booking/records.js";
import { asOf } from "../booking/rules/due.js";
import { found } from "../input/found.js";
import { isLocalDate } from "../office/local-date.js";
import { recordsOf } from "../store/scope.js";
import type { Filter } from "../store/store.js";
import type { DeskContext } from "./desk-context.js";
import { pagesOf, type Reader } from "./reader.js";

/** Bookings by code, as typed or scanned, by sender, or of an office on a date. */
export type FindQuery =
  | { readonly code: string }
  /** `live`: those that count for the limits now. */
  | { readonly sender: string; readonly only?: "live" }
  | { readonly officeId: string; readonly date: string };

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

export function ofDay(day: DayKey): Filter<Booking> {
  return { lookUp: bookingKind.lookUps.ofDay, value: dayValue(day) };
}

/** @throws RangeError where it is none. */
export function checkDate(date: string): string {
  if (typeof date === "string" && isLocalDate(date)) return date;
  throw new RangeError(`Expected a date such as 2017-08-10, found ${found(date)}.`);
}

/** Of a sender, or of an office on a date. @throws RangeError where neither is. */
export function filterOf(query: FindQuery, checkOffice: (officeId: string) => string): Filter<Booking> {
  const { sender, only, officeId = "", date = "" }: Partial<Record<string, string>> = query;
  if (only !== undefined) throw new RangeError(`Expected only as "live", found ${found(only)}.`);
  if (sender !== undefined) return { lookUp: bookingKind.lookUps.ofSender, value: [sender] };
  return ofDay({ officeId: checkOffice(officeId), date: checkDate(date) });
}
