import type { Alternative } from "../allocation/alternatives.js";
import { StoreError } from "../errors.js";
import {
  type Actor,
  type Booking,
  type Change,
  dueAt,
  liveUntil,
  occupies,
  type WaitingBooking,
} from "./booking.js";
import { createCodeIndex } from "./code-index.js";
import { closeDay, countPlaces } from "./open-day.js";
import { openDays } from "./open-days.js";
import {
  type Answer,
  type Day,
  type DayKey,
  type Decision,
  dayName,
  type Erasure,
  emptyScope,
  joinScopes,
  names,
  type Records,
  type Scope,
  type Sender,
} from "./records.js";
import { lastTurnsRead } from "./waiting-list.js";

/**
 * The records of one transaction while requests are decided on them, one after the other. Every change of a
 * booking goes through `put`, which keeps the day's ledger equal to the sum of its bookings (C9).
 */
export interface Batch {
  /** The one time of all decisions of the batch, epoch milliseconds. */
  readonly now: number;
  readonly booking: (code: string) => Booking | undefined;
  /** What a decision must look at again by now, the earliest first. */
  readonly due: () => readonly Booking[];
  /** Who waits for a day, in the order of their turns, as far as they were asked for. */
  readonly waiting: (day: DayKey) => readonly WaitingBooking[];
  /** Whether others may wait behind them, who were not asked for. */
  readonly mayBeMoreWaiting: (day: DayKey) => boolean;
  /** Every booking of a day, which the scope must name whole. */
  readonly ofDay: (day: DayKey) => readonly Booking[];
  /** The day's ledger as it is by now. */
  readonly ledger: (day: DayKey) => Day;
  readonly liveOf: (personKey: string) => readonly Booking[];
  readonly liveFrom: (sender: string | undefined) => readonly Booking[];
  readonly answer: (key: string) => Answer | undefined;
  readonly taken: (day: DayKey, window: string, pool: string) => number;
  /** The history of a booking that is made now; those that are made alike in a row share it. */
  readonly begin: (what: Change["what"], by: Actor) => readonly Change[];
  /** Asks for what is due on a day that was read only because somebody has a booking there. */
  readonly needDue: (day: DayKey) => void;
  /** Alternatives by what was asked; true until the next `put`, which forgets them. */
  readonly alternatives: Map<string, readonly Alternative[]>;
  /** `capacity` of the slot and pool is needed where more places are taken than before. */
  readonly put: (booking: Booking, capacity?: number) => void;
  /** The sequence that the next number of a window will have. */
  readonly nextSequence: (day: DayKey, window: string) => number;
  /** Counts a sequence of a window as given. */
  readonly issueSequence: (day: DayKey, window: string, sequence: number) => void;
  /** The next turn of a day's waiting list, counted as given. */
  readonly issueTurn: (day: DayKey) => number;
  /** The days on which places came back since this was last asked. */
  readonly takeFreed: () => readonly DayKey[];
  readonly sender: (sender: string) => Sender;
  readonly putSender: (sender: Sender) => void;
  readonly remember: (answer: Answer) => void;
  readonly erase: (erasure: Partial<Erasure>) => void;
  /** Puts the day's ledger in the place of what it is. */
  readonly mend: (day: Day) => void;
  /** A number from 0 up to 1, the same when the decision runs again. */
  readonly chance: () => number;
  /** Asks for what was not named: what is decided without it does not hold. What was named and is missing is not there. */
  readonly need: (more: Partial<Scope>) => void;
  /** What is needed beside the scope. */
  readonly missing: () => Scope | undefined;
  readonly decision: <T>(result: T) => Decision<T>;
}

const nothing: Erasure = { codes: [], days: [], senders: [], messagesBefore: 0 };

/** @throws StoreError where the clock lies behind the last decision by more than `clockToleranceMs`. */
export function openBatch(
  records: Records,
  scope: Scope,
  clockToleranceMs: number,
  chance: () => number,
): Batch {
  const now = batchTime(records.days, scope.now, clockToleranceMs);
  const missing: Scope[] = [];
  const days = openDays(records, scope, (day) => need({ days: [day] }));
  const freed = new Map<string, DayKey>();
  const senders = new Map(records.senders.map((sender) => [sender.sender, sender]));
  const touchedSenders = new Set<string>();
  let erasure: Erasure | undefined;
  const bookings = new Map<string, Booking>();
  const ofPerson = createCodeIndex();
  const ofSender = createCodeIndex();
  const waitingOn = createCodeIndex();
  const answers = new Map(records.answers.map((answer) => [answer.key, answer]));
  const touched = new Set<string>();
  const remembered: Answer[] = [];
  const alternatives = new Map<string, readonly Alternative[]>();
  let lastBegun: readonly Change[] = [];

  const withDue = new Set([...scope.days, ...scope.whole].map(dayName));
  for (const booking of records.bookings) keep(booking);
  const lastTurns = lastTurnsRead(records.bookings, scope.waiters);

  function keep(booking: Booking): void {
    const before = bookings.get(booking.code);
    if (before !== undefined) index("remove", before);
    bookings.set(booking.code, booking);
    index("add", booking);
  }

  function index(change: "add" | "remove", booking: Booking): void {
    for (const person of booking.people) ofPerson[change](person.key, booking.code);
    if (booking.sender !== undefined) ofSender[change](booking.sender, booking.code);
    if (booking.state === "waiting") waitingOn[change](dayName(booking), booking.code);
  }

  function live(codes: Iterable<string>): Booking[] {
    const found: Booking[] = [];
    for (const code of codes) {
      const booking = bookings.get(code);
      if (booking !== undefined && (liveUntil(booking) ?? now) > now) found.push(booking);
    }
    return found;
  }

  function need(more: Partial<Scope>): void {
    if (!names(scope, more)) missing.push({ ...emptyScope(scope.now), dueBy: scope.dueBy, ...more });
  }

  return {
    now,
    booking: (code) => bookings.get(code),
    due: () =>
      [...bookings.values()]
        .filter((booking) => (dueAt(booking) ?? Infinity) <= now)
        .sort((a, b) => (dueAt(a) ?? 0) - (dueAt(b) ?? 0)),
    waiting(day) {
      // Others may have been loaded for another reason, and earlier ones than they not.
      const last = lastTurns.get(dayName(day)) ?? Infinity;
      return [...waitingOn.codes(dayName(day))]
        .map((code) => bookings.get(code))
        .filter((booking) => booking?.state === "waiting")
        .filter(({ turn }) => turn <= last)
        .sort((a, b) => a.turn - b.turn);
    },
    mayBeMoreWaiting: (day) => lastTurns.has(dayName(day)),
    ofDay: (day) => [...bookings.values()].filter((booking) => dayName(booking) === dayName(day)),
    ledger: (key) => closeDay(days.of(key), now),
    liveOf: (personKey) => live(ofPerson.codes(personKey)),
    liveFrom: (sender) => (sender === undefined ? [] : live(ofSender.codes(sender))),
    answer: (key) => answers.get(key),
    taken: (key, window, pool) => days.of(key).counts.get(window)?.get(pool)?.taken ?? 0,
    begin(what, by) {
      const [change] = lastBegun;
      if (change?.what !== what || change.by !== by) lastBegun = [{ what, at: now, by }];
      return lastBegun;
    },
    needDue(key) {
      if (withDue.has(dayName(key))) return;
      withDue.add(dayName(key));
      need({ days: [{ officeId: key.officeId, date: key.date }] });
    },
    alternatives,
    put(booking, capacity) {
      alternatives.clear();
      const before = bookings.get(booking.code);
      if (before !== undefined && occupies(before)) {
        countPlaces(days.of(before), before, -before.places);
        if (!occupies(booking)) freed.set(dayName(before), { officeId: before.officeId, date: before.date });
      }
      if (occupies(booking)) countPlaces(days.of(booking), booking, booking.places, capacity);
      keep(booking);
      touched.add(booking.code);
    },
    nextSequence: (key, window) => (days.of(key).issued.get(window) ?? 0) + 1,
    issueSequence(key, window, sequence) {
      const day = days.of(key);
      day.issued.set(window, sequence);
      day.touched = true;
    },
    issueTurn(key) {
      const day = days.of(key);
      day.joined += 1;
      day.touched = true;
      return day.joined;
    },
    takeFreed() {
      const keys = [...freed.values()];
      freed.clear();
      return keys;
    },
    sender: (sender) => senders.get(sender) ?? { sender, lastMessageAt: 0 },
    putSender(sender) {
      senders.set(sender.sender, sender);
      touchedSenders.add(sender.sender);
    },
    erase({ codes = [], days: keys = [], senders: forgotten = [], messagesBefore = 0 }) {
      const before = erasure ?? nothing;
      for (const code of codes) {
        touched.delete(code);
        bookings.delete(code);
      }
      for (const key of keys) days.remove(key);
      for (const sender of forgotten) touchedSenders.delete(sender);
      erasure = {
        codes: [...before.codes, ...codes],
        days: [...before.days, ...keys],
        senders: [...before.senders, ...forgotten],
        messagesBefore: Math.max(before.messagesBefore, messagesBefore),
      };
    },
    mend: days.replace,
    chance,
    need,
    remember(answer) {
      answers.set(answer.key, answer);
      remembered.push(answer);
    },
    missing: () => (missing.length === 0 ? undefined : joinScopes(missing)),
    decision: (result) => ({
      result,
      days: days.touched(now),
      bookings: [...touched].flatMap((code) => bookings.get(code) ?? []),
      answers: remembered,
      senders: [...touchedSenders].flatMap((sender) => senders.get(sender) ?? []),
      ...(erasure !== undefined && { erase: erasure }),
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
