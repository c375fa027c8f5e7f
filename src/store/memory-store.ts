import { type Booking, dueAt, liveUntil } from "../booking/booking.js";
import {
  type Answer,
  type Day,
  type DayKey,
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

/** Keeps everything in this process and loses it with it; for tests, demonstrations and a look. */
export function memoryStore(): BookingStore {
  const days = new Map<string, Day>();
  const bookings = new Map<string, Booking>();
  const answers = new Map<string, Answer>();
  const codesOfDay = new Map<string, Set<string>>();
  const dueOfDay = new Map<string, Set<string>>();
  const codesOfPerson = new Map<string, Set<string>>();
  const codesOfSender = new Map<string, Set<string>>();

  function load(scope: Scope): Records {
    const found = new Map<string, Booking>();
    const take = (codes: Iterable<string> | undefined, fits: (booking: Booking) => boolean) => {
      for (const code of codes ?? []) {
        const booking = bookings.get(code);
        if (booking !== undefined && fits(booking)) found.set(code, booking);
      }
    };
    const live = (booking: Booking) => (liveUntil(booking) ?? scope.now) > scope.now;
    for (const day of scope.days)
      take(dueOfDay.get(dayName(day)), (booking) => (dueAt(booking) ?? Infinity) <= scope.dueBy);
    take(scope.codes, () => true);
    for (const key of scope.people) take(codesOfPerson.get(key), live);
    for (const sender of scope.senders) take(codesOfSender.get(sender), live);
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
      const { code, sender, people } = booking;
      const before = bookings.get(code);
      if (before !== undefined)
        for (const person of before.people) codesOfPerson.get(person.key)?.delete(code);
      bookings.set(code, booking);
      addTo(codesOfDay, dayName(booking), code);
      addTo(codesOfSender, sender, code);
      if (liveUntil(booking) !== undefined)
        for (const person of people) addTo(codesOfPerson, person.key, code);
      if (dueAt(booking) === undefined) dueOfDay.get(dayName(booking))?.delete(code);
      else addTo(dueOfDay, dayName(booking), code);
    }
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
      const codes = "sender" in query ? codesOfSender.get(query.sender) : codesOfDay.get(dayName(query));
      const sorted = [...(codes ?? [])].filter((code) => code > (query.after ?? "")).sort();
      const page = sorted.slice(0, query.limit).flatMap((code) => bookings.get(code) ?? []);
      const next = sorted.length > query.limit ? page.at(-1)?.code : undefined;
      return { bookings: page, ...(next !== undefined && { next }) };
    },
  };
}

function addTo(index: Map<string, Set<string>>, key: string, code: string): void {
  const codes = index.get(key);
  if (codes === undefined) index.set(key, new Set([code]));
  else codes.add(code);
}
