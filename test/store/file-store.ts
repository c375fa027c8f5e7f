import { existsSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import {
  type Answer,
  type Booking,
  type BookingFilter,
  type BookingStore,
  type Day,
  type DayKey,
  type Decision,
  decideOn,
  dueAt,
  type Erasure,
  liveUntil,
  noticeAt,
  pageOf,
  type Records,
  type Scope,
  type Sender,
  waitingTurn,
} from "giliran";

type Entries<T> = readonly (readonly [string, T])[];
type Content = readonly [Entries<Day>, Entries<Booking>, Entries<Answer>, Entries<Sender>];

const nameOf = ({ officeId, date }: DayKey) => JSON.stringify([officeId, date]);

/** Keeps everything in one JSON file, for one process: all is read and written without a pause, so nobody comes between. */
export function fileStore(path: string): BookingStore {
  function open() {
    const content = existsSync(path) ? readFileSync(path, "utf8") : "[[], [], [], []]";
    const [days, bookings, answers, senders] = JSON.parse(content) as Content; // decoded
    return {
      days: new Map(days),
      bookings: new Map(bookings),
      answers: new Map(answers),
      senders: new Map(senders),
    };
  }

  function load(scope: Scope): Records {
    const { days, bookings, answers, senders } = open();
    const named = new Set(scope.days.map(nameOf));
    const whole = new Set(scope.whole.map(nameOf));
    const isLive = (booking: Booking) => (liveUntil(booking) ?? 0) > scope.now;
    const isWanted = (booking: Booking) =>
      scope.codes.includes(booking.code) ||
      whole.has(nameOf(booking)) ||
      (named.has(nameOf(booking)) && (dueAt(booking) ?? Infinity) <= scope.dueBy) ||
      (isLive(booking) && scope.senders.includes(booking.sender ?? "")) ||
      (isLive(booking) && booking.people.some(({ key }) => scope.people.includes(key)));
    const all = [...bookings.values()];
    const found = new Set(all.filter(isWanted));
    const names = new Set([...named, ...whole, ...[...found].map(nameOf)]);
    const waiting = all
      .filter((booking) => waitingTurn(booking) !== undefined)
      .sort((a, b) => (waitingTurn(a) ?? 0) - (waitingTurn(b) ?? 0));
    for (const name of names)
      for (const booking of waiting.filter((one) => nameOf(one) === name).slice(0, scope.waiters))
        found.add(booking);
    return {
      days: [...names].flatMap((name) => days.get(name) ?? []),
      bookings: [...found],
      answers: [...answers.values()].filter(
        ({ key, code }) => scope.requests.includes(key) || scope.answersOf.includes(code),
      ),
      senders: scope.senders.flatMap((sender) => senders.get(sender) ?? []),
    };
  }

  function save(decision: Decision<unknown>): void {
    const stored = open();
    if (decision.erase !== undefined) erase(stored, decision.erase);
    const { days, bookings, answers, senders } = stored;
    for (const day of decision.days) days.set(nameOf(day), day);
    for (const booking of decision.bookings) bookings.set(booking.code, booking);
    for (const answer of decision.answers) answers.set(answer.key, answer);
    for (const sender of decision.senders) senders.set(sender.sender, sender);
    // A file takes the place of another at once, so that a crash leaves the old one or the new one.
    const content = JSON.stringify([[...days], [...bookings], [...answers], [...senders]]);
    writeFileSync(`${path}.new`, content, { flush: true });
    renameSync(`${path}.new`, path);
  }

  function erase({ days, bookings, answers, senders }: ReturnType<typeof open>, erasure: Erasure): void {
    for (const code of erasure.codes) bookings.delete(code);
    for (const day of erasure.days) days.delete(nameOf(day));
    for (const sender of erasure.senders) senders.delete(sender);
    const cutoff = erasure.messagesBefore;
    for (const { key, at } of answers.values()) if (at < cutoff) answers.delete(key);
    for (const { sender, lastMessageAt } of senders.values())
      if (lastMessageAt < cutoff) senders.delete(sender);
  }

  function isFound(booking: Booking, filter: BookingFilter): boolean {
    if ("date" in filter) return nameOf(booking) === nameOf(filter);
    if ("sender" in filter) return booking.sender === filter.sender;
    if ("person" in filter) return booking.people.some(({ key }) => key === filter.person);
    if ("before" in filter) return booking.officeId === filter.officeId && booking.date < filter.before;
    if ("dueBy" in filter) return (dueAt(booking) ?? Infinity) <= filter.dueBy;
    return (noticeAt(booking) ?? Infinity) <= filter.noticeBy;
  }

  return {
    async transact(scope, decide) {
      const decision = decideOn(scope, load, decide);
      save(decision);
      return decision.result;
    },
    read: async (scope) => load(scope),
    async find({ limit, after = "", ...filter }) {
      const found = [...open().bookings.values()].filter(({ code }) => code > after);
      const sorted = found
        .filter((booking) => isFound(booking, filter))
        .sort((a, b) => (a.code < b.code ? -1 : 1));
      return pageOf(sorted, limit);
    },
  };
}
