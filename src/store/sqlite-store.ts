import type { Booking } from "../booking/booking.js";
import { dueAt, liveUntil, occupies } from "../booking/booking.js";
import type { Answer, Day, Decision, Records, Scope } from "../booking/records.js";
import { InvalidConfigError } from "../errors.js";
import {
  type BookingPage,
  type BookingQuery,
  type BookingStore,
  type Decide,
  decideOn,
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
export function sqliteStore({ database }: SqliteSettings): BookingStore {
  if (typeof database?.exec !== "function" || typeof database.prepare !== "function")
    throw new InvalidConfigError("database", "expected an open SQLite database with exec and prepare");
  const connection = createSqliteConnection(database);
  migrate(connection);
  const { rows, run, transaction } = connection;

  const records = <R>(statement: string, ...values: (string | number)[]): R[] =>
    rows(statement, ...values).map((row) => JSON.parse(String(row.record)) as R);

  function load(scope: Scope): Records {
    const bookings = new Map<string, Booking>();
    const take = (found: readonly Booking[]) => {
      for (const booking of found) bookings.set(booking.code, booking);
    };
    take(records(sql.dueBookings, JSON.stringify(scope.days), scope.dueBy));
    take(records(sql.bookingsByCode, JSON.stringify(scope.codes)));
    take(records(sql.liveBookingsOfPeople, JSON.stringify(scope.people), scope.now));
    take(records(sql.liveBookingsOfSenders, JSON.stringify(scope.senders), scope.now));
    const days = [...scope.days, ...bookings.values()].map(({ officeId, date }) => ({ officeId, date }));
    return {
      days: records<Day>(sql.days, JSON.stringify(days)),
      bookings: [...bookings.values()],
      answers: records<Answer>(sql.answers, JSON.stringify(scope.requests)),
    };
  }

  function save({ days, bookings, answers }: Decision<unknown>): void {
    const columns = bookings.map((booking) => ({
      occupies: occupies(booking) ? 1 : 0,
      dueAt: dueAt(booking),
      liveUntil: liveUntil(booking),
      record: booking,
    }));
    if (days.length > 0) {
      run(sql.saveDays, JSON.stringify(days));
      run(sql.savePlaceCounts, JSON.stringify(days));
    }
    if (bookings.length > 0) {
      run(sql.saveBookings, JSON.stringify(columns));
      run(sql.savePeople, JSON.stringify(columns));
    }
    if (answers.length > 0) run(sql.saveAnswers, JSON.stringify(answers));
  }

  return {
    async transact<T>(scope: Scope, decide: Decide<T>): Promise<T> {
      return transaction("IMMEDIATE", () => {
        const decision = decideOn(scope, load, decide);
        save(decision);
        return decision.result;
      });
    },
    async read(scope: Scope): Promise<Records> {
      return transaction("DEFERRED", () => load(scope));
    },
    async find(query: BookingQuery): Promise<BookingPage> {
      const { limit, after = "" } = query;
      const found =
        "sender" in query
          ? records<Booking>(sql.bookingsOfSender, query.sender, after, limit + 1)
          : records<Booking>(sql.bookingsOfDay, query.officeId, query.date, after, limit + 1);
      const page = found.slice(0, limit);
      const next = found.length > limit ? page.at(-1)?.code : undefined;
      return { bookings: page, ...(next !== undefined && { next }) };
    },
  };
}
