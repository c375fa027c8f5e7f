/** The starts of the windows that fit into opening hours, on a day on which the clocks don't change. */
export function windowStarts(spans: readonly string[], slotMinutes: number): readonly string[] {
  return spans.flatMap((span) => {
    const starts: string[] = [];
    const closing = minutesOf(span.slice(6));
    for (let start = minutesOf(span.slice(0, 5)); start + slotMinutes <= closing; start += slotMinutes)
      starts.push(timeOf(start));
    return starts;
  });
}

/** Whether a text is a time of the clock, `08:30`. */
export function isLocalTime(text: string): boolean {
  return typeof text === "string" && /^([01]\d|2[0-3]):[0-5]\d$/.test(text);
}

/** Minutes since midnight of a local time, `08:30`. */
export function minutesOf(time: string): number {
  return Number(time.slice(0, 2)) * 60 + Number(time.slice(3, 5));
}

function timeOf(minutes: number): string {
  const twoDigits = (number: number) => String(number).padStart(2, "0");
  return `${twoDigits(Math.floor(minutes / 60))}:${twoDigits(minutes % 60)}`;
}
