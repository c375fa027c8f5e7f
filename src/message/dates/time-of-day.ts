import { inHalf, printTime } from "./clock.js";
import type { TimeItem } from "./date-item.js";

/** A time of day that was said beside a date, in the office's local time. */
export interface TimeOfDay {
  /** `HH:MM`. */
  readonly from: string;
  /** `HH:MM` up to `24:00`, where a range was said, or a part of the day: `pagi`, `jam 8-9`, `sebelum jam 10`. */
  readonly to?: string;
  /** The text that says it. */
  readonly text: string;
  /** Where that begins, in UTF-16 units. */
  readonly index: number;
}

/**
 * All that a text says of the time: a part of the day says which nine is meant, and several times are a range. `0:00` says
 * nothing: programs write it behind a day alone.
 */
export function timeOfDay(all: readonly TimeItem[], text: string): TimeOfDay | undefined {
  const items = all.filter(({ form, from, to }) => form === "part" || from > 0 || to !== undefined);
  const [first] = items;
  const last = items.at(-1);
  if (first === undefined || last === undefined) return undefined;
  const part = items.find(({ form }) => form === "part");
  const clocks = items.filter(({ form }) => form === "clock");
  const said = clocks.map(({ from, to }) => ({
    from: part === undefined ? from : inHalf(from, false, part),
    to: to ?? from,
  }));
  const times = clocks.length > 0 ? said : items.map(({ from, to = from }) => ({ from, to }));
  const from = Math.min(...times.map((time) => time.from));
  const to = Math.max(...times.map((time) => Math.max(time.from, time.to)));
  return {
    from: printTime(from),
    ...(to > from && { to: printTime(to) }),
    text: text.slice(first.start, last.end),
    index: first.start,
  };
}
