/** The starts of the windows that fit into opening hours, on a day on which the clocks don't change. */
export function windowStarts(spans: readonly string[], slotMinutes: number): readonly string[] {
  return spans.flatMap((span) => {
    const starts: string[] = [];
    const opening = minutesOf(span);
    const closing = minutesOf(span.slice(6)) + (isOverMidnight(span) ? 1440 : 0);
    for (let start = opening; start + slotMinutes <= closing; start += slotMinutes)
      starts.push(timeOf(start));
    return starts;
  });
}

/** Whether hours end on the next date, `22:00-02:00`. */
export function isOverMidnight(span: string): boolean {
  return span.slice(6) < span.slice(0, 5);
}

/** Whether what ends at a local time ends on the next date: `24:30` is half past midnight. */
export function isAfterMidnight(until: string): boolean {
  return until > "24:00";
}

/** Whether a text is a time of the clock, `08:30`. */
export function isLocalTime(text: string): boolean {
  return typeof text === "string" && /^([01]\d|2[0-3]):[0-5]\d$/.test(text);
}

/** Whether a text is the local start of a window: a time of the clock, after midnight `24:00` to `47:59`. */
export function isWindowTime(text: string): boolean {
  return typeof text === "string" && /^([0-3]\d|4[0-7]):[0-5]\d$/.test(text);
}

/** Minutes since midnight of a local time, `08:30`. */
export function minutesOf(time: string): number {
  return Number(time.slice(0, 2)) * 60 + Number(time.slice(3, 5));
}

function timeOf(minutes: number): string {
  const twoDigits = (number: number) => String(number).padStart(2, "0");
  return `${twoDigits(Math.floor(minutes / 60))}:${twoDigits(minutes % 60)}`;
}
