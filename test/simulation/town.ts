import type { OfficeConfig, OfficeRules } from "giliran";
import type { Lot } from "./lot.js";

/** An office whose hours are the same every day, in a zone whose clocks never change: simple to reckon with. What is not fixed a change of config changes. */
export interface TownOffice {
  readonly id: string;
  readonly zone: Zone;
  /** The local hour at which it opens. */
  readonly opensAt: number;
  hoursOpen: number;
  slotMinutes: number;
  readonly rules: OfficeRules;
  /** Places by pool; without places there is no pool of that name. */
  general: number;
  priority: number;
  /** How long before a window the priority places are for everybody. */
  readonly opensMinutesBefore: number;
  readonly closures: Map<string, string>;
}

interface Zone {
  readonly name: string;
  readonly offset: string;
  readonly hours: number;
}

const zones = [
  { name: "Asia/Jakarta", offset: "+07:00", hours: 7 },
  { name: "Asia/Jayapura", offset: "+09:00", hours: 9 },
] as const;

export const minute = 60_000;
export const hour: number = 60 * minute;
export const day: number = 24 * hour;

/** Offices of a few places, so that they are fought over; no two have the same rules. */
export function drawOffices(lot: Lot, count: number): readonly TownOffice[] {
  return Array.from({ length: count }, (_, index) => ({
    id: `office-${index}`,
    zone: lot.pick<Zone>(zones),
    ...lot.pick([
      { opensAt: 8, hoursOpen: 2 },
      { opensAt: 8, hoursOpen: 1 },
      { opensAt: 13, hoursOpen: 1 },
    ]),
    slotMinutes: 60,
    rules: drawRules(lot),
    general: lot.pick([1, 1, 2]),
    priority: lot.pick([0, 0, 1]),
    opensMinutesBefore: 180,
    closures: new Map<string, string>(),
  }));
}

function drawRules(lot: Lot): OfficeRules {
  return {
    holdMinutes: lot.pick([10, 30, 120]),
    longestHoldMinutes: lot.pick([130, 240]),
    opensDaysBefore: 1 + lot.below(2),
    noticeMinutes: lot.pick([0, 0, 45]),
    largestParty: lot.pick([2, 100]),
    bookingsPerPerson: lot.pick([1, 1, 2]),
    bookingsPerSender: lot.pick([2, 3, 5]),
    arriveEarlyMinutes: 0,
    graceMinutes: 0,
    cancelNoticeMinutes: lot.pick([0, 0, 120]),
    reschedules: lot.pick([1, 3]),
    rescheduleNoticeMinutes: lot.pick([0, 60]),
    coolingMinutes: lot.pick([
      [0, 0],
      [0, 0],
      [5, 40],
      [20, 20],
    ] as const),
    longestWaitingList: lot.pick([3, 200]),
    offerMinutes: lot.pick([15, 60]),
    reminderMinutes: lot.pick([[], [1440, 60]]),
    holdReminderMinutes: lot.pick([0, 5]),
  };
}

export function configOf(office: TownOffice): OfficeConfig {
  const {
    id,
    zone,
    slotMinutes,
    general,
    priority,
    opensMinutesBefore: minutesBefore,
    closures,
    rules,
  } = office;
  const hours = [`${clock(office.opensAt * 60)}-${clock((office.opensAt + office.hoursOpen) * 60)}`];
  const opening = { places: priority, opensTo: "general", minutesBefore };
  return {
    id,
    name: id,
    timeZone: zone.name,
    hours: { sun: hours, mon: hours, tue: hours, wed: hours, thu: hours, fri: hours, sat: hours },
    slotMinutes,
    capacity: { general, ...(priority > 0 && { priority: opening }) },
    closures: Object.fromEntries(closures),
    rules,
  };
}

/** One thing of an office becomes another, and its windows, pools or closures with it. */
export function change(lot: Lot, office: TownOffice, now: number): void {
  const [closed] = office.closures.keys();
  const changes: readonly [() => unknown, ...(() => unknown)[]] = [
    () => office.closures.set(dateAt(office, now + (1 + lot.below(3)) * day), "inventory"),
    () => closed !== undefined && office.closures.delete(closed),
    () => Object.assign(office, { general: 1 + lot.below(3) }),
    () => Object.assign(office, { priority: 1 - Math.min(1, office.priority) }),
    () => Object.assign(office, { slotMinutes: 90 - office.slotMinutes }),
    () => Object.assign(office, { hoursOpen: 3 - office.hoursOpen }),
  ];
  lot.pick(changes)();
}

/** Local starts of its windows. */
export function windowsOf({ opensAt, hoursOpen, slotMinutes }: TownOffice): readonly string[] {
  const count = (hoursOpen * 60) / slotMinutes;
  return Array.from({ length: count }, (_, index) => clock(opensAt * 60 + index * slotMinutes));
}

function clock(minutes: number): string {
  return [Math.floor(minutes / 60), minutes % 60].map((part) => String(part).padStart(2, "0")).join(":");
}

export function dateAt({ zone }: TownOffice, instant: number): string {
  return new Date(instant + zone.hours * hour).toISOString().slice(0, 10);
}

/** When a window begins, epoch milliseconds. */
export function startOf({ zone }: TownOffice, date: string, window: string): number {
  return Date.parse(`${date}T${window}${zone.offset}`);
}

/** The pool in which places count that were given in a pool. */
export function poolNow({ priority }: TownOffice, pool: string): string {
  return priority > 0 ? pool : "general";
}

/** How many places a window of a date has in a pool, by the present config. */
export function placesOf(office: TownOffice, date: string, window: string, pool: string): number {
  if (office.closures.has(date) || !windowsOf(office).includes(window)) return 0;
  return pool === "general" ? office.general : office.priority;
}
