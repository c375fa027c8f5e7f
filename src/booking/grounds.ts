import type { Alternative } from "../allocation/alternatives.js";
import type { Policy } from "../allocation/policies.js";
import type { Calendar } from "../office/calendar.js";
import type { LookUp } from "../store/kind.js";
import { type Records, recordsOf, type Scope, type TimedScope } from "../store/scope.js";
import type { QueueNumberLabel } from "../ticket/queue-number.js";
import { type Book, createBook } from "./book.js";
import { type Bookings, createBookings } from "./bookings.js";
import { bookingKind, dayKind } from "./kinds.js";
import { createLedgers, type Ledgers } from "./ledgers.js";
import { needDays } from "./needs.js";
import type { Day, DayKey } from "./records.js";
import { createWanted, type Wanted } from "./wanted.js";

/** What every decision of a desk knows besides the records and the requests. */
export interface DeskRules {
  /** The offices' calendars by id. */
  readonly calendars: ReadonlyMap<string, Calendar>;
  /** Order of preference for who waits and wishes for no time. */
  readonly policy: Policy;
  readonly queueNumber: QueueNumberLabel;
  /** How long a hold stands for others beyond its end: as far as the clocks of desks may be apart. */
  readonly clockToleranceMs: number;
  /** How many bookings a sender may give up, have replaced or let lapse in a day. */
  readonly changesPerDay: number;
  /** From how many wrong codes of all senders in an hour on nobody is told more of one that is not theirs. */
  readonly wrongCodesPerHour: number;
}

/** What decisions stand on. A rule names the fields that it uses, and gets no other. */
export interface Grounds extends DeskRules {
  /** The one time of all decisions that are made together, epoch milliseconds. */
  readonly now: number;
  /** A number from 0 up to 1, the same when the decision runs again. */
  readonly chance: () => number;
  readonly asked: AskedDays;
  readonly bookings: Bookings;
  readonly ledgers: Ledgers;
  /** Records of every other kind. */
  readonly book: Book;
  readonly wanted: Wanted;
  /** Alternatives by what was asked, as long as no booking changes. */
  readonly alternatives: { changes: number; readonly found: Map<string, readonly Alternative[]> };
}

export function createGrounds(
  records: Records,
  scope: TimedScope,
  rules: DeskRules,
  chance: () => number,
): Grounds {
  const { now } = scope;
  const book = createBook(records);
  const wanted = createWanted(scope);
  const asked = askedDaysOf(scope);
  const ask = (day: DayKey) => wanted.need(needDays([day]));
  const { calendars, policy, queueNumber, clockToleranceMs, changesPerDay, wrongCodesPerHour } = rules;
  const known = [...asked.due, ...asked.whole];
  const ledgers = createLedgers(recordsOf(records, dayKind), known, { now, calendars }, ask);
  const bookings = createBookings(book.of(bookingKind), ledgers, wanted, now, asked.waiters);
  const alternatives = { changes: 0, found: new Map<string, readonly Alternative[]>() };
  return {
    calendars,
    policy,
    queueNumber,
    clockToleranceMs,
    changesPerDay,
    wrongCodesPerHour,
    now,
    chance,
    asked,
    bookings,
    ledgers,
    book,
    wanted,
    alternatives,
  };
}

/** What a scope wants of days. */
export interface AskedDays {
  /** Days of which it wants what is due. */
  readonly due: readonly DayKey[];
  /** Days of which it wants the whole. */
  readonly whole: readonly DayKey[];
  /** How many who wait it wants of each day. */
  readonly waiters: number;
}

export function askedDaysOf({ wants }: Scope): AskedDays {
  const { due, ofDay, waiting } = bookingKind.lookUps;
  const wantOf = (one: LookUp) => wants.find(({ lookUp }) => lookUp === one);
  const daysOf = (one: LookUp) =>
    (wantOf(one)?.values ?? []).map(([officeId = "", date = ""]) => ({ officeId, date }));
  return { due: daysOf(due), whole: daysOf(ofDay), waiters: wantOf(waiting)?.limit ?? 0 };
}

/** Days whose last decision lies further ahead than clocks may be apart. */
export function daysAhead(records: Records, now: number, toleranceMs: number): readonly Day[] {
  return recordsOf(records, dayKind).filter(({ decidedAt }) => decidedAt - now > toleranceMs);
}
