import Holidays from "date-holidays";

const dayMs = 86_400_000;

/** A country's public holidays of a year as closures: each day of those that last several. */
export function publicHolidays(country: string, year: number): Record<string, string> {
  const closures: Record<string, string> = {};
  for (const { type, date, start, end, name } of new Holidays(country).getHolidays(year)) {
    if (type !== "public") continue;
    const days = Math.max(1, Math.round((end.getTime() - start.getTime()) / dayMs)); // a half day is one too
    for (let day = 0; day < days; day++) {
      const closed = new Date(Date.parse(date.slice(0, 10)) + day * dayMs);
      closures[closed.toISOString().slice(0, 10)] = name;
    }
  }
  return closures;
}
