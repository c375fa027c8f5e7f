const dayMs = 86_400_000;

/** Whether a text is a date of the calendar, `YYYY-MM-DD`. */
export function isLocalDate(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false;
  const instant = Date.parse(`${text}T00:00Z`);
  return !Number.isNaN(instant) && new Date(instant).toISOString().startsWith(text);
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
