import type { Booking } from "./booking.js";
import type { Day, DayKey, PlaceCount } from "./records.js";

/** The ledgers of days while decisions are made on them. */
export interface Ledgers {
  readonly taken: (day: DayKey, window: string, pool: string) => number;
  /** The day's ledger as it is by now. */
  readonly of: (day: DayKey) => Day;
  /** Counts a booking's places, or as many less; `capacity` raises the stored ceiling, and what is taken does. */
  readonly count: (booking: Booking, places: number, capacity?: number) => void;
  /** The sequence that the next number of a window will have. */
  readonly nextSequence: (day: DayKey, window: string) => number;
  readonly issueSequence: (day: DayKey, window: string, sequence: number) => void;
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
  /** By window and pool. */
  readonly counts: Map<string, Map<string, PlaceCount>>;
  readonly issued: Map<string, number>;
  joined: number;
  touched: boolean;
}

/** `known` are the days that were asked for, with a ledger or without; for any other `ask` is called. */
export function createLedgers(
  records: readonly Day[],
  known: readonly DayKey[],
  now: number,
  ask: (day: DayKey) => void,
): Ledgers {
  // By office and date: a joined name would be made for each look.
  const offices = new Map<string, Map<string, WorkingLedger>>();
  for (const key of known) put(emptyLedger(key));
  for (const day of records) put(toWorkingLedger(day));

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
    return put(emptyLedger(key));
  }

  return {
    taken: (day, window, pool) => ledgerOf(day).counts.get(window)?.get(pool)?.taken ?? 0,
    of: (day) => toDay(ledgerOf(day), now),
    count: (booking, places, capacity) => countPlaces(ledgerOf(booking), booking, places, capacity),
    nextSequence: (day, window) => (ledgerOf(day).issued.get(window) ?? 0) + 1,
    issueSequence(day, window, sequence) {
      const ledger = ledgerOf(day);
      ledger.issued.set(window, sequence);
      ledger.touched = true;
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
      put({ ...toWorkingLedger(day), touched: true });
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

function emptyLedger({ officeId, date }: DayKey): WorkingLedger {
  return { key: { officeId, date }, counts: new Map(), issued: new Map(), joined: 0, touched: false };
}

function toWorkingLedger(day: Day): WorkingLedger {
  const ledger = emptyLedger(day);
  for (const count of day.counts) poolsOf(ledger, count.window).set(count.pool, count);
  for (const [window, sequence] of Object.entries(day.issued)) ledger.issued.set(window, sequence);
  ledger.joined = day.joined ?? 0;
  return ledger;
}

function poolsOf({ counts }: WorkingLedger, window: string): Map<string, PlaceCount> {
  const pools = counts.get(window) ?? new Map<string, PlaceCount>();
  counts.set(window, pools);
  return pools;
}

function toDay({ key, counts, issued, joined }: WorkingLedger, decidedAt: number): Day {
  return {
    officeId: key.officeId,
    date: key.date,
    decidedAt,
    counts: [...counts.values()].flatMap((pools) => [...pools.values()]),
    issued: Object.fromEntries(issued),
    ...(joined > 0 && { joined }),
  };
}

function countPlaces(
  ledger: WorkingLedger,
  { window, pool }: Booking,
  places: number,
  capacity: number | undefined,
): void {
  const pools = poolsOf(ledger, window);
  const { taken: before, ceiling } = pools.get(pool) ?? { taken: 0, ceiling: 0 };
  const taken = before + places;
  pools.set(pool, { window, pool, taken, ceiling: Math.max(capacity ?? ceiling, taken) });
  ledger.touched = true;
}
