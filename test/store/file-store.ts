import { existsSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import {
  type Answer,
  type Booking,
  type BookingStore,
  type Day,
  type DayKey,
  type Decision,
  decideOn,
  dueAt,
  liveUntil,
  type Records,
  type Scope,
} from "giliran";

type Content = readonly [
  (readonly [string, Day])[],
  (readonly [string, Booking])[],
  (readonly [string, Answer])[],
];

const nameOf = ({ officeId, date }: DayKey) => JSON.stringify([officeId, date]);

/** Keeps everything in one JSON file, for one process: all is read and written without a pause, so nobody comes between. */
export function fileStore(path: string): BookingStore {
  function open() {
    const content = existsSync(path) ? readFileSync(path, "utf8") : "[[], [], []]";
    const [days, bookings, answers] = JSON.parse(content) as Content; // decoded
    return { days: new Map(days), bookings: new Map(bookings), answers: new Map(answers) };
  }

  function load(scope: Scope): Records {
    const { days, bookings, answers } = open();
    const asked = {
      days: new Set(scope.days.map(nameOf)),
      people: new Set(scope.people),
      senders: new Set(scope.senders),
    };
    const isWanted = (booking: Booking) =>
      scope.codes.includes(booking.code) ||
      (asked.days.has(nameOf(booking)) && (dueAt(booking) ?? Infinity) <= scope.dueBy) ||
      ((liveUntil(booking) ?? 0) > scope.now &&
        (asked.senders.has(booking.sender ?? "") || booking.people.some(({ key }) => asked.people.has(key))));
    const found = [...bookings.values()].filter(isWanted);
    const names = new Set([...asked.days, ...found.map(nameOf)]);
    return {
      days: [...names].flatMap((name) => days.get(name) ?? []),
      bookings: found,
      answers: scope.requests.flatMap((key) => answers.get(key) ?? []),
    };
  }

  function save(decision: Decision<unknown>): void {
    const { days, bookings, answers } = open();
    for (const day of decision.days) days.set(nameOf(day), day);
    for (const booking of decision.bookings) bookings.set(booking.code, booking);
    for (const answer of decision.answers) answers.set(answer.key, answer);
    // A file takes the place of another at once, so that a crash leaves the old one or the new one.
    writeFileSync(`${path}.new`, JSON.stringify([[...days], [...bookings], [...answers]]), { flush: true });
    renameSync(`${path}.new`, path);
  }

  return {
    async transact(scope, decide) {
      const decision = decideOn(scope, load, decide);
      save(decision);
      return decision.result;
    },
    read: async (scope) => load(scope),
    async find(query) {
      const { limit, after = "" } = query;
      const isOf = (booking: Booking) =>
        "sender" in query ? booking.sender === query.sender : nameOf(booking) === nameOf(query);
      const all = [...open().bookings.values()].filter((booking) => booking.code > after && isOf(booking));
      const page = all.sort((a, b) => (a.code < b.code ? -1 : 1)).slice(0, limit);
      const next = all.length > limit ? page.at(-1)?.code : undefined;
      return { bookings: page, ...(next !== undefined && { next }) };
    },
  };
}
