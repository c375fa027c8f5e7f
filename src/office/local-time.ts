import { DateTime, IANAZone } from "luxon";
import { addDays } from "./local-date.js";

const minute = 60_000;
const dayMs = 86_400_000;

/** The first instant at which the local clock shows `time` or, where the clocks jump over it, something later. */
export function instantAt(date: string, time: string, zone: string): number {
  if (time === "24:00") return instantAt(addDays(date, 1), "00:00", zone);
  const wanted = `${date}T${time}`;
  const inUtc = Date.parse(`${wanted}Z`);
  const offset = offsetAt(inUtc - dayMs, zone);
  if (offsetAt(inUtc + dayMs, zone) === offset) return inUtc - offset * minute; // several times as fast
  const guess = DateTime.fromISO(wanted, { zone });
  if (guess.toFormat("yyyy-MM-dd'T'HH:mm") === wanted)
    return guess.getPossibleOffsets()[0]?.toMillis() ?? guess.toMillis();
  // The time is missing: the first minute after the jump, at most a few hours before luxon's reading.
  let instant = guess.toMillis();
  while (DateTime.fromMillis(instant - minute, { zone }).toFormat("yyyy-MM-dd'T'HH:mm") > wanted)
    instant -= minute;
  return instant;
}

/** How many minutes a zone's clocks are ahead of UTC. */
export function offsetAt(instant: number, zone: string): number {
  return IANAZone.create(zone).offset(instant);
}

/** An opening of `08:00-12:00` on a date, in epoch milliseconds. */
export function spanAt(
  date: string,
  span: string,
  zone: string,
): { readonly from: number; readonly to: number } {
  return { from: instantAt(date, span.slice(0, 5), zone), to: instantAt(date, span.slice(6), zone) };
}
