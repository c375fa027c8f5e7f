import { type Booking, dueAt, liveUntil } from "../booking/booking.js";
import { createCodeIndex } from "../booking/code-index.js";
import {
  type Answer,
  type Day,
  type Decision,
  dayName,
  type Records,
  type Scope,
} from "../booking/records.js";
import {
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
  const ofDay = createCodeIndex();
  const ofSender = createCodeIndex();
  const dueOfDay = new Map<string, DueList>();
  const liveOfPerson = createCodeIndex();
  const liveOfSender = createCodeIndex();

  function load(scope: Scope): Records {
    const found = new Map<string, Booking>();
    const take = (codes: Iterable<string>, fits: (booking: Booking) => boolean) => {
      for (const code of codes) {
        const booking = bookings.get(code);
        if (booking !== undefined && fits(booking)) found.set(code, booking);
      }
    };
    const live = (booking: Booking) => (liveUntil(booking) ?? scope.now) > scope.now;
    const isDue = (code: string, at: number) => {
      const booking = bookings.get(code);
      return booking !== undefined && dueAt(booking) === at;
    };
    take(scope.codes, () => true);
    for (const day of scope.days) take(dueOfDay.get(dayName(day))?.due(scope.dueBy, isDue) ?? [], () => true);
    for (const key of scope.people) take(liveOfPerson.codes(key), live);
    for (const sender of scope.senders) take(liveOfSender.codes(sender), live);
    const names = new Set([...scope.days, ...found.values()].map(dayName));
    return {
      days: [...names].flatMap((name) => days.get(name) ?? []),
      bookings: [...found.values()],
      answers: scope.requests.flatMap((key) => answers.get(key) ?? []),
    };
  }

  function save(decision: Decision<unknown>): void {
    for (const day of decision.days) days.set(dayName(day), day);
    for (const answer of decision.answers) answers.set(answer.key, answer);
    for (const booking of decision.bookings) {
      const before = bookings.get(booking.code);
      if (before !== undefined) index("remove", before);
      bookings.set(booking.code, booking);
      index("add", booking);
      const due = dueAt(booking);
      if (due !== undefined && (before === undefined || dueAt(before) !== due)) awaitDue(booking, due);
    }
  }

  function awaitDue(booking: Booking, due: number): void {
    const name = dayName(booking);
    const list = dueOfDay.get(name) ?? createDueList();
    dueOfDay.set(name, list);
    list.add(due, booking.code);
  }

  function index(change: "add" | "remove", booking: Booking): void {
    const { code, sender, people } = booking;
    ofDay[change](dayName(booking), code);
    if (sender !== undefined) ofSender[change](sender, code);
    if (liveUntil(booking) === undefined) return;
    if (sender !== undefined) liveOfSender[change](sender, code);
    for (const person of people) liveOfPerson[change](person.key, code);
  }

  return {
    volatile: true,
    async transact<T>(scope: Scope, decide: Decide<T>): Promise<T> {
      const decision = decideOn(scope, load, decide);
      save(decision);
      return decision.result;
    },
    async read(scope: Scope): Promise<Records> {
      return load(scope);
    },
    async find(query: BookingQuery): Promise<BookingPage> {
      const { limit, after = "" } = query;
      const codes = "sender" in query ? ofSender.codes(query.sender) : ofDay.codes(dayName(query));
      const sorted = [...codes].filter((code) => code > after).sort();
      const page = sorted.slice(0, limit).flatMap((code) => bookings.get(code) ?? []);
      const next = sorted.length > limit ? page.at(-1)?.code : undefined;
      return { bookings: page, ...(next !== undefined && { next }) };
    },
  };
}
