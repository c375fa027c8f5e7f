import { day } from "../../input/instant.js";
import type { Calendar } from "../../office/calendar.js";
import type { Booking, ConfirmedBooking } from "../booking.js";
import type { LimitRefusal } from "../outcomes.js";

/** Limits that look at what was: too many visits in a time, or too many to which the person did not come. */
export function refuseByVisits(
  visits: readonly ConfirmedBooking[],
  asked: {
    readonly calendar: Calendar;
    readonly date: string;
    readonly now: number;
    readonly givesWay: Booking | undefined;
  },
): LimitRefusal | undefined {
  const { visitsPerPerson, noShows } = asked.calendar.office.rules;
  if (visits.length === 0) return undefined;
  if (noShows !== undefined) {
    const absent = visits.filter(({ absentAt }) => absentAt !== undefined).map(({ start }) => start);
    const last = Math.max(...absent);
    const until = last + noShows.pauseDays * day;
    const counted = absent.filter((start) => start > last - noShows.withinDays * day);
    if (counted.length >= noShows.most && until > asked.now) return { kind: "paused", until };
  }
  if (visitsPerPerson === undefined) return undefined;
  const { most, withinDays } = visitsPerPerson;
  const isNear = (visit: Booking) =>
    visit !== asked.givesWay && Math.abs(Date.parse(visit.date) - Date.parse(asked.date)) < withinDays * day;
  return visits.filter(isNear).length < most ? undefined : { kind: "visit-limit", most, withinDays };
}
