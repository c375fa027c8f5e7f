import type { Alternative } from "../allocation/alternatives.js";
import type { DayAvailability } from "../desk/availability.js";
import type { Desk } from "../desk/desk.js";
import { generalPool } from "../office/slot-pool.js";
import type { SlotRoom } from "./words.js";

const daysLookedAt = 14;
const daysNamed = 3;

/** The next days of an office with room, from a date on, for who asks for no pool, as people in a chat do. */
export async function listNextDays(
  desk: Desk,
  officeId: string,
  from: string,
): Promise<readonly Alternative[]> {
  const days = await desk.availability({ officeId, from, days: daysLookedAt });
  return days
    .flatMap((day) => {
      const slot = slotsWithRoom(day)[0];
      return slot === undefined ? [] : [{ officeId, date: day.date, window: slot.window, until: slot.until }];
    })
    .slice(0, daysNamed);
}

/** The windows of a day that have room, and how many places each has left. */
export function slotsWithRoom(day: DayAvailability): readonly SlotRoom[] {
  if (day.kind !== "open") return [];
  return day.slots
    .map(({ window, until, placesLeft }) => ({
      date: day.date,
      window,
      until,
      places: placesLeft[generalPool] ?? 0,
    }))
    .filter(({ places }) => places > 0);
}

/** An open day on which no window may be asked for any more is over or too near; it need not be full. */
export function asBookable(day: DayAvailability): DayAvailability {
  const isLate = day.kind === "open" && day.slots.length === 0;
  return isLate ? { kind: "outside-booking-window", date: day.date } : day;
}
