import type { Booking, CancelledBooking, HeldBooking, WaitingBooking } from "../../booking/booking.js";
import {
  type Answer,
  type Day,
  type DayKey,
  type Decision,
  type Erasure,
  emptyScope,
  joinScopes,
  noRecords,
  type Records,
  type Scope,
} from "../../booking/records.js";
import type { BookingQuery, BookingStore } from "../../store/booking-store.js";

/** Monday, 06:00 in Jakarta. */
export const now: number = Date.parse("2017-08-07T06:00+07:00");
export const north: DayKey = { officeId: "north", date: "2017-08-08" };
export const south: DayKey = { officeId: "south", date: "2017-08-09" };

export function heldBooking(code: string, given: Partial<HeldBooking> = {}): HeldBooking {
  const start = Date.parse(`${given.date ?? north.date}T08:00+07:00`);
  return {
    state: "held",
    code,
    ...north,
    window: "08:00",
    until: "09:00",
    start,
    end: start + 3_600_000,
    pool: "general",
    places: 1,
    people: [{ key: `person of ${code}`, details: {} }],
    sender: `sender of ${code}`,
    expiresAt: now + 1_800_000,
    history: [{ what: "held", at: now, by: "applicant" }],
    ...given,
  };
}

export function waitingBooking(code: string, turn: number, given: Partial<HeldBooking> = {}): WaitingBooking {
  return { ...heldBooking(code, given), state: "waiting", turn };
}

export function cancelledBooking(code: string, given: Partial<HeldBooking> = {}): CancelledBooking {
  const { expiresAt, turn, ...core } = heldBooking(code, given);
  return { ...core, state: "cancelled" };
}

export function dayWith({ officeId, date }: DayKey, taken: number): Day {
  const counts = [{ window: "08:00", pool: "general", taken, ceiling: 1000 }];
  return { officeId, date, decidedAt: now, counts, issued: {} };
}

export function answerAbout(key: string, booking: HeldBooking): Answer {
  const { code, state, history } = booking;
  const kept = { code, state, changes: history.length };
  return { key, fingerprint: `content of ${key}`, action: "hold", at: now, booking: kept };
}

export function scopeWith(given: Partial<Scope>): Scope {
  return { ...emptyScope(now), ...given };
}

export function decisionWith<T>(result: T, given: Partial<Records>): Decision<T> {
  return { ...noRecords, ...given, result };
}

/** Everything that the records are about. */
export function scopeNaming({
  days = [],
  bookings = [],
  answers = [],
  senders = [],
}: Partial<Records>): Scope {
  return scopeWith({
    days: [...days, ...bookings].map(({ officeId, date }) => ({ officeId, date })),
    codes: bookings.map(({ code }) => code),
    people: bookings.flatMap(({ people }) => people.map(({ key }) => key)),
    senders: [...bookings, ...senders].flatMap(({ sender }) => sender ?? []),
    requests: answers.map(({ key }) => key),
  });
}

export function save(store: BookingStore, records: Partial<Records>): Promise<void> {
  return store.transact(scopeNaming(records), () => decisionWith(undefined, records));
}

/** Saves the records, and erases the rest with all that leads to it. */
export function erase(
  store: BookingStore,
  given: Partial<Erasure>,
  records: Partial<Records> = {},
): Promise<void> {
  const erasure = { codes: [], days: [], senders: [], messagesBefore: 0, ...given };
  const { days, codes, senders } = erasure;
  const scope = joinScopes([scopeNaming(records), scopeWith({ days, codes, senders })]);
  return store.transact(scope, () => ({ ...decisionWith(undefined, records), erase: erasure }));
}

export function codesOf({ bookings }: Pick<Records, "bookings">): readonly string[] {
  return bookings.map(({ code }) => code).sort();
}

/** The codes of a query's bookings, page by page. */
export async function codePages(store: BookingStore, query: BookingQuery): Promise<readonly string[]> {
  const pages: string[] = [];
  let after: string | undefined = "";
  while (after !== undefined && pages.length < 9) {
    const page = await store.find({ ...query, after });
    pages.push(page.bookings.map(({ code }) => code).join(" "));
    after = page.next;
  }
  return pages;
}

export async function findByCode(store: BookingStore, code: string): Promise<Booking | undefined> {
  const { bookings } = await store.read(scopeWith({ codes: [code] }));
  return bookings.find((booking) => booking.code === code);
}
