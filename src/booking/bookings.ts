import { addDays } from "../office/local-date.js";
import { createKeyIndex } from "../store/key-index.js";
import type { Sheet } from "./book.js";
import {
  type Actor,
  type Booking,
  type Change,
  type ConfirmedBooking,
  dueAt,
  isLive,
  liveUntil,
  occupies,
  type WaitingBooking,
} from "./booking.js";
import type { Ledgers } from "./ledgers.js";
import { needPeople, needSenders } from "./needs.js";
import { type DayKey, dayName } from "./records.js";
import type { Wanted } from "./wanted.js";
import { reachesOver } from "./working-ledger.js";

/**
 * Bookings that were loaded or made, as they are by now. Every change of one goes through `put`, which keeps the day's
 * ledger equal to the sum of its bookings (C9).
 */
export interface Bookings {
  readonly find: (code: string) => Booking | undefined;
  /** What a decision must look at again by now, the earliest first. */
  readonly due: () => readonly Booking[];
  /** Who waits for a day, in the order of their turns, as far as they were asked for. */
  readonly waiting: (day: DayKey) => readonly WaitingBooking[];
  /** Whether others may wait behind them, who were not asked for. */
  readonly mayBeMoreWaiting: (day: DayKey) => boolean;
  /** Every booking of a day, which the scope must have whole. */
  readonly ofDay: (day: DayKey) => readonly Booking[];
  readonly liveOf: (personKey: string) => readonly Booking[];
  /** Visits of a person that are over and count for limits, and those to come. */
  readonly visitsOf: (personKey: string) => readonly ConfirmedBooking[];
  readonly liveFrom: (sender: string | undefined) => readonly Booking[];
  /** The history of a booking that is made now; those that are made alike in a row share it. */
  readonly begin: (what: Change["what"], by: Actor) => readonly Change[];
  /** `capacity` of the slot and pool is needed where more places are taken than before. */
  readonly put: (booking: Booking, capacity?: number) => void;
  readonly erase: (codes: readonly string[]) => void;
  /** The days on which places came back since this was last asked. */
  readonly takeFreed: () => readonly DayKey[];
  /** How many changes there have been. */
  readonly changes: () => number;
}

const none: readonly DayKey[] = [];

/** `waiters` is how many who wait were asked for of each day. */
export function createBookings(
  sheet: Sheet<Booking>,
  ledgers: Pick<Ledgers, "count" | "touch">,
  wanted: Pick<Wanted, "need">,
  now: number,
  waiters: number,
): Bookings {
  let freed: readonly DayKey[] = none;
  const ofPerson = createKeyIndex();
  const ofSender = createKeyIndex();
  const waitingOn = createKeyIndex();
  let lastBegun: readonly Change[] = [];
  let changes = 0;
  for (const booking of sheet.all()) index("add", booking);
  const lastTurns = lastTurnsRead(sheet.all(), waiters);

  function index(change: "add" | "remove", booking: Booking): void {
    for (const person of booking.people) ofPerson[change](person.key, booking.code);
    if (booking.sender !== undefined) ofSender[change](booking.sender, booking.code);
    if (booking.state === "waiting") waitingOn[change](dayName(booking), booking.code);
  }

  function free(booking: Booking): void {
    const { officeId, date } = booking;
    for (const on of reachesOver(booking) ? [date, addDays(date, 1)] : [date]) {
      const isKnown = freed.some((day) => day.officeId === officeId && day.date === on);
      if (!isKnown) freed = [...freed, { officeId, date: on }];
    }
  }

  function live(codes: Iterable<string>): Booking[] {
    const found: Booking[] = [];
    for (const code of codes) {
      const booking = sheet.find(code);
      if (booking !== undefined && isLive(booking) && booking.end > now) found.push(booking);
    }
    return found;
  }

  return {
    find: sheet.find,
    due() {
      const due: Booking[] = [];
      for (const booking of sheet.all()) if ((dueAt(booking) ?? Infinity) <= now) due.push(booking);
      return due.sort((a, b) => (dueAt(a) ?? 0) - (dueAt(b) ?? 0));
    },
    waiting(day) {
      // Others may have been loaded for another reason, and earlier ones than they not.
      const name = dayName(day);
      const last = lastTurns.get(name) ?? Infinity;
      const waiting: WaitingBooking[] = [];
      for (const code of waitingOn.keys(name)) {
        const booking = sheet.find(code);
        if (booking?.state === "waiting" && booking.turn <= last) waiting.push(booking);
      }
      return waiting.sort((a, b) => a.turn - b.turn);
    },
    mayBeMoreWaiting: (day) => lastTurns.has(dayName(day)),
    ofDay: (day) => [...sheet.all()].filter((booking) => dayName(booking) === dayName(day)),
    liveOf: (personKey) => live(ofPerson.keys(personKey)),
    visitsOf: (personKey) =>
      [...ofPerson.keys(personKey)].flatMap((code) => {
        const booking = sheet.find(code);
        return booking?.state === "confirmed" ? [booking] : [];
      }),
    liveFrom: (sender) => (sender === undefined ? [] : live(ofSender.keys(sender))),
    begin(what, by) {
      const [change] = lastBegun;
      if (change?.what !== what || change.by !== by) lastBegun = [{ what, at: now, by }];
      return lastBegun;
    },
    put(booking, capacity) {
      changes++;
      ledgers.touch(booking);
      const before = sheet.find(booking.code);
      if (before !== undefined) {
        index("remove", before);
        // Whoever is found for longer than before is looked up first, as their lists take the booking anew.
        if ((liveUntil(booking) ?? 0) > (liveUntil(before) ?? 0))
          wanted.need(needPeople(booking.people.map(({ key }) => key)), ...needSenders([booking.sender]));
        if (occupies(before)) {
          ledgers.count(before, -before.places);
          if (!occupies(booking) || booking.places < before.places) free(before);
        }
      }
      if (occupies(booking)) ledgers.count(booking, booking.places, capacity);
      sheet.put(booking);
      index("add", booking);
    },
    erase: (codes) => sheet.erase(...codes.map((code) => [code])),
    takeFreed() {
      const days = freed;
      freed = none;
      return days;
    },
    changes: () => changes,
  };
}

const noTurns: ReadonlyMap<string, number> = new Map();

/** By day the turn up to which all who wait were read, where there may be more of them than `limit`. */
function lastTurnsRead(bookings: Iterable<Booking>, limit: number): ReadonlyMap<string, number> {
  let turns: Map<string, number[]> | undefined;
  for (const booking of bookings) {
    if (booking.state !== "waiting") continue;
    turns ??= new Map();
    const ofDay = turns.get(dayName(booking)) ?? [];
    turns.set(dayName(booking), ofDay);
    ofDay.push(booking.turn);
  }
  if (turns === undefined) return noTurns;
  const last = new Map<string, number>();
  for (const [day, ofDay] of turns) {
    const turn = ofDay.sort((a, b) => a - b)[limit - 1];
    if (turn !== undefined) last.set(day, turn);
  }
  return last;
}
