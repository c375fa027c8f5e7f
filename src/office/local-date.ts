const dayMs = 86_400_000;

/** Whether a text is a date of the calendar, `YYYY-MM-DD`. */
export function isLocalDate(text: string): boolean {
  if (typeof text !== "string" || !/^\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])$/.test(text))
    return false;
  const day = Number(text.slice(8));
  // A day that its month lacks comes out as one of the next month; the first 28 every month has.
  return (
    day <= 28 ||
    new Date(Date.UTC(Number(text.slice(0, 4)), Number(text.slice(5, 7)) - 1, day)).getUTCDate() === day
  );
}

/** The date `days` after a date; negative goes back. */
export function addDays(date: string, days: number): string {
  return new Date(Date.parse(`${date}T00:00Z`) + days * dayMs).toISOString().slice(0, 10);
}

/** The dates of a span but `asked`, the nearest to it first, the later one of two that are as near. */
export function listNearestDates(asked: string, from: string, until: string): string[] {
  const dates: string[] = [];
  for (let date = from; date <= until; date = addDays(date, 1)) if (date !== asked) dates.push(date);
  const distance = (date: string) => Math.abs(Date.parse(date) - Date.parse(asked));
  return dates.sort((a, b) => distance(a) - distance(b) || (a > b ? -1 : 1));
}
