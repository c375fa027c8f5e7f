import { DateTime, IANAZone } from "luxon";
import { minute } from "../input/instant.js";
import { addDays } from "./local-date.js";
import { isOverMidnight } from "./opening-hours.js";

/** 36 hours: farther than local time and UTC, and any repeated time and its first pass, lie apart. */
const farOff = 129_600_000;

/** The first instant at which the local clock shows `time` or, where the clocks jump over it, something later. */
export function instantAt(date: string, time: string, zone: string): number {
  if (time === "24:00") return instantAt(addDays(date, 1), "00:00", zone);
  const wanted = `${date}T${time}`;
  const asUtc = Date.parse(`${wanted}Z`);
  const steady = steadyOffset(asUtc, asUtc, zone);
  if (steady !== undefined) return asUtc - steady * minute;
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

/**
 * The offset of a zone whose clocks nobody changes around these instants, for which local time is plain arithmetic;
 * `undefined` where they are changed. No zone has changed its clocks and back within days since 1940.
 */
export function steadyOffset(from: number, to: number, zone: string): number | undefined {
  const offset = offsetAt(from - farOff, zone);
  return offset === offsetAt(to + farOff, zone) ? offset : undefined;
}

/** What clocks show that are so many minutes ahead of UTC: `2017-08-07T08:00`. */
export function clockAt(instant: number, offset: number): string {
  return new Date(instant + offset * minute).toISOString().slice(0, 16);
}

/** Whether the clock showed the same before, as it was put back. */
export function isSecondPass(instant: number, zone: string): boolean {
  const [first] = DateTime.fromMillis(instant, { zone }).getPossibleOffsets();
  return first?.toMillis() !== instant;
}

/** An opening of `08:00-12:00` on a date, or of `22:00-02:00` into the next, in epoch milliseconds. */
export function spanAt(
  date: string,
  span: string,
  zone: string,
): { readonly from: number; readonly to: number } {
  const lastDate = isOverMidnight(span) ? addDays(date, 1) : date;
  return { from: instantAt(date, span.slice(0, 5), zone), to: instantAt(lastDate, span.slice(6), zone) };
}
