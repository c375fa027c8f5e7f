import { inOrderOfArrival } from "../booking/arrival.js";
import { type Booking, isToCome } from "../booking/booking.js";
import { dayKind } from "../booking/kinds.js";
import { needDays } from "../booking/needs.js";
import { type DayKey, dayName } from "../booking/records.js";
import { type Conflict, listConflicts } from "../booking/rules/conflict.js";
import { asOf } from "../booking/rules/due.js";
import type { Calendar } from "../office/calendar.js";
import { keep } from "../office/keep.js";
import { addDays } from "../office/local-date.js";
import { recordsOf } from "../store/scope.js";
import type { DeskContext } from "./desk-context.js";
import type { Parts } from "./parts.js";
import { type Reader, readApart, readTime } from "./reader.js";

/** No office lets people book further ahead. */
const furthestDay = 366;

/**
 * Reads the ledgers of all coming days, and the bookings of those on which places are taken or waited for. A day that can't
 * be read is a part that failed. Who came first stands first, whatever the day.
 */
export async function findConflicts(
  calendar: Calendar,
  context: DeskContext,
  read: Reader,
  findAll: (day: DayKey) => Promise<readonly Booking[]>,
  parts: Parts,
): Promise<readonly Conflict[]> {
  const at = await readTime(read, context);
  const today = calendar.dateAt(at);
  const officeId = calendar.office.id;
  // A night that began yesterday may still be on.
  const days = Array.from({ length: furthestDay + 2 }, (_, ahead) => ({
    officeId,
    date: addDays(today, ahead - 1),
  }));
  const found = await readApart(
    days,
    (some) => read([needDays(some)]),
    (day, error) => parts.failed(dayName(day), error),
  );
  const ledgers = found.flatMap(([, { records }]) => recordsOf(records, dayKind));
  const asked = ledgers.filter(
    ({ counts, joined = 0 }) => joined > 0 || counts.some(({ taken }) => taken > 0),
  );
  const wanted = new Set(asked.map(({ date }) => date));
  const conflicts: Conflict[] = [];
  const find = async (date: string): Promise<readonly Booking[]> => {
    const [all = []] = await parts.attempt(dayName({ officeId, date }), () => findAll({ officeId, date }));
    return all.map((booking) => asOf(booking, at));
  };
  const findOnce = keep(3, find);
  for (const { date } of days.filter((day) => wanted.has(day.date))) {
    const around = calendar.datesAround(date).filter((other) => wanted.has(other));
    const bookings = (await Promise.all(around.map(findOnce))).flat();
    conflicts.push(...listConflicts(calendar, date, bookings).filter(({ booking }) => isToCome(booking, at)));
  }
  return conflicts.sort((a, b) => inOrderOfArrival(a.booking, b.booking));
}
