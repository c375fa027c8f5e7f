import type { Alternative } from "../allocation/alternatives.js";
import { StoreError } from "../errors.js";
import { type Booking, dueAt, liveUntil, occupies } from "./booking.js";
import { createCodeIndex } from "./code-index.js";
import {
  type Answer,
  type Day,
  type DayKey,
  type Decision,
  dayName,
  type Records,
  type Scope,
} from "./records.js";

/**
 * The records of one transaction while requests are decided on them, one after the other. Every change of a
 * booking goes through `put`, which keeps the day's ledger equal to the sum of its bookings (C9).
 */
export interface Batch {
  /** The one time of all decisions of the batch, epoch milliseconds. */
  readonly now: number;
  readonly booking: (code: string) => Booking | undefined;
  readonly due: () => readonly Booking[];
  readonly liveOf: (personKey: string) => readonly Booking[];
  readonly liveFrom: (sender: string | undefined) => readonly Booking[];
  readonly answer: (key: string) => Answer | undefined;
  readonly taken: (day: DayKey, window: string, pool: string) => number;
  /** Alternatives by what was asked; true until the next `put`, which forgets them. */
  readonly alternatives: Map<string, readonly Alternative[]>;
  /** `capacity` of the slot and pool is needed where more places are taken than before. */
  readonly put: (booking: Booking, capacity?: number) => void;
  /** The next sequence of a window, counted as given. */
  readonly issueSequence: (day: DayKey, window: string) => number;
  readonly remember: (answer: Answer) => void;
  /** Days that were asked for and not loaded: what was decided without them does not hold. */
  readonly missing: () => readonly DayKey[];
  readonly decision: <T>(result: T) => Decision<T>;
}

interface OpenDay {
  readonly key: DayKey;
  readonly counts: Map<string, { window: string; pool: string; taken: number; ceiling: number }>;
  readonly issued: Map<string, number>;
  touched: boolean;
}

/** @throws StoreError where the clock lies behind the last decision by more than `clockToleranceMs`. */
export function openBatch(records: Records, scope: Scope, clockToleranceMs: number): Batch {
  const now = batchTime(records.days, scope.now, clockToleranceMs);
  const days = new Map<string, OpenDay>();
  const missing = new Map<string, DayKey>();
  const bookings = new Map<string, Booking>();
  const ofPerson = createCodeIndex();
  const ofSender = createCodeIndex();
  const answers = new Map(records.answers.map((answer) => [answer.key, answer]));
  const touched = new Set<string>();
  const remembered: Answer[] = [];
  const alternatives = new Map<string, readonly Alternative[]>();

  for (const key of scope.days) days.set(dayName(key), emptyDay(key));
  for (const day of records.days) days.set(dayName(day), openDay(day));
  for (const booking of records.bookings) index(booking);

  function index(booking: Booking): void {
    bookings.set(booking.code, booking);
    for (const person of booking.people) ofPerson.add(person.key, booking.code);
    if (booking.sender !== undefined) ofSender.add(booking.sender, booking.code);
  }

  function live(codes: Iterable<string>): Booking[] {
    const found: Booking[] = [];
    for (const code of codes) {
      const booking = bookings.get(code);
      if (booking !== undefined && (liveUntil(booking) ?? now) > now) found.push(booking);
    }
    return found;
  }

  function dayOf(key: DayKey): OpenDay {
    const name = dayName(key);
    let day = days.get(name);
    if (day === undefined) {
      missing.set(name, { officeId: key.officeId, date: key.date });
      day = emptyDay(key);
      days.set(name, day);
    }
    return day;
  }

  function count(booking: Booking, places: number, capacity?: number): void {
    const day = dayOf(booking);
    const name = countName(booking.window, booking.pool);
    const before = day.counts.get(name) ?? {
      window: booking.window,
      pool: booking.pool,
      taken: 0,
      ceiling: 0,
    };
    const taken = before.taken + places;
    day.counts.set(name, { ...before, taken, ceiling: Math.max(capacity ?? before.ceiling, taken) });
    day.touched = true;
  }

  return {
    now,
    booking: (code) => bookings.get(code),
    due: () => [...bookings.values()].filter((booking) => (dueAt(booking) ?? Infinity) <= now),
    liveOf: (personKey) => live(ofPerson.codes(personKey)),
    liveFrom: (sender) => (sender === undefined ? [] : live(ofSender.codes(sender))),
    answer: (key) => answers.get(key),
    taken: (key, window, pool) => dayOf(key).counts.get(countName(window, pool))?.taken ?? 0,
    alternatives,
    put(booking, capacity) {
      alternatives.clear();
      const before = bookings.get(booking.code);
      if (before !== undefined && occupies(before)) count(before, -before.places);
      if (occupies(booking)) count(booking, booking.places, capacity);
      index(booking);
      touched.add(booking.code);
    },
    issueSequence(key, window) {
      const day = dayOf(key);
      const sequence = (day.issued.get(window) ?? 0) + 1;
      day.issued.set(window, sequence);
      day.touched = true;
      return sequence;
    },
    remember(answer) {
      answers.set(answer.key, answer);
      remembered.push(answer);
    },
    missing: () => [...missing.values()],
    decision: (result) => ({
      result,
      days: [...days.values()].filter((day) => day.touched).map((day) => closeDay(day, now)),
      bookings: [...touched].flatMap((code) => bookings.get(code) ?? []),
      answers: remembered,
      senders: [],
    }),
  };
}

/** The later of the clock and the last decision, so that no day's time goes back. */
function batchTime(days: readonly Day[], clock: number, toleranceMs: number): number {
  const latest = days.reduce((time, day) => Math.max(time, day.decidedAt), clock);
  if (latest - clock > toleranceMs)
    throw new StoreError(
      `The clock is ${latest - clock} ms behind the last decision, more than clockToleranceMs (${toleranceMs}); set the clock right.`,
      { retryable: true },
    );
  return latest;
}

function emptyDay({ officeId, date }: DayKey): OpenDay {
  return { key: { officeId, date }, counts: new Map(), issued: new Map(), touched: false };
}

function openDay(day: Day): OpenDay {
  return {
    key: { officeId: day.officeId, date: day.date },
    counts: new Map(day.counts.map((count) => [countName(count.window, count.pool), count])),
    issued: new Map(Object.entries(day.issued)),
    touched: false,
  };
}

function closeDay(day: OpenDay, decidedAt: number): Day {
  return { ...day.key, decidedAt, counts: [...day.counts.values()], issued: Object.fromEntries(day.issued) };
}

function countName(window: string, pool: string): string {
  return `${window} ${pool}`;
}
