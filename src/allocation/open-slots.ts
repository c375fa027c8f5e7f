import type { Calendar, Slot } from "../office/calendar.js";
import type { OpenSlot } from "./policies.js";

/** What a party needs, and how the days stand. */
export interface SlotQuery {
  readonly date: string;
  readonly pool: string;
  readonly places: number;
  /** Windows that have begun are not offered. Epoch milliseconds. */
  readonly now: number;
  /** How many places of a date's slot and pool are taken. */
  readonly taken: (date: string, window: string, pool: string) => number;
}

/** The slots of the date that have room for the party. */
export function openSlots(calendar: Calendar, { date, pool, places, now, taken }: SlotQuery): OpenSlot[] {
  return comingSlots(calendar, date, now).flatMap(({ window, until, start, end, capacity }) => {
    const all = capacity[pool] ?? 0;
    const placesLeft = all - taken(date, window, pool);
    return placesLeft < places ? [] : [{ window, until, start, end, places: all, placesLeft }];
  });
}

/** The slots of a date that have not begun. */
export function comingSlots(calendar: Calendar, date: string, now: number): readonly Slot[] {
  const day = calendar.day(date);
  return day.kind === "open" ? day.slots.filter((slot) => slot.start > now) : [];
}
