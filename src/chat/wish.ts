import type { Alternative } from "../allocation/alternatives.js";
import type { Booking } from "../booking/booking.js";
import type { Desk } from "../desk/desk.js";
import type { TimeOfDay } from "../message/dates/time-of-day.js";
import { minutesOf } from "../office/opening-hours.js";
import { slotsWithRoom } from "./next-days.js";

/** A time of day that was said, `HH:MM` in the office's local time. */
export type SaidTime = Pick<TimeOfDay, "from" | "to">;

/** A time that was said and could not be had: what was given is at another, and these are free as well. */
export interface MissedTime {
  readonly said: SaidTime;
  readonly others: readonly Alternative[];
}

const daysLookedAt = 15;
const windowsNamed = 2;

/** By what windows are chosen: the time that was said, where it is one of the day's. */
export function preferring(said: SaidTime | undefined): { readonly prefer?: string } {
  return said === undefined || said.from === "24:00" ? {} : { prefer: said.from };
}

/** `undefined` where no time was said, or the window is at that time. */
export async function missedTime(
  desk: Pick<Desk, "availability">,
  said: SaidTime | undefined,
  booking: Booking,
): Promise<MissedTime | undefined> {
  if (said === undefined || isAt(booking, said)) return undefined;
  const { officeId, date } = booking;
  const [today, ...later] = await desk.availability({ officeId, from: date, days: daysLookedAt });
  const distance = ({ window }: { readonly window: string }) =>
    Math.abs(minutesOf(window.slice(0, 5)) - minutesOf(said.from));
  const nearest = (day: typeof today) =>
    (day === undefined ? [] : slotsWithRoom(day))
      .toSorted((one, other) => distance(one) - distance(other))
      .map(({ window, until }) => ({ officeId, date: day?.date ?? date, window, until }));
  const sameDay = nearest(today).filter(({ window }) => window !== booking.window);
  const otherDay = later.flatMap((day) => nearest(day)[0] ?? []).slice(0, 1);
  return { said, others: [...sameDay.slice(0, windowsNamed), ...otherDay] };
}

/** A moment lies in the window; of a span it is enough that they have something in common. */
function isAt({ window, until }: Booking, { from, to }: SaidTime): boolean {
  const start = window.slice(0, 5);
  const end = until > start ? until : "24:00";
  return to === undefined ? start <= from && from < end : start < to && end > from;
}
