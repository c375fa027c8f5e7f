import { IANAZone } from "luxon";
import type { Calendar } from "./calendar.js";

const dayMs = 86_400_000;

/** The dates around which an office's clocks go back, in so many days from an instant on. */
export function listFoldDates({ office, dateAt }: Calendar, from: number, days: number): readonly string[] {
  const zone = IANAZone.create(office.timeZone);
  const dates: string[] = [];
  for (let at = from; at < from + days * dayMs; at += dayMs)
    if (zone.offset(at + dayMs) < zone.offset(at)) dates.push(dateAt(at), dateAt(at + dayMs));
  return dates;
}
