import { type Calendar, countsIn, type Slot } from "../office/calendar.js";
import type { Booking } from "./booking.js";
import type { Day, DayKey, FirstLabel, PlaceCount } from "./records.js";

/** The ledgers of days while decisions are made on them. */
export interface Ledgers {
  /** How many places are taken of a slot of the day and one of its pools, counted by time. */
  readonly taken: (day: DayKey, slot: Slot, pool: string) => number;
  /** The day's ledger as it is by now. */
  readonly of: (day: DayKey) => Day;
  /** Counts a booking's places, or as many less; `capacity` raises the stored ceiling, and what is taken does. */
  readonly count: (booking: Booking, places: number, capacity?: number) => void;
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

interface WorkingLedger {
  readonly key: DayKey;
  /** By the window's start. */
  readonly counts: Map<number, TimedCount[]>;
  /** Of the office, where this desk has it. */
  readonly calendar: Calendar | undefined;
  /** Whether all was counted under windows that there are now, so that each counts in one of them alone. */
  isPresent: boolean;
  readonly issued: Map<string, number>;
  label: FirstLabel | undefined;
  joined: number;
  touched: boolean;
}

interface TimedCount extends PlaceCount {
  readonly start: number;
  readonly end: number;
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

  return {
    taken: (day, slot, pool) => takenOf(ledgerOf(day), slot, pool),
    of: (day) => toDay(ledgerOf(day), now),
    count: (booking, places, capacity) => countPlaces(ledgerOf(booking), booking, places, capacity),
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

type Calendars = ReadonlyMap<string, Calendar>;

function emptyLedger({ officeId, date }: DayKey, calendars: Calendars): WorkingLedger {
  return {
    key: { officeId, date },
    calendar: calendars.get(officeId),
    counts: new Map(),
    isPresent: true,
    issued: new Map(),
    label: undefined,
    joined: 0,
    touched: false,
  };
}

function toWorkingLedger(day: Day, calendars: Calendars): WorkingLedger {
  const ledger = emptyLedger(day, calendars);
  for (const count of day.counts) {
    const known = timed(count, ledger);
    startingAt(ledger, known).push(known);
    ledger.isPresent &&= known.taken === 0 || isOfNow(known, ledger);
  }
  for (const [window, sequence] of Object.entries(day.issued)) ledger.issued.set(window, sequence);
  ledger.label = day.label;
  ledger.joined = day.joined ?? 0;
  return ledger;
}

/** Whether an older giliran has counted in the ledger, which knew no times: its bookings say them. */
export function isUntimed({ counts }: Day): boolean {
  return !counts.every(isTimed);
}

function isTimed(count: PlaceCount): count is TimedCount {
  return count.start !== undefined && count.end !== undefined;
}

/** What was counted without times is taken for the present window of that name. */
function timed(count: PlaceCount, { key, calendar }: WorkingLedger): TimedCount {
  if (isTimed(count)) return count;
  const day = calendar?.day(key.date);
  const slot = day?.kind === "open" ? day.slots.find(({ window }) => window === count.window) : undefined;
  return { ...count, start: slot?.start ?? 0, end: slot?.end ?? 0 };
}

function startingAt({ counts }: WorkingLedger, { start }: Pick<TimedCount, "start">): TimedCount[] {
  const some = counts.get(start) ?? [];
  counts.set(start, some);
  return some;
}

/** Whether the office has a window of these very times now. */
function isOfNow({ start, end }: TimedCount, { key, calendar }: WorkingLedger): boolean {
  const day = calendar?.day(key.date);
  return day?.kind === "open" && day.slotsByStart.get(start)?.end === end;
}

/** What bookings take whose time overlaps that of the slot, under whatever windows and pools they were made. */
function takenOf({ counts, calendar, isPresent }: WorkingLedger, slot: Slot, pool: string): number {
  if (calendar === undefined) return 0;
  const takenIn = (some: readonly TimedCount[] = []) => {
    let taken = 0;
    for (const count of some) if (countsIn(slot, pool, calendar.office, count)) taken += count.taken;
    return taken;
  };
  if (isPresent) return takenIn(counts.get(slot.start));
  let taken = 0;
  for (const some of counts.values()) taken += takenIn(some);
  return taken;
}

function toDay({ key, counts, issued, label, joined }: WorkingLedger, decidedAt: number): Day {
  return {
    officeId: key.officeId,
    date: key.date,
    decidedAt,
    counts: [...counts.values()].flat(),
    issued: Object.fromEntries(issued),
    ...(label !== undefined && { label }),
    ...(joined > 0 && { joined }),
  };
}

function countPlaces(
  ledger: WorkingLedger,
  { window, pool, start, end }: Booking,
  places: number,
  capacity: number | undefined,
): void {
  const some = startingAt(ledger, { start });
  const index = some.findIndex(
    (count) => count.pool === pool && count.end === end && count.window === window,
  );
  const { taken: before, ceiling } = some[index] ?? { taken: 0, ceiling: 0 };
  const taken = before + places;
  const count = { window, pool, start, end, taken, ceiling: Math.max(capacity ?? ceiling, taken) };
  if (index < 0) some.push(count);
  else some[index] = count;
  ledger.isPresent &&= isOfNow(count, ledger);
  ledger.touched = true;
}
