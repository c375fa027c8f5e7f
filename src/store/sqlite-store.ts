import type { Booking } from "../booking/booking.js";
import { dueAt, liveUntil, noticeAt, occupies, waitingTurn } from "../booking/booking.js";
import {
  type Answer,
  type Day,
  type Decision,
  dayName,
  type Erasure,
  noRecords,
  type Records,
  type Scope,
  type Sender,
} from "../booking/records.js";
import { checkMethods, checkSettings } from "../input/check-settings.js";
import { anObject } from "../input/shape.js";
import { listChanges, lostOwners } from "./booking-changes.js";
import {
  type BookingFilter,
  type BookingPage,
  type BookingQuery,
  type BookingStore,
  type Decide,
  decideOn,
  pageOf,
} from "./booking-store.js";
import { createSqliteConnection, type SqliteDatabase } from "./sqlite/connection.js";
import { migrate } from "./sqlite/schema.js";
import * as sql from "./sqlite/statements.js";

export type { SqliteDatabase, SqliteStatement } from "./sqlite/connection.js";

export interface SqliteSettings {
  /** An open database of libsql, better-sqlite3, node:sqlite or bun:sqlite; the caller closes it. */
  readonly database: SqliteDatabase;
}

/**
 * Keeps everything in one SQLite file, for one or several processes of a machine. It makes its tables, turns on
 * write-ahead logging, and has every commit written through to the disk before it is acknowledged.
 * @throws StoreError where the database can't be written, or was made by a newer giliran.
 */
export function sqliteStore(settings: SqliteSettings): BookingStore {
  checkSettings(settings, { database: anObject });
  const { database } = settings;
  checkMethods("database", database, ["exec", "prepare"], "an open SQLite database with exec and prepare");
  const connection = createSqliteConnection(database);
  migrate(connection);
  const { rows, run, transaction } = connection;

  const records = <R>(statement: string, ...values: (string | number)[]): R[] =>
    rows(statement, ...values).map((row) => JSON.parse(String(row.record)) as R);

  /** The records of some keys; where none is asked nothing is run. */
  const recordsOf = <R>(statement: string, keys: readonly unknown[], ...values: number[]): R[] =>
    keys.length === 0 ? [] : records<R>(statement, JSON.stringify(keys), ...values);

  const runWith = (statement: string, list: readonly unknown[]) => {
    if (list.length > 0) run(statement, JSON.stringify(list));
  };

  function load(scope: Scope): Records {
    const bookings = new Map<string, Booking>();
    const take = (found: readonly Booking[]) => {
      for (const booking of found) bookings.set(booking.code, booking);
    };
    take(recordsOf(sql.dueBookings, scope.days, scope.dueBy));
    take(recordsOf(sql.bookingsOfDays, scope.whole));
    take(recordsOf(sql.bookingsByCode, scope.codes));
    take(recordsOf(sql.liveBookingsOfPeople, scope.people, scope.now));
    take(recordsOf(sql.liveBookingsOfSenders, scope.senders, scope.now));
    const keys = [...scope.days, ...scope.whole, ...bookings.values()];
    const days = [
      ...new Map(
        keys.map(({ officeId, date }) => [dayName({ officeId, date }), { officeId, date }]),
      ).values(),
    ];
    if (scope.waiters > 0) take(recordsOf(sql.firstWaiting, days, scope.waiters));
    return {
      days: recordsOf<Day>(sql.days, days),
      bookings: [...bookings.values()],
      answers: recordsOf<Answer>(sql.answers, scope.requests),
      senders: recordsOf<Sender>(sql.senders, scope.senders),
    };
  }

  function save(decision: Decision<unknown>, loaded: Records): void {
    const { days, bookings, answers, senders } = decision;
    const before = new Map(loaded.bookings.map((booking) => [booking.code, booking]));
    const lost = listChanges(decision, before).flatMap((change) =>
      lostOwners(change).map(({ kind, key }) => ({ kind, key, code: change.code })),
    );
    // A sender leads to a booking by a column of its own.
    runWith(
      sql.erasePeople,
      lost.filter(({ kind }) => kind === "person"),
    );
    if (decision.erase !== undefined) erase(decision.erase);
    runWith(sql.saveDays, days);
    runWith(sql.savePlaceCounts, days);
    runWith(sql.saveBookings, bookings.map(bookingRow));
    runWith(sql.savePeople, bookings.flatMap(personRows));
    runWith(sql.saveSenders, senders);
    runWith(sql.saveAnswers, answers.map(answerRow));
  }

  function erase({ codes, days, senders, messagesBefore }: Erasure): void {
    runWith(sql.eraseBookings, codes);
    runWith(sql.eraseDays, days);
    runWith(sql.erasePlaceCounts, days);
    runWith(sql.eraseSenders, senders);
    if (messagesBefore === 0) return;
    run(sql.eraseAnswers, messagesBefore);
    run(sql.eraseSilentSenders, messagesBefore);
  }

  function find(filter: BookingFilter, after: string, limit: number): Booking[] {
    if ("date" in filter) return records(sql.bookingsOfDay, filter.officeId, filter.date, after, limit);
    if ("sender" in filter) return records(sql.bookingsOfSender, filter.sender, after, limit);
    if ("person" in filter) return records(sql.bookingsOfPerson, filter.person, after, limit);
    if ("before" in filter) return records(sql.bookingsBefore, filter.officeId, filter.before, after, limit);
    if ("dueBy" in filter) return records(sql.bookingsDue, filter.dueBy, after, limit);
    return records(sql.bookingsToNotify, filter.noticeBy, after, limit);
  }

  return {
    async transact<T>(scope: Scope, decide: Decide<T>): Promise<T> {
      return transaction("IMMEDIATE", () => {
        let loaded = noRecords;
        const loadLast = (wide: Scope) => {
          loaded = load(wide);
          return loaded;
        };
        const decision = decideOn(scope, loadLast, decide);
        save(decision, loaded);
        return decision.result;
      });
    },
    async read(scope: Scope): Promise<Records> {
      return transaction("DEFERRED", () => load(scope));
    },
    async find({ limit, after = "", ...filter }: BookingQuery): Promise<BookingPage> {
      return pageOf(find(filter, after, limit + 1), limit);
    },
  };
}

/** In the order of the statement's columns, as are the rows below. */
function bookingRow(booking: Booking): readonly unknown[] {
  const { officeId, date, code, window, pool, places, state, sender } = booking;
  return [
    officeId,
    date,
    code,
    window,
    pool,
    places,
    state,
    occupies(booking) ? 1 : 0,
    "sequence" in booking ? booking.sequence : undefined,
    sender,
    dueAt(booking),
    noticeAt(booking),
    waitingTurn(booking),
    liveUntil(booking),
    JSON.stringify(booking),
  ];
}

function personRows(booking: Booking): readonly (readonly unknown[])[] {
  return booking.people.map(({ key }) => [key, booking.code, liveUntil(booking)]);
}

function answerRow(answer: Answer): readonly unknown[] {
  return [answer.key, answer.at, JSON.stringify(answer)];
}
