/** What a clock on the wall of a zone shows, `2017-08-07 08:00`, by the platform and not by luxon. */
export function localClock(timeZone: string): (instant: number) => string {
  const format = new Intl.DateTimeFormat("sv-SE", {
    timeZone,
    year: "numeric",
    month: "2-digit",
    day: "2-digit",
    hour: "2-digit",
    minute: "2-digit",
  });
  return (instant) => format.format(instant);
}
