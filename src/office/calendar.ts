import { DateTime } from "luxon";
import { keep } from "./keep.js";
import { addDays } from "./local-date.js";
import { instantAt, offsetAt, spanAt } from "./local-time.js";
import type { Office, PoolCapacities } from "./office.js";
import { largestParties, type SlotPools, slotPools } from "./slot-pool.js";

/** One arrival window of an office on a date. `start` and `end` are epoch milliseconds, half open. */
export interface Slot {
  /** The key: local start `08:30`; the second pass of an hour that the clocks repeat has `01:30+1`. */
  readonly window: string;
  /** Local end, `09:00`; at midnight `24:00`. */
  readonly until: string;
  readonly start: number;
  readonly end: number;
  readonly pools: SlotPools;
}

export type OfficeDay =
  | {
      readonly kind: "open";
      readonly slots: readonly Slot[];
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
  /** When a date may first be booked. */
  readonly opensAt: (date: string) => number;
  /** From when on requests are taken, at an instant or after it: the instant itself within the intake hours. */
  readonly intakeFrom: (instant: number) => number;
}

const minute = 60_000;
const dayMs = 86_400_000;
const weekdays = ["sun", "mon", "tue", "wed", "thu", "fri", "sat"] as const;
/** Two years of days; who asks for more starts over. */
const keptDays = 800;

export function createCalendar(office: Office): Calendar {
  const { timeZone, overbooking, rules } = office;
  const poolsOf = keep(keptDays, (capacity: PoolCapacities) => slotPools(capacity, overbooking));
  // Not kept for the whole day: where clocks go back over midnight a date comes twice.
  const dateIn = keep(8, (minutes: number) =>
    DateTime.fromMillis(minutes * minute, { zone: timeZone }).toFormat("yyyy-MM-dd"),
  );
  const dateAt = (instant: number) => dateIn(Math.floor(instant / minute));
  const intakeOn = keep(keptDays, (date: string) =>
    (rules.intakeHours ?? []).map((span) => spanAt(date, span, timeZone)),
  );
  const ofDays = Object.values(office.days).map(({ capacity }) => capacity);
  const capacities = [office.capacity, ...Object.values(office.windowCapacity), ...ofDays];
  return {
    office,
    largest: largestParties(capacities.filter((capacity) => capacity !== undefined).map(poolsOf)),
    day: keep(keptDays, (date: string) => computeDay(office, date, poolsOf)),
    dateAt,
    opensAt: keep(keptDays, (date: string) =>
      instantAt(addDays(date, -rules.opensDaysBefore), rules.releaseTime ?? "00:00", timeZone),
    ),
    intakeFrom(instant) {
      if (rules.intakeHours === undefined) return instant;
      const today = dateAt(instant);
      const spans = [...intakeOn(today), ...intakeOn(addDays(today, 1)), ...intakeOn(addDays(today, 2))];
      const next = spans.find(({ from, to }) => instant < to && from < to);
      return Math.max(instant, next?.from ?? instant);
    },
  };
}

function computeDay(
  office: Office,
  date: string,
  poolsOf: (capacity: PoolCapacities) => SlotPools,
): OfficeDay {
  const closure = office.closures[date];
  if (closure !== undefined) return { kind: "closed", reason: closure };
  const weekday = weekdays[new Date(`${date}T00:00Z`).getUTCDay()];
  const exceptional = office.days[date];
  const { hours, slotMinutes = office.slotMinutes } = exceptional ?? {
    hours: (weekday && office.hours[weekday]) ?? [],
  };
  const slots = hours.flatMap((span) =>
    windowsOf(span, date, slotMinutes * minute, office.timeZone).map((window) => {
      const own = office.windowCapacity[window.window.slice(0, 5)];
      return { ...window, pools: poolsOf(exceptional?.capacity ?? own ?? office.capacity) };
    }),
  );
  if (slots.length === 0) return { kind: "closed" };
  const largest = largestParties(slots.map(({ pools }) => pools));
  const reason = exceptional?.reason;
  return { kind: "open", slots, largest, ...(reason !== undefined && { reason }) };
}

/**
 * Windows are laid in real time from the opening on, so that where the clocks change inside opening hours a
 * missing hour has no window and a repeated one has its windows twice.
 */
function windowsOf(span: string, date: string, length: number, zone: string): Omit<Slot, "pools">[] {
  const { from, to } = spanAt(date, span, zone);
  const offset = offsetAt(from, zone);
  const isSteady = offsetAt(from - dayMs, zone) === offset && offsetAt(to, zone) === offset;
  const shown = (instant: number) => new Date(instant + offset * minute).toISOString();
  const windows: Omit<Slot, "pools">[] = [];
  for (let start = from; start + length <= to; start += length) {
    const end = start + length;
    windows.push({
      // To ask the zone costs as much as a booking, so it is asked for each window only where the clocks change.
      window: isSteady ? shown(start).slice(11, 16) : windowKey(start, zone),
      until: isSteady ? untilOf(shown(end), date) : untilOf(localTime(end, zone), date),
      start,
      end,
    });
  }
  return windows;
}

/** What the clock shows, and whether it showed that before: so no two windows of a day have one key. */
function windowKey(start: number, zone: string): string {
  const isSecondPass = DateTime.fromMillis(start, { zone }).getPossibleOffsets()[0]?.toMillis() !== start;
  return `${localTime(start, zone).slice(11, 16)}${isSecondPass ? "+1" : ""}`;
}

function untilOf(end: string, date: string): string {
  return end.startsWith(date) ? end.slice(11, 16) : "24:00";
}

function localTime(instant: number, zone: string): string {
  return DateTime.fromMillis(instant, { zone }).toFormat("yyyy-MM-dd'T'HH:mm");
}
