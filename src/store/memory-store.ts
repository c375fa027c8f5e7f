import { type Booking, dueAt, liveUntil, noticeAt, waitingTurn } from "../booking/booking.js";
import { createCodeIndex } from "../booking/code-index.js";
import {
  type Answer,
  type Day,
  type Decision,
  dayName,
  type Erasure,
  joinScopes,
  type Records,
  type Scope,
  type Sender,
} from "../booking/records.js";
import {
  type BookingFilter,
  type BookingPage,
  type BookingQuery,
  type BookingStore,
  type Decide,
  decideOn,
} from "./booking-store.js";
import { createDueList, type DueList } from "./memory/due-list.js";

/** Keeps everything in this process and loses it with it; for tests, demonstrations and a look. */
export function memoryStore(): BookingStore {
  const days = new Map<string, Day>();
  const bookings = new Map<string, Booking>();
  const answers = new Map<string, Answer>();
  const senders = new Map<string, Sender>();
  const ofDay = createCodeIndex();
  const waitingOfDay = createCodeIndex();
  const ofLive = { person: createCodeIndex(), sender: createCodeIndex() };
  const ofEnded = { person: createCodeIndex(), sender: createCodeIndex() };
  const dueOfDay = new Map<string, DueList>();
  const notices = createDueList(timeBy(noticeAt));

  function timeBy(timeOf: (booking: Booking) => number | undefined): (code: string) => number {
    return (code) => {
      const booking = bookings.get(code);
      return (booking && timeOf(booking)) ?? Infinity;
    };
  }

  function load(scope: Scope): Records {
    const found = new Map<string, Booking>();
    const take = (codes: Iterable<string>, fits: (booking: Booking) => boolean = () => true) => {
      for (const code of codes) {
        const booking = bookings.get(code);
        if (booking !== undefined && fits(booking)) found.set(code, booking);
      }
    };
    const live = (booking: Booking) => (liveUntil(booking) ?? scope.now) > scope.now;
    take(scope.codes);
    for (const day of scope.days) take(dueOn(dayName(day), scope.dueBy));
    for (const day of scope.whole) take(ofDay.codes(dayName(day)));
    for (const key of scope.people) take(ofLive.person.codes(key), live);
    for (const sender of scope.senders) take(ofLive.sender.codes(sender), live);
    const names = new Set([...scope.days, ...scope.whole, ...found.values()].map(dayName));
    if (scope.waiters > 0) for (const name of names) take(firstWaiting(name, scope.waiters));
    return {
      days: [...names].flatMap((name) => days.get(name) ?? []),
      bookings: [...found.values()],
      answers: scope.requests.flatMap((key) => answers.get(key) ?? []),
      senders: scope.senders.flatMap((sender) => senders.get(sender) ?? []),
    };
  }

  function bookingsOf(codes: Iterable<string>): Booking[] {
    return [...codes].flatMap((code) => bookings.get(code) ?? []);
  }

  function dueOn(day: string, dueBy: number): readonly string[] {
    return dueOfDay.get(day)?.due(dueBy) ?? [];
  }

  function dueListOf(day: string): DueList {
    const list = dueOfDay.get(day) ?? createDueList(timeBy(dueAt));
    dueOfDay.set(day, list);
    return list;
  }

  function firstWaiting(day: string, count: number): readonly string[] {
    const waiting = bookingsOf(waitingOfDay.codes(day));
    const inTurn = waiting.sort((a, b) => (waitingTurn(a) ?? 0) - (waitingTurn(b) ?? 0));
    return inTurn.slice(0, count).map(({ code }) => code);
  }

  function save(decision: Decision<unknown>): void {
    if (decision.erase !== undefined) erase(decision.erase);
    for (const day of decision.days) days.set(dayName(day), day);
    for (const sender of decision.senders) senders.set(sender.sender, sender);
    for (const answer of decision.answers) answers.set(answer.key, answer);
    for (const booking of decision.bookings) saveBooking(booking);
  }

  function saveBooking(booking: Booking): void {
    const before = bookings.get(booking.code);
    if (before !== undefined) index("remove", before);
    bookings.set(booking.code, booking);
    index("add", booking);
  }

  function erase({ codes, days: keys, senders: forgotten, messagesBefore }: Erasure): void {
    for (const booking of bookingsOf(codes)) {
      index("remove", booking);
      bookings.delete(booking.code);
    }
    for (const day of keys) {
      days.delete(dayName(day));
      dueOfDay.delete(dayName(day));
    }
    for (const sender of forgotten) senders.delete(sender);
    if (messagesBefore === 0) return;
    for (const { key, at } of answers.values()) if (at < messagesBefore) answers.delete(key);
    for (const { sender, lastMessageAt } of senders.values())
      if (lastMessageAt < messagesBefore) senders.delete(sender);
  }

  function index(change: "add" | "remove", booking: Booking): void {
    const { code, sender, people } = booking;
    const day = dayName(booking);
    const [due, notice] = [dueAt(booking), noticeAt(booking)];
    if (due !== undefined) dueListOf(day)[change](code, due);
    if (notice !== undefined) notices[change](code, notice);
    ofDay[change](day, code);
    if (waitingTurn(booking) !== undefined) waitingOfDay[change](day, code);
    const of = liveUntil(booking) === undefined ? ofEnded : ofLive;
    if (sender !== undefined) of.sender[change](sender, code);
    for (const person of people) of.person[change](person.key, code);
  }

  function codesOf(filter: BookingFilter): Iterable<string> {
    if ("date" in filter) return ofDay.codes(dayName(filter));
    if ("sender" in filter) return codesBy("sender", filter.sender);
    if ("person" in filter) return codesBy("person", filter.person);
    if ("dueBy" in filter) return [...dueOfDay.keys()].flatMap((day) => dueOn(day, filter.dueBy));
    if ("noticeBy" in filter) return notices.due(filter.noticeBy);
    const past = [...days.values()].filter(
      ({ officeId, date }) => officeId === filter.officeId && date < filter.before,
    );
    return past.flatMap((day) => [...ofDay.codes(dayName(day))]);
  }

  function codesBy(owner: "person" | "sender", key: string): readonly string[] {
    return [...ofLive[owner].codes(key), ...ofEnded[owner].codes(key)];
  }

  return {
    volatile: true,
    async transact<T>(scope: Scope, decide: Decide<T>): Promise<T> {
      const decision = decideOn(scope, load, decide);
      save(decision);
      return decision.result;
    },
    async read(scope: Scope): Promise<Records> {
      return load(joinScopes([scope]));
    },
    async find({ limit, after = "", ...filter }: BookingQuery): Promise<BookingPage> {
      const sorted = [...new Set(codesOf(filter))].filter((code) => code > after).sort();
      const page = bookingsOf(sorted.slice(0, limit));
      const next = sorted.length > limit ? page.at(-1)?.code : undefined;
      return { bookings: page, ...(next !== undefined && { next }) };
    },
  };
}
