import { countsIn, type Slot } from "../office/calendar.js";
import { addDays } from "../office/local-date.js";
import { takenWithAround } from "../office/nights.js";
import { isAfterMidnight } from "../office/opening-hours.js";
import type { Booking } from "./booking.js";
import type { Day, DayKey, FirstLabel } from "./records.js";
import {
  type Calendars,
  countPlaces,
  emptyLedger,
  reachesOver,
  takenOf,
  toDay,
  toWorkingLedger,
  type WorkingLedger,
} from "./working-ledger.js";

/** The ledgers of days while decisions are made on them. */
export interface Ledgers {
  /**
   * How many places are taken of a slot of the day and one of its pools, counted by time; what is full at the same time on
   * the dates around it is as good as taken. `without` is a booking that gives way.
   */
  readonly taken: (day: DayKey, slot: Slot, pool: string, without?: Booking) => number;
  /** The day's ledger as it is by now. */
  readonly of: (day: DayKey) => Day;
  /** Counts a booking's places, or as many less; `capacity` raises the stored ceiling, and what is taken does. */
  readonly count: (booking: Booking, places: number, capacity?: number) => void;
  /** The same on the next date alone, into which the night of a booking reaches. */
  readonly countOver: (booking: Booking, places: number) => void;
  /** The sequence that the next number of a window will have. */
  readonly nextSequence: (day: DayKey, window: string) => number;
  readonly issueSequence: (day: DayKey, window: string, sequence: number) => void;
  /** The first label of the day. */
  readonly label: (day: DayKey) => FirstLabel | undefined;
  readonly noteLabel: (day: DayKey, label: FirstLabel) => void;
  /** The next turn of a day's waiting list, counted as given. */
  readonly issueTurn: (day: DayKey) => number;
  /** A booking of the day changed, or the day itself. */
  readonly touch: (day: DayKey) => void;
  readonly replace: (day: Day) => void;
  readonly remove: (day: DayKey) => void;
  readonly changed: () => readonly Day[];
}

/** `known` are the days that were asked for, with a ledger or without; for any other `ask` is called. */
export function createLedgers(
  records: readonly Day[],
  known: readonly DayKey[],
  { now, calendars }: { readonly now: number; readonly calendars: Calendars },
  ask: (day: DayKey) => void,
): Ledgers {
  // By office and date: a joined name would be made for each look.
  const offices = new Map<string, Map<string, WorkingLedger>>();
  for (const key of known) put(emptyLedger(key, calendars));
  for (const day of records) put(toWorkingLedger(day, calendars));

  function put(ledger: WorkingLedger): WorkingLedger {
    const { officeId, date } = ledger.key;
    const dates = offices.get(officeId);
    if (dates === undefined) offices.set(officeId, new Map([[date, ledger]]));
    else dates.set(date, ledger);
    return ledger;
  }

  function ledgerOf({ officeId, date }: DayKey): WorkingLedger {
    const found = offices.get(officeId)?.get(date);
    if (found !== undefined) return found;
    const key = { officeId, date };
    ask(key);
    return put(emptyLedger(key, calendars));
  }

  /** What the ledgers of the date and of the next have at the time of a slot. */
  function takenAt({ officeId, date }: DayKey, slot: Slot, pool: string, without?: Booking): number {
    const ledger = ledgerOf({ officeId, date });
    const { calendar } = ledger;
    if (calendar === undefined) return 0;
    // What was held the night before may be overdue.
    const taken = takenOf(ledger, calendar, slot, pool, (of) => ask({ officeId, date: of }));
    const own =
      without?.officeId === officeId && countsIn(slot, pool, calendar.office, without) ? without.places : 0;
    if (!isAfterMidnight(slot.until)) return taken - own;
    const next = ledgerOf({ officeId, date: addDays(date, 1) });
    return taken + takenOf(next, calendar, slot, pool, "own") - own;
  }

  function taken(day: DayKey, slot: Slot, pool: string, without?: Booking): number {
    const { calendar } = ledgerOf(day);
    if (calendar?.hasNights !== true) return takenAt(day, slot, pool, without);
    return takenWithAround(calendar, day.date, { slot, pool }, (date, other, ofPool) =>
      takenAt({ officeId: day.officeId, date }, other, ofPool, without),
    );
  }

  function countOver(booking: Booking, places: number): void {
    const { officeId, date } = booking;
    const ledger = ledgerOf({ officeId, date: addDays(date, 1) });
    countPlaces(ledger, { ...booking, of: date }, places, undefined);
  }

  return {
    taken,
    of: (day) => toDay(ledgerOf(day), now),
    count(booking, places, capacity) {
      countPlaces(ledgerOf(booking), booking, places, capacity);
      if (reachesOver(booking)) countOver(booking, places);
    },
    countOver,
    nextSequence: (day, window) => (ledgerOf(day).issued.get(window) ?? 0) + 1,
    issueSequence(day, window, sequence) {
      const ledger = ledgerOf(day);
      ledger.issued.set(window, sequence);
      ledger.touched = true;
    },
    label: (day) => ledgerOf(day).label,
    noteLabel(day, label) {
      ledgerOf(day).label = label;
    },
    issueTurn(day) {
      const ledger = ledgerOf(day);
      ledger.joined += 1;
      ledger.touched = true;
      return ledger.joined;
    },
    touch(day) {
      ledgerOf(day).touched = true;
    },
    replace(day) {
      put({ ...toWorkingLedger(day, calendars), touched: true });
    },
    remove({ officeId, date }) {
      offices.get(officeId)?.delete(date);
    },
    changed() {
      const all = [...offices.values()].flatMap((dates) => [...dates.values()]);
      return all.filter(({ touched }) => touched).map((ledger) => toDay(ledger, now));
    },
  };
}
