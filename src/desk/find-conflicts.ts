import { type Booking, isToCome } from "../booking/booking.js";
import { type Conflict, listConflicts } from "../booking/conflict.js";
import { asOf } from "../booking/lapse.js";
import { type DayKey, emptyScope } from "../booking/records.js";
import type { Calendar } from "../office/calendar.js";
import { addDays } from "../office/local-date.js";
import type { DeskContext } from "./desk-settings.js";

/** No office lets people book further ahead. */
const furthestDay = 366;

/** Reads the ledgers of all coming days, and the bookings of those on which places are taken or waited for. */
export async function findConflicts(
  calendar: Calendar,
  { store, now }: DeskContext,
  findAll: (day: DayKey) => Promise<readonly Booking[]>,
): Promise<readonly Conflict[]> {
  const at = now();
  const today = calendar.dateAt(at);
  const officeId = calendar.office.id;
  const days = Array.from({ length: furthestDay + 1 }, (_, ahead) => ({
    officeId,
    date: addDays(today, ahead),
  }));
  const ledgers = await store.read({ ...emptyScope(at), days });
  const asked = ledgers.days.filter(
    ({ counts, joined = 0 }) => joined > 0 || counts.some(({ taken }) => taken > 0),
  );
  const wanted = new Set(asked.map(({ date }) => date));
  const conflicts: Conflict[] = [];
  for (const { date } of days.filter((day) => wanted.has(day.date))) {
    const bookings = (await findAll({ officeId, date })).map((booking) => asOf(booking, at));
    conflicts.push(...listConflicts(calendar, date, bookings).filter(({ booking }) => isToCome(booking, at)));
  }
  return conflicts;
}
