import type { Overbooking } from "./overbooking.js";

export type Weekday = "mon" | "tue" | "wed" | "thu" | "fri" | "sat" | "sun";

/** What `defineOffice` takes: plain JSON. Times are local (`HH:MM`), dates are `YYYY-MM-DD` in the office's zone. */
export interface OfficeConfig {
  /** Stands in every record and never changes: 1 to 64 of `a-z 0-9 -`. */
  readonly id: string;
  readonly name: string;
  readonly address?: string;
  /** IANA name, `Asia/Jakarta`. */
  readonly timeZone: string;
  /**
   * Opening hours by weekday, `["08:00-12:00", "13:00-15:00"]`, in order and without overlap; may end at `24:00`, or on the
   * next date, `["22:00-02:00"]`: what begins after midnight is still of the date on which the night began.
   */
  readonly hours: Readonly<Partial<Record<Weekday, readonly string[]>>>;
  /** Length of an arrival window, 1 to 1440. */
  readonly slotMinutes: number;
  /** Places of each slot. */
  readonly capacity: CapacityConfig;
  /** Places of single windows by their local start, `{ "08:00": 24 }`, instead of `capacity`; after midnight `24:30`. */
  readonly windowCapacity?: Readonly<Record<string, CapacityConfig>>;
  /** Pools that there were, by the pool that they became: who has a place of the one has one of the other now. */
  readonly formerPools?: Readonly<Record<string, string>>;
  /**
   * Dates without service, with the reason that people are told: `2017-08-17`, `12-25` of every year, from one to another
   * `2017-12-24..2018-01-02` or `12-24..01-02`, `first mon` to `last mon` of every month.
   */
  readonly closures?: Readonly<Record<string, string>>;
  /** Dates with other hours than their weekday. */
  readonly days?: Readonly<Record<string, ExceptionalDayConfig>>;
  /** Nobody is served here any more: every date is closed, and what is booked is to be resolved, and counts no more. */
  readonly closed?: true;
  /** Offices of one group are named in each other's refusals: 1 to 64 of `a-z 0-9 -`. */
  readonly group?: string;
  /** Takes more bookings than places, counted for each slot and pool by itself. */
  readonly overbooking?: Overbooking;
  readonly rules?: Partial<OfficeRules>;
}

/** Places, 1 to 10000; a number is the pool `general`. */
export type CapacityConfig = number | PoolCapacities;
/** Places by the pool's name. */
export type PoolCapacities = Readonly<Record<string, number | OpeningPool>>;

/** A pool whose places others may take too when the window is near. */
export interface OpeningPool {
  readonly places: number;
  /** Another pool of the same slots. */
  readonly opensTo: string;
  /** How long before the window it opens, 1 to 527040. */
  readonly minutesBefore: number;
}

export interface ExceptionalDayConfig {
  readonly hours: readonly string[];
  /** Places of every slot of the date, instead of `capacity` and `windowCapacity`. */
  readonly capacity?: CapacityConfig;
  readonly slotMinutes?: number;
  /** Stands in the date's availability. */
  readonly reason?: string;
}

export interface OfficeRules {
  /** How long a place is kept for a code that was not sent back, 1 to 10080; default 30. */
  readonly holdMinutes: number;
  /** How many days ahead a date may be booked, 0 to 366; default 14. */
  readonly opensDaysBefore: number;
  /** Local time at which the newest date opens; default midnight. */
  readonly releaseTime?: string;
  /** How long before a window it is last given, 0 to 527040; default 0. */
  readonly noticeMinutes: number;
  /** Whether `noticeMinutes` count at all times or while the office is open; default `always`. */
  readonly noticeCounts?: "always" | "open-hours";
  /** Local hours of every day in which requests are taken, `["07:30-10:00"]`, also over midnight; default always. */
  readonly intakeHours?: readonly string[];
  /** Local hours in which nobody is told anything and no offer runs out, `21:00-07:00`, also over midnight; default none. */
  readonly quietHours?: string;
  /** How many people one booking may have, 1 to 100; default 100. */
  readonly largestParty: number;
  /** Live bookings that one person may have, over all offices of the desk; default 1. */
  readonly bookingsPerPerson: number;
  /** How many visits a person may have so many days before and after another, over all offices; default any. */
  readonly visitsPerPerson?: VisitLimit;
  /** After so many visits in so many days to which they did not come people book nothing for a while; default never. */
  readonly noShows?: NoShowLimit;
  /** Live bookings that one sender may have, over all offices of the desk; default 5. */
  readonly bookingsPerSender: number;
  /** How long before the window people are asked to be there; default 0. */
  readonly arriveEarlyMinutes: number;
  /** How long after the window people are still let in, 0 to 1440; default 0. */
  readonly graceMinutes: number;
  /** How long a hold or an offer may be extended to in all, 1 to 10080; default `holdMinutes` or `offerMinutes`, not at all. */
  readonly longestHoldMinutes?: number;
  /** How long before the window people may last cancel a confirmed booking, 0 to 527040; default 0. */
  readonly cancelNoticeMinutes: number;
  /** How often people may move a confirmed booking, 0 to 1000; default 1. */
  readonly reschedules: number;
  /** How long before the window they may last do so, 0 to 527040; default 0. */
  readonly rescheduleNoticeMinutes: number;
  /** A freed place comes back after a random time between these two, 0 to 10080; default none, at once. */
  readonly coolingMinutes: readonly [least: number, most: number];
  /** How many parties may wait for a full day, 0 to 1000; default 200. */
  readonly longestWaitingList: number;
  /** How long a place that came free is kept for who waits, 1 to 10080; default 30. */
  readonly offerMinutes: number;
  /** How long before people should be there they are reminded, `[1440, 60]`, up to 5; default never. */
  readonly reminderMinutes: readonly number[];
  /** Reminders at a local time so many days before the visit, `[{ daysBefore: 1, at: "18:00" }]`, up to 5; default none. */
  readonly reminderTimes?: readonly ReminderTime[];
  /** How long before a hold lapses people are told, 0 to 10080; default 0, never. */
  readonly holdReminderMinutes: number;
}

export interface ReminderTime {
  /** 0 to 366; 0 is the date of the visit. */
  readonly daysBefore: number;
  /** Local time, `18:00`. */
  readonly at: string;
}

export interface VisitLimit {
  /** 1 to 1000. */
  readonly most: number;
  /** 1 to 366. */
  readonly withinDays: number;
}

export interface NoShowLimit extends VisitLimit {
  /** Counted from the last of them, 1 to 366. */
  readonly pauseDays: number;
}

/** A checked and frozen config, with its defaults filled in and every capacity by pool. */
export interface Office {
  readonly id: string;
  readonly name: string;
  readonly address?: string;
  readonly timeZone: string;
  readonly hours: Readonly<Partial<Record<Weekday, readonly string[]>>>;
  readonly slotMinutes: number;
  readonly capacity: PoolCapacities;
  readonly windowCapacity: Readonly<Record<string, PoolCapacities>>;
  readonly formerPools: Readonly<Record<string, string>>;
  readonly closures: Readonly<Record<string, string>>;
  readonly days: Readonly<Record<string, ExceptionalDay>>;
  readonly closed?: true;
  readonly group?: string;
  readonly overbooking?: Overbooking;
  readonly rules: OfficeRules;
}

/** A checked exceptional day; what it lacks is as on other days. */
export interface ExceptionalDay {
  readonly hours: readonly string[];
  readonly capacity?: PoolCapacities;
  readonly slotMinutes?: number;
  readonly reason?: string;
}
