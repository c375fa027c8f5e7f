import { existsSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import {
  type Booking,
  type BookingFilter,
  type BookingStore,
  type DayKey,
  type Decision,
  decideOn,
  dueAt,
  type Erasure,
  noticeAt,
  pageOf,
  type Records,
} from "giliran";

const noErasure: Erasure = { codes: [], days: [], senders: [], messagesBefore: 0 };
const nothing: Records = { days: [], bookings: [], answers: [], senders: [] };
const nameOf = ({ officeId, date }: DayKey) => JSON.stringify([officeId, date]);

/** Keeps everything in one JSON file, for one process: all is read and written without a pause, so nobody comes between. */
export function fileStore(path: string): BookingStore {
  /** All there is, whatever a scope names: more than was asked for may come. */
  function load(): Records {
    return existsSync(path) ? (JSON.parse(readFileSync(path, "utf8")) as Records) : nothing; // decoded
  }

  function save({ erase = noErasure, ...made }: Decision<unknown>): void {
    const [old, erased, since] = [load(), erase.days.map(nameOf), erase.messagesBefore];
    const days = old.days.filter((day) => !erased.includes(nameOf(day)));
    const bookings = old.bookings.filter(({ code }) => !erase.codes.includes(code));
    const answers = old.answers.filter(({ at }) => at >= since);
    const senders = old.senders
      .filter(({ sender }) => !erase.senders.includes(sender))
      .filter(({ lastMessageAt }) => lastMessageAt >= since);
    const content: Records = {
      days: join(nameOf, days, made.days),
      bookings: join(({ code }) => code, bookings, made.bookings),
      answers: join(({ key }) => key, answers, made.answers),
      senders: join(({ sender }) => sender, senders, made.senders),
    };
    // A file takes the place of another at once, so that a crash leaves the old one or the new one.
    writeFileSync(`${path}.new`, JSON.stringify(content), { flush: true });
    renameSync(`${path}.new`, path);
  }

  return {
    async transact(scope, decide) {
      const decision = decideOn(scope, load, decide);
      save(decision);
      return decision.result;
    },
    read: async () => load(),
    async find({ limit, after = "", ...filter }) {
      const found = load().bookings.filter((booking) => booking.code > after && isFound(booking, filter));
      return pageOf(
        found.sort((a, b) => (a.code < b.code ? -1 : 1)),
        limit,
      );
    },
  };
}

/** A new record takes the place of the old one with its key. */
function join<T>(keyOf: (one: T) => string, old: readonly T[], made: readonly T[]): T[] {
  return [...new Map([...old, ...made].map((one) => [keyOf(one), one])).values()];
}

function isFound(booking: Booking, filter: BookingFilter): boolean {
  if ("date" in filter) return nameOf(booking) === nameOf(filter);
  if ("sender" in filter) return booking.sender === filter.sender;
  if ("person" in filter) return booking.people.some(({ key }) => key === filter.person);
  if ("before" in filter) return booking.officeId === filter.officeId && booking.date < filter.before;
  if ("dueBy" in filter) return (dueAt(booking) ?? Infinity) <= filter.dueBy;
  return (noticeAt(booking) ?? Infinity) <= filter.noticeBy;
}
