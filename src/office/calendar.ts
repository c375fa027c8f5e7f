import { minute, day as wholeDay } from "../input/instant.js";
import { type IsClosed, readClosure } from "./closures.js";
import { keep } from "./keep.js";
import { addDays, isLocalDate } from "./local-date.js";
import { clockAt, instantAt, offsetAt, spanAt } from "./local-time.js";
import { type DatedSlot, sharedTimes } from "./nights.js";
import type { Office, PoolCapacities } from "./office.js";
import { isOverMidnight } from "./opening-hours.js";
import { largestParties, poolIn, type SlotPools, slotPools } from "./slot-pool.js";
import { keptDays, passBefore, passIn, type Span } from "./time-in-spans.js";
import { type Slot, windowsOf } from "./windows.js";

export type { Slot } from "./windows.js";

/** Whether two spans of time have an instant in common; both are half open. */
export function overlaps(a: Pick<Slot, "start" | "end">, b: Pick<Slot, "start" | "end">): boolean {
  return a.start < b.end && b.start < a.end;
}

/** Whether places that were given for a time and of a pool count in a pool of the slot, whatever the config was then. */
export function countsIn(
  slot: Slot,
  pool: string,
  office: Office,
  given: Pick<Slot, "start" | "end"> & { readonly pool: string },
): boolean {
  return overlaps(given, slot) && poolIn(slot.pools, office, given.pool) === pool;
}

/** The pool that a request for a pool means: what it became, where there is none of that name any more. */
export function presentPool({ office, largest }: Calendar, pool: string): string {
  return largest.has(pool) ? pool : (office.formerPools[pool] ?? pool);
}

export type OfficeDay =
  | {
      readonly kind: "open";
      readonly slots: readonly Slot[];
      readonly slotsByStart: ReadonlyMap<number, Slot>;
      /** The largest party that fits into an empty slot, by pool; a pool that no slot has is missing. */
      readonly largest: ReadonlyMap<string, number>;
      /** Why an exceptional day has other hours. */
      readonly reason?: string;
    }
  /** `reason` stands in the config; without one the office never opens on that weekday. */
  | { readonly kind: "closed"; readonly reason?: string };

export interface Calendar {
  readonly office: Office;
  /** The largest party by pool that any slot of the office can take. */
  readonly largest: ReadonlyMap<string, number>;
  /** An office's day, computed once and kept. `date` is `YYYY-MM-DD` in the office's zone. */
  readonly day: (date: string) => OfficeDay;
  /** The date in the office's zone at an instant. */
  readonly dateAt: (instant: number) => string;
  /** Whether the office is ever open over midnight. */
  readonly hasNights: boolean;
  /** The first date that has windows at an instant or after it: in the small hours that of the night, while it lasts. */
  readonly firstDate: (instant: number) => string;
  /** The date, and where nights reach into the next those before and after it. */
  readonly datesAround: (date: string) => readonly string[];
  /** Windows of the dates before and after that share the time of a date's window, as nights may reach into them. */
  readonly alongside: (date: string, slot: Slot) => readonly DatedSlot[];
  /** The newest date that opens on a date, at the office's release time. */
  readonly newestOn: (date: string) => string;
  /** When a date may first be booked. */
  readonly opensAt: (date: string) => number;
  /** The latest instant that is too near to be given at an instant: the office's notice, counted as it says. */
  readonly noticeFrom: (instant: number) => number;
  /** The last instant at which something that begins then may still be given or asked for. */
  readonly noticeUntil: (start: number) => number;
  /** From when on requests are taken, at an instant or after it: the instant itself within the intake hours. */
  readonly intakeFrom: (instant: number) => number;
  /**
   * When so many minutes have passed in which people can be expected to answer: outside the quiet hours, else within the
   * intake hours, else while the office is open.
   */
  readonly awakeAfter: (instant: number, minutes: number) => number;
  /** When people are reminded at a time of day of a visit on a date, whenever it is. */
  readonly remindersOf: (date: string) => readonly number[];
  /** The end of the quiet hours at an instant, or the instant itself outside them. */
  readonly quietUntil: (instant: number) => number;
  /** Their beginning, or the instant itself. */
  readonly quietFrom: (instant: number) => number;
}

const weekdays = ["sun", "mon", "tue", "wed", "thu", "fri", "sat"] as const;

/** An office's days, windows and opening times, each computed once it is asked for. */
export function createCalendar(office: Office): Calendar {
  const { timeZone, overbooking, rules } = office;
  const poolsOf = keep(keptDays, (capacity: PoolCapacities) => slotPools(capacity, overbooking));
  // Not kept for the whole day: where clocks go back over midnight a date comes twice.
  const dateIn = keep(8, (minutes: number) =>
    clockAt(minutes * minute, offsetAt(minutes * minute, timeZone)).slice(0, 10),
  );
  const dateAt = (instant: number) => dateIn(Math.floor(instant / minute));
  const intakeOn = keep(keptDays, (date: string) =>
    (rules.intakeHours ?? []).map((span) => spanAt(date, span, timeZone)),
  );
  const recurring = Object.entries(office.closures).flatMap(([dates, reason]): readonly Closure[] => {
    const isClosed = isLocalDate(dates) ? undefined : readClosure(dates);
    return isClosed === undefined ? [] : [{ isClosed, reason }];
  });
  const day = keep(keptDays, (date: string) => computeDay(office, date, recurring, poolsOf));
  const spans = [...Object.values(office.hours), ...Object.values(office.days).map(({ hours }) => hours)];
  const hasNights = spans.some((hours) => hours.some(isOverMidnight));
  const shared = keep(keptDays, (date: string) => sharedTimes(date, (other) => slotsOf(day(other))));
  const quietAt = (instant: number) => {
    const date = dateAt(instant);
    const around = [...quietOn(office, addDays(date, -1)), ...quietOn(office, date)];
    return around.find(({ from, to }) => from <= instant && instant < to);
  };
  const openOn = (date: string): readonly Span[] =>
    slotsOf(day(date)).map(({ start, end }) => ({ from: start, to: end }));
  /** In their order, and none twice. */
  const awakeOn = (date: string): readonly Span[] => {
    if (rules.quietHours !== undefined) {
      const [today, next] = [quietOn(office, date), quietOn(office, addDays(date, 1))].flat();
      return today === undefined || next === undefined ? [] : [{ from: today.to, to: next.from }];
    }
    return rules.intakeHours === undefined ? openOn(date) : intakeOn(date);
  };
  const notice = rules.noticeMinutes * minute;
  const countsOpen = rules.noticeCounts === "open-hours" && notice > 0;
  const openAfter = keep(8, (instant: number) =>
    passIn(openOn, addDays(dateAt(instant), -1), instant, notice),
  );
  const noticeFrom = (instant: number) => (countsOpen ? openAfter(instant) : instant + notice);
  const ofDays = Object.values(office.days).map(({ capacity }) => capacity);
  const capacities = [office.capacity, ...Object.values(office.windowCapacity), ...ofDays];
  return {
    office,
    largest: largestParties(capacities.filter((capacity) => capacity !== undefined).map(poolsOf)),
    day,
    dateAt,
    hasNights,
    firstDate(instant) {
      const today = dateAt(instant);
      if (!hasNights) return today;
      const yesterday = addDays(today, -1);
      const last = slotsOf(day(yesterday)).at(-1);
      return last !== undefined && last.end > instant ? yesterday : today;
    },
    datesAround: (date) => (hasNights ? [date, addDays(date, -1), addDays(date, 1)] : [date]),
    alongside: (date, slot) => (hasNights ? shared(date).get(slot.start) : undefined) ?? none,
    newestOn: keep(8, (date: string) => addDays(date, rules.opensDaysBefore)),
    opensAt: keep(keptDays, (date: string) =>
      instantAt(addDays(date, -rules.opensDaysBefore), rules.releaseTime ?? "00:00", timeZone),
    ),
    intakeFrom(instant) {
      if (rules.intakeHours === undefined) return instant;
      const today = dateAt(instant);
      const spans = [-1, 0, 1, 2].flatMap((days) => intakeOn(addDays(today, days)));
      const next = spans.find(({ from, to }) => instant < to && from < to);
      return Math.max(instant, next?.from ?? instant);
    },
    noticeFrom,
    noticeUntil: (start) => (countsOpen ? passBefore(openOn, dateAt(start), start, notice) : start - notice),
    awakeAfter: (instant, minutes) =>
      passIn(awakeOn, addDays(dateAt(instant), -1), instant, minutes * minute),
    remindersOf: (date) =>
      (rules.reminderTimes ?? []).map(({ daysBefore, at }) =>
        instantAt(addDays(date, -daysBefore), at, timeZone),
      ),
    quietUntil: (instant) => quietAt(instant)?.to ?? instant,
    quietFrom: (instant) => quietAt(instant)?.from ?? instant,
  };
}

interface Closure {
  readonly isClosed: IsClosed;
  readonly reason: string;
}

/** The quiet hours that begin on a date; they may end on the next. */
function quietOn({ timeZone, rules }: Office, date: string): readonly Span[] {
  return rules.quietHours === undefined ? [] : [spanAt(date, rules.quietHours, timeZone)];
}

const none: readonly DatedSlot[] = [];

/** The slot of a day that begins at an instant. */
export function slotAt(day: OfficeDay, start: number): Slot | undefined {
  return day.kind === "open" ? day.slotsByStart.get(start) : undefined;
}

/** The windows of a day, none where it is closed. */
export function slotsOf(day: OfficeDay): readonly Slot[] {
  return day.kind === "open" ? day.slots : [];
}

function computeDay(
  office: Office,
  date: string,
  recurring: readonly Closure[],
  poolsOf: (capacity: PoolCapacities) => SlotPools,
): OfficeDay {
  if (office.closed === true) return { kind: "closed" };
  const exceptional = office.days[date];
  // A day of its own is meant more than what comes back every year.
  const closure =
    office.closures[date] ??
    (exceptional === undefined ? recurring.find(({ isClosed }) => isClosed(date))?.reason : undefined);
  if (closure !== undefined) return { kind: "closed", reason: closure };
  const weekday = weekdays[new Date(`${date}T00:00Z`).getUTCDay()];
  const { hours, slotMinutes = office.slotMinutes } = exceptional ?? {
    hours: (weekday && office.hours[weekday]) ?? [],
  };
  const slots = hours.flatMap((span) =>
    windowsOf(span, date, slotMinutes * minute, office.timeZone).map(({ window, until, start, end }) => {
      const own = office.windowCapacity[window.slice(0, 5)];
      return { window, until, start, end, pools: poolsOf(exceptional?.capacity ?? own ?? office.capacity) };
    }),
  );
  if (slots.length === 0) return { kind: "closed" };
  const largest = largestParties(slots.map(({ pools }) => pools));
  const reason = exceptional?.reason;
  const slotsByStart = new Map(slots.map((slot) => [slot.start, slot]));
  return { kind: "open", slots, slotsByStart, largest, ...(reason !== undefined && { reason }) };
}

/** The dates around which an office's clocks go back, in so many days from an instant on. */
export function listFoldDates({ office, dateAt }: Calendar, from: number, days: number): readonly string[] {
  const offset = (instant: number) => offsetAt(instant, office.timeZone);
  const dates: string[] = [];
  for (let at = from; at < from + days * wholeDay; at += wholeDay)
    if (offset(at + wholeDay) < offset(at)) dates.push(dateAt(at), dateAt(at + wholeDay));
  return dates;
}
