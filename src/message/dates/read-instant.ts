import type { CalendarDay } from "../../input/calendar-day.js";
import { fromDayNumber, parseIso, toDayNumber } from "../../input/calendar-day.js";
import { day, minute } from "../../input/instant.js";

/** An instant as programs write it (RFC 3339), with the day and the minutes from midnight that it says. */
export interface WrittenInstant {
  readonly day: CalendarDay;
  readonly minutes: number;
  /** `Z` or an offset; `date` for midnight in UTC, as which a program writes a day alone. */
  readonly zone: "utc" | "local" | "date";
}

const instant =
  /^(\d{4}-\d\d-\d\d)[Tt ](\d\d):(\d\d)(?::\d\d(?:[.,]\d{1,9})?)?(?:([Zz])|([+-])(\d\d):?(\d\d))$/;
const shortest = "2017-11-20T09:00Z".length;
const longest = "2017-11-20T09:00:00.123456789+07:00".length;

/**
 * Reads `2017-11-19T17:00:00.000Z` as a day and a time: in the zone of the office where one is known, else as it is written.
 */
export function readInstant(text: string, timeZone: string | undefined): WrittenInstant | undefined {
  if (text.length < shortest || text.length > longest) return undefined;
  const match = instant.exec(text);
  const written = parseIso(match?.[1] ?? "");
  if (match === null || written === undefined) return undefined;
  const [, , hours, clockMinutes, utc, sign, offsetHours, offsetMinutes] = match;
  const minutes = Number(hours) * 60 + Number(clockMinutes);
  if (minutes >= day / minute || Number(clockMinutes) > 59) return undefined;
  if (utc !== undefined && minutes === 0) return { day: written, minutes, zone: "date" };
  const offset = Number(`${sign ?? "+"}1`) * (Number(offsetHours ?? 0) * 60 + Number(offsetMinutes ?? 0));
  if (timeZone === undefined)
    return { day: written, minutes, zone: utc === undefined && offset !== 0 ? "local" : "utc" };
  const at = toDayNumber(written) * day + (minutes - offset) * minute;
  return { zone: "local", ...localDay(at, timeZone) };
}

function localDay(at: number, timeZone: string): Pick<WrittenInstant, "day" | "minutes"> {
  const parts = new Intl.DateTimeFormat("en-u-ca-gregory-nu-latn", {
    timeZone,
    hourCycle: "h23",
    year: "numeric",
    month: "numeric",
    day: "numeric",
    hour: "numeric",
    minute: "numeric",
  }).formatToParts(at);
  const partOf = (type: string): number => Number(parts.find((part) => part.type === type)?.value);
  const local = { year: partOf("year"), month: partOf("month"), day: partOf("day") };
  return { day: fromDayNumber(toDayNumber(local)), minutes: partOf("hour") * 60 + partOf("minute") };
}
