import { DateTime } from "luxon";
import { addDays } from "./local-date.js";
import type { Office } from "./office.js";

/** One arrival window of an office on a date. `start` and `end` are epoch milliseconds, half open. */
export interface Slot {
  /** The key: local start `08:30`; the second pass of an hour that the clocks repeat has `01:30+1`. */
  readonly window: string;
  /** Local end, `09:00`; at midnight `24:00`. */
  readonly until: string;
  readonly start: number;
  readonly end: number;
  /** Places by pool. */
  readonly capacity: Readonly<Record<string, number>>;
}

export type OfficeDay =
  | { readonly kind: "open"; readonly slots: readonly Slot[] }
  /** `reason` stands in the config; without one the office never opens on that weekday. */
  | { readonly kind: "closed"; readonly reason?: string };

export interface Calendar {
  readonly office: Office;
  /** An office's day, computed once and kept. `date` is `YYYY-MM-DD` in the office's zone. */
  readonly day: (date: string) => OfficeDay;
  /** The date in the office's zone at an instant. */
  readonly dateAt: (instant: number) => string;
}

const minute = 60_000;
const weekdays = ["sun", "mon", "tue", "wed", "thu", "fri", "sat"] as const;
/** Two years of days; who asks for more starts over. */
const keptDays = 800;

export function createCalendar(office: Office): Calendar {
  const days = new Map<string, OfficeDay>();
  let latest: { readonly minute: number; readonly date: string } | undefined;
  return {
    office,
    day(date) {
      let day = days.get(date);
      if (day === undefined) {
        if (days.size >= keptDays) days.clear();
        day = computeDay(office, date);
        days.set(date, day);
      }
      return day;
    },
    dateAt(instant) {
      // Not kept for the whole day: where clocks go back over midnight a date comes twice.
      const now = Math.floor(instant / minute);
      if (latest?.minute !== now) {
        const local = DateTime.fromMillis(instant, { zone: office.timeZone });
        latest = { minute: now, date: local.toFormat("yyyy-MM-dd") };
      }
      return latest.date;
    },
  };
}

function computeDay(office: Office, date: string): OfficeDay {
  const reason = office.closures[date];
  if (reason !== undefined) return { kind: "closed", reason };
  const weekday = weekdays[new Date(`${date}T00:00Z`).getUTCDay()];
  const hours = (weekday && office.hours[weekday]) ?? [];
  const slots = hours.flatMap((span) => {
    const [from = "", to = ""] = span.split("-");
    return slotsBetween(
      office,
      date,
      instantAt(date, from, office.timeZone),
      instantAt(date, to, office.timeZone),
    );
  });
  return slots.length > 0 ? { kind: "open", slots } : { kind: "closed" };
}

/**
 * Slots are laid in real time from the opening on, so that where the clocks change inside opening hours a
 * missing hour has no window and a repeated one has its windows twice.
 */
function slotsBetween(office: Office, date: string, opening: number, closing: number): Slot[] {
  const slots: Slot[] = [];
  const length = office.slotMinutes * minute;
  for (let start = opening; start + length <= closing; start += length) {
    const end = start + length;
    const until = DateTime.fromMillis(end, { zone: office.timeZone });
    const endsNextDay = until.toFormat("yyyy-MM-dd") !== date;
    slots.push({
      window: windowKey(start, office.timeZone),
      until: endsNextDay ? "24:00" : until.toFormat("HH:mm"),
      start,
      end,
      capacity: office.capacity,
    });
  }
  return slots;
}

/** What the clock shows, and whether it showed that before: so no two windows of a day have one key. */
function windowKey(start: number, zone: string): string {
  const local = DateTime.fromMillis(start, { zone });
  const isSecondPass = local.getPossibleOffsets()[0]?.toMillis() !== start;
  return `${local.toFormat("HH:mm")}${isSecondPass ? "+1" : ""}`;
}

/** The first instant at which the local clock shows `time` or, where the clocks jump over it, something later. */
function instantAt(date: string, time: string, zone: string): number {
  if (time === "24:00") return instantAt(addDays(date, 1), "00:00", zone);
  const wanted = `${date}T${time}`;
  const guess = DateTime.fromISO(wanted, { zone });
  if (guess.toFormat("yyyy-MM-dd'T'HH:mm") === wanted)
    return guess.getPossibleOffsets()[0]?.toMillis() ?? guess.toMillis();
  // The time is missing: the first minute after the jump, at most a few hours before luxon's reading.
  let instant = guess.toMillis();
  while (DateTime.fromMillis(instant - minute, { zone }).toFormat("yyyy-MM-dd'T'HH:mm") > wanted)
    instant -= minute;
  return instant;
}
