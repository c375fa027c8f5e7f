import { bookingWindow } from "../allocation/booking-window.js";
import { comingSlots } from "../allocation/open-slots.js";
import type { Batch } from "../booking/batch.js";
import type { Calendar } from "../office/calendar.js";

export interface SlotAvailability {
  readonly window: string;
  readonly until: string;
  /** Epoch milliseconds. */
  readonly start: number;
  readonly end: number;
  /** By pool. */
  readonly placesLeft: Readonly<Record<string, number>>;
}

export type DayAvailability =
  /** Windows that have not begun; those without places left are listed too. */
  | { readonly kind: "open"; readonly date: string; readonly slots: readonly SlotAvailability[] }
  | { readonly kind: "closed"; readonly date: string; readonly reason?: string }
  | { readonly kind: "outside-booking-window"; readonly date: string };

/** How a date stands in the records of a batch. */
export function availabilityOf(calendar: Calendar, date: string, batch: Batch): DayAvailability {
  const { from, until } = bookingWindow(calendar, batch.now);
  if (date < from || date > until) return { kind: "outside-booking-window", date };
  const day = calendar.day(date);
  if (day.kind === "closed") return { ...day, date };
  const key = { officeId: calendar.office.id, date };
  const slots = comingSlots(calendar, date, batch.now).map(({ window, until, start, end, capacity }) => {
    const left = Object.entries(capacity).map(([pool, places]) => [
      pool,
      Math.max(0, places - batch.taken(key, window, pool)),
    ]);
    return { window, until, start, end, placesLeft: Object.fromEntries(left) };
  });
  return { kind: "open", date, slots };
}
