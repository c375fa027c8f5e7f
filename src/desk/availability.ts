import { bookingWindow, comingSlots, openPools } from "../allocation/free-slots.js";
import type { Grounds } from "../booking/grounds.js";
import { needDays, needWaiting } from "../booking/needs.js";
import { firstWaiters } from "../booking/rules/waiting.js";
import type { Calendar } from "../office/calendar.js";
import { addDays, isLocalDate } from "../office/local-date.js";
import type { SlotPool } from "../office/slot-pool.js";
import type { DeskContext } from "./desk-context.js";
import { type Reader, readApart, readView } from "./reader.js";

export interface SlotAvailability {
  readonly window: string;
  readonly until: string;
  /** Epoch milliseconds. */
  readonly start: number;
  readonly end: number;
  /** How many places there are by pool, and how many may be booked: more where the office overbooks. */
  readonly capacity: Readonly<Record<string, number>>;
  readonly bookable: Readonly<Record<string, number>>;
  /** How many places people who ask for a pool may still be given now: its own and those that have opened to it. */
  readonly placesLeft: Readonly<Record<string, number>>;
}

/** What a date of an office has left, as one snapshot without locks. */
export type DayAvailability =
  /** Windows that may still be asked for; those without places left are listed too. */
  | {
      readonly kind: "open";
      readonly date: string;
      readonly slots: readonly SlotAvailability[];
      /** Requests are taken again from then on, epoch milliseconds, as it is outside the office's intake hours now. */
      readonly opensAt?: number;
      /** Why an exceptional day has other hours. */
      readonly reason?: string;
    }
  | { readonly kind: "closed"; readonly date: string; readonly reason?: string }
  | { readonly kind: "outside-booking-window"; readonly date: string };

/** How dates of an office stand; one that can't be read is left out. */
export async function findAvailability(
  calendar: Calendar,
  dates: readonly string[],
  read: Reader,
  context: DeskContext,
): Promise<readonly DayAvailability[]> {
  const officeId = calendar.office.id;
  const keyOf = (date: string) => ({ officeId, date });
  const views = await readApart(dates, (some) => {
    const days = some.flatMap(calendar.datesAround).map(keyOf);
    return readView(read, [needDays(days), needWaiting(firstWaiters)], context);
  });
  return views.flatMap(([some, view]) => some.map((date) => availabilityOf(calendar, date, view)));
}

function availabilityOf(
  calendar: Calendar,
  date: string,
  { now, ledgers }: Pick<Grounds, "now" | "ledgers">,
): DayAvailability {
  const { from, until } = bookingWindow(calendar, now);
  if (date < from || date > until) return { kind: "outside-booking-window", date };
  const day = calendar.day(date);
  if (day.kind === "closed") return { ...day, date };
  const key = { officeId: calendar.office.id, date };
  const slots = comingSlots(calendar, date, now).map((slot) => {
    const { window, until, start, end, pools } = slot;
    const left = (pool: string) =>
      Math.max(0, (pools.get(pool)?.bookable ?? 0) - ledgers.taken(key, slot, pool));
    const byPool = (count: (pool: SlotPool, name: string) => number) =>
      Object.fromEntries([...pools].map(([name, pool]) => [name, count(pool, name)]));
    return {
      window,
      until,
      start,
      end,
      capacity: byPool(({ capacity }) => capacity),
      bookable: byPool(({ bookable }) => bookable),
      placesLeft: byPool((_, name) => openPools(slot, name, now).reduce((sum, pool) => sum + left(pool), 0)),
    };
  });
  const opensAt = calendar.intakeFrom(now);
  return {
    kind: "open",
    date,
    slots,
    ...(opensAt > now && { opensAt }),
    ...(day.reason !== undefined && { reason: day.reason }),
  };
}

/**
 * So many dates from one on.
 * @throws RangeError where that is no year of them, or leads beyond the year 9999.
 */
export function datesFrom(first: string, days: number): readonly string[] {
  if (!Number.isInteger(days) || days < 1 || days > 366)
    throw new RangeError(`Expected 1 to 366 days, found ${days}.`);
  const dates = Array.from({ length: days }, (_, index) => addDays(first, index));
  if (!dates.every(isLocalDate))
    throw new RangeError(`Expected dates up to 9999-12-31, found ${days} days from ${first}.`);
  return dates;
}
