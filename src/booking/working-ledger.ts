import { type Calendar, countsIn, type Slot, slotAt } from "../office/calendar.js";
import { isAfterMidnight } from "../office/opening-hours.js";
import type { Booking } from "./booking.js";
import type { Day, DayKey, FirstLabel, PlaceCount } from "./records.js";

/** Whether the visit ends after midnight: its places count on the next date too. */
export function reachesOver({ until }: Pick<Booking, "until">): boolean {
  return isAfterMidnight(until);
}

/** A day's ledger while decisions are made on it. */
export interface WorkingLedger {
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

export type Calendars = ReadonlyMap<string, Calendar>;

export function emptyLedger({ officeId, date }: DayKey, calendars: Calendars): WorkingLedger {
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

export function toWorkingLedger(day: Day, calendars: Calendars): WorkingLedger {
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
  return calendar !== undefined && slotAt(calendar.day(key.date), start)?.end === end;
}

/**
 * What bookings take whose time overlaps that of the slot, under whatever windows and pools they were made: all, each date
 * before told, or those of the ledger's `own` date alone.
 */
export function takenOf(
  { counts, isPresent }: WorkingLedger,
  calendar: Calendar,
  slot: Slot,
  pool: string,
  before: ((date: string) => void) | "own",
): number {
  const takenIn = (some: readonly TimedCount[] = []) => {
    let taken = 0;
    for (const count of some) {
      if (count.taken === 0 || !countsIn(slot, pool, calendar.office, count)) continue;
      if (count.of !== undefined && before === "own") continue;
      if (count.of !== undefined && before !== "own") before(count.of);
      taken += count.taken;
    }
    return taken;
  };
  if (isPresent && before !== "own") return takenIn(counts.get(slot.start));
  let taken = 0;
  for (const some of counts.values()) taken += takenIn(some);
  return taken;
}

export function toDay({ key, counts, issued, label, joined }: WorkingLedger, decidedAt: number): Day {
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

export function countPlaces(
  ledger: WorkingLedger,
  { window, pool, start, end, of }: Omit<TimedCount, "taken" | "ceiling">,
  places: number,
  capacity: number | undefined,
): void {
  const some = startingAt(ledger, { start });
  const index = some.findIndex(
    (count) => count.pool === pool && count.end === end && count.window === window && count.of === of,
  );
  // Of the day before: its ledger may have been erased with the bookings.
  if (index < 0 && places < 0 && of !== undefined) return;
  const { taken: before, ceiling } = some[index] ?? { taken: 0, ceiling: 0 };
  const taken = before + places;
  const own = { window, pool, start, end, taken, ceiling: Math.max(capacity ?? ceiling, taken) };
  const count = of === undefined ? own : { ...own, of };
  if (index < 0) some.push(count);
  else some[index] = count;
  ledger.isPresent &&= isOfNow(count, ledger);
  ledger.touched = true;
}
