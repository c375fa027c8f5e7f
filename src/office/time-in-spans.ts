import { addDays } from "./local-date.js";

/** Epoch milliseconds. */
export interface Span {
  readonly from: number;
  readonly to: number;
}

/** Two years of days; who asks for more starts over. */
export const keptDays = 800;

/** When so much time has passed from an instant on in spans of the dates from one on; where there is none, at all times. */
export function passIn(
  spansOn: (date: string) => readonly Span[],
  first: string,
  instant: number,
  time: number,
): number {
  let [left, at, date] = [time, instant, first];
  for (let days = 0; days < keptDays; days++, date = addDays(date, 1))
    for (const { from, to } of spansOn(date)) {
      const begins = Math.max(from, at);
      if (begins + left <= to) return begins + left;
      left -= Math.max(0, to - begins);
      at = Math.max(at, to);
    }
  return instant + time;
}

/** The first instant from which on no more than so much time passes in such spans before another. */
export function passBefore(
  spansOn: (date: string) => readonly Span[],
  last: string,
  instant: number,
  time: number,
): number {
  let [left, at, date] = [time, instant, last];
  for (let days = 0; days < keptDays; days++, date = addDays(date, -1))
    for (const { from, to } of spansOn(date).toReversed()) {
      const ends = Math.min(to, at);
      if (ends - left > from) return ends - left;
      left -= Math.max(0, ends - from);
      at = Math.min(at, from);
    }
  return instant - time;
}
