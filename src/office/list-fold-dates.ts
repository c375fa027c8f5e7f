import type { Calendar } from "./calendar.js";
import { offsetAt } from "./local-time.js";

const dayMs = 86_400_000;

/** The dates around which an office's clocks go back, in so many days from an instant on. */
export function listFoldDates({ office, dateAt }: Calendar, from: number, days: number): readonly string[] {
  const offset = (instant: number) => offsetAt(instant, office.timeZone);
  const dates: string[] = [];
  for (let at = from; at < from + days * dayMs; at += dayMs)
    if (offset(at + dayMs) < offset(at)) dates.push(dateAt(at), dateAt(at + dayMs));
  return dates;
}
