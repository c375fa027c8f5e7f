import { IANAZone } from "luxon";
import { kindOf } from "../input/shape.js";
import { readClosure } from "./closures.js";
import {
  asRecord,
  byDefault,
  type Check,
  isRecord,
  listOf,
  matching,
  numberUpTo,
  recordOf,
  settings,
  textUpTo,
  wholeNumber,
  wrong,
} from "./config-check.js";
import { isLocalDate } from "./local-date.js";
import type {
  ExceptionalDay,
  NoShowLimit,
  Office,
  OfficeRules,
  OpeningPool,
  PoolCapacities,
  ReminderTime,
  VisitLimit,
  Weekday,
} from "./office.js";
import { isLocalTime, isOverMidnight, isWindowTime, minutesOf } from "./opening-hours.js";
import type { Overbooking } from "./overbooking.js";
import { generalPool } from "./slot-pool.js";

const longestYear = 527_040;
const longestWeek = 10_080;
/** Longer ones are mostly hours that were written the wrong way round. */
const longestNight = 1080;

let check: Check<Office> | undefined;

/** @throws InvalidConfigError for the first setting that is wrong by itself. */
export function parseOffice(config: unknown): Office {
  // Made when it is first called: a program that defines no office does not pay for it when it starts.
  check ??= officeCheck();
  return check(config, "");
}

function officeCheck(): Check<Office> {
  const capacity = capacityCheck();
  const minutes = wholeNumber(1, 1440);
  return settings<Office>({
    id,
    name: textUpTo(200),
    address: { optional: textUpTo(500) },
    timeZone: matching((zone) => IANAZone.isValidZone(zone), 'an IANA zone such as "Asia/Jakarta"'),
    hours: checkHours,
    slotMinutes: minutes,
    capacity,
    windowCapacity: byDefault(recordOf(windowTime, capacity), {}),
    formerPools: byDefault(recordOf(id, id), {}),
    closures: byDefault(recordOf(closedDates, textUpTo(200)), {}),
    days: byDefault(
      recordOf(
        date,
        settings<ExceptionalDay>({
          hours: someSpans("hours; a date without service is one of the closures"),
          capacity: { optional: capacity },
          slotMinutes: { optional: minutes },
          reason: { optional: textUpTo(200) },
        }),
      ),
      {},
    ),
    closed: { optional: (value, path) => (value === true ? value : wrong(path, "true, or nothing", value)) },
    group: { optional: id },
    overbooking: {
      optional: settings<Overbooking>({ noShowRate: numberUpTo(0.9), risk: numberUpTo(0.5) }),
    },
    rules: byDefault(rulesCheck(), {}),
  });
}

function oneOf<T extends string>(...all: readonly T[]): Check<T> {
  return (value, path) => all.find((one) => one === value) ?? wrong(path, all.join(" or "), value);
}

const id: Check<string> = /* @__PURE__ */ matching(
  (text) => /^[a-z0-9-]{1,64}$/.test(text),
  "1 to 64 of a-z, 0-9 and -",
);
const time: Check<string> = /* @__PURE__ */ matching(isLocalTime, 'a local time such as "08:00"');
const windowTime: Check<string> = /* @__PURE__ */ matching(isWindowTime, 'a local time such as "08:00"');
const date: Check<string> = /* @__PURE__ */ matching(isLocalDate, 'a date such as "2017-08-17"');
const closedDates: Check<string> = /* @__PURE__ */ matching(
  (text) => readClosure(text) !== undefined,
  'a date such as "2017-08-17", "12-25" of every year, "2017-12-24..2018-01-02", "12-24..01-02" or "first mon"',
);
const hoursOfClock: Check<string> = /* @__PURE__ */ matching((span) => {
  const until = span.slice(6);
  return span[5] === "-" && isLocalTime(span.slice(0, 5)) && (until === "24:00" || isLocalTime(until));
}, 'hours such as "08:00-12:00"');
function checkSpan(value: unknown, path: string): string {
  const span = hoursOfClock(value, path);
  const length = minutesOf(span.slice(6)) - minutesOf(span);
  return length > 0 || (length < 0 && length + 1440 <= longestNight)
    ? span
    : wrong(path, `hours that end after they begin, over midnight within ${longestNight / 60} hours`, value);
}

function spans(value: unknown, path: string): readonly string[] {
  const all = listOf(checkSpan)(value, path);
  let closing = 0;
  for (const span of all) {
    if (minutesOf(span) < closing) return wrong(path, "hours in order and without overlap", value);
    closing = minutesOf(span.slice(6)) + (isOverMidnight(span) ? 1440 : 0);
  }
  // Those of every day would overlap.
  return closing - 1440 > minutesOf(all[0] ?? "")
    ? wrong(path, "hours that end before the first of the date begin", value)
    : all;
}

function someSpans(expected: string): Check<readonly string[]> {
  return (value, path) => {
    const all = spans(value, path);
    return all.length > 0 ? all : wrong(path, expected, value);
  };
}

function checkHours(value: unknown, path: string): Office["hours"] {
  const day = { optional: spans };
  const week = settings<Partial<Record<Weekday, readonly string[]>>>({
    mon: day,
    tue: day,
    wed: day,
    thu: day,
    fri: day,
    sat: day,
    sun: day,
  });
  const hours = week(asRecord(value, path), path);
  if (Object.values(hours).some((all) => all.length > 0)) return hours;
  return wrong(path, "opening hours on a weekday", value);
}

function capacityCheck(): Check<PoolCapacities> {
  const places = wholeNumber(1, 10_000);
  const openingPool = settings<OpeningPool>({
    places,
    opensTo: id,
    minutesBefore: wholeNumber(1, longestYear),
  });
  const pools = recordOf(id, (value, path) => {
    if (Number.isInteger(value)) return places(value, path);
    if (kindOf(value) === "object") return openingPool(value, path);
    return wrong(
      path,
      "places as a whole number from 1 to 10000, or { places, opensTo, minutesBefore }",
      value,
    );
  });
  return (value, path) => {
    if (Number.isInteger(value)) return { [generalPool]: places(value, path) };
    if (!isRecord(value)) return wrong(path, "places as a whole number from 1 to 10000, or by pool", value);
    const all = pools(value, path);
    return Object.keys(all).length > 0 ? all : wrong(path, "at least one pool", value);
  };
}

function rulesCheck(): Check<OfficeRules> {
  const whole = (least: number, most: number, usual: number) => byDefault(wholeNumber(least, most), usual);
  const minutes = wholeNumber(0, longestWeek);
  const withinDays = wholeNumber(1, 366);
  const cooling = listOf(minutes, 2, 2, "tuple");
  const reminders = listOf(wholeNumber(1, longestYear), 0, 5);
  const reminderTimes = listOf(settings<ReminderTime>({ daysBefore: wholeNumber(0, 366), at: time }), 0, 5);
  const timesOnce: Check<readonly ReminderTime[]> = (value, path) => {
    const all = reminderTimes(value, path);
    const once = new Set(all.map(({ daysBefore, at }) => `${daysBefore} ${at}`));
    return once.size === all.length ? all : wrong(path, "each time once", value);
  };
  return settings<OfficeRules>({
    holdMinutes: whole(1, longestWeek, 30),
    opensDaysBefore: whole(0, 366, 14),
    releaseTime: { optional: time },
    noticeMinutes: whole(0, longestYear, 0),
    noticeCounts: { optional: oneOf("always", "open-hours") },
    intakeHours: { optional: someSpans("hours; without the setting requests are always taken") },
    quietHours: { optional: hoursOfClock },
    largestParty: whole(1, 100, 100),
    bookingsPerPerson: whole(1, 1000, 1),
    visitsPerPerson: { optional: settings<VisitLimit>({ most: wholeNumber(1, 1000), withinDays }) },
    noShows: {
      optional: settings<NoShowLimit>({ most: wholeNumber(1, 1000), withinDays, pauseDays: withinDays }),
    },
    bookingsPerSender: whole(1, 100_000, 5),
    arriveEarlyMinutes: whole(0, 1440, 0),
    graceMinutes: whole(0, 1440, 0),
    longestHoldMinutes: { optional: wholeNumber(1, longestWeek) },
    cancelNoticeMinutes: whole(0, longestYear, 0),
    reschedules: whole(0, 1000, 1),
    rescheduleNoticeMinutes: whole(0, longestYear, 0),
    coolingMinutes(value = [0, 0], path) {
      const [least = 0, most = 0] = cooling(value, path);
      return least <= most ? [least, most] : wrong(path, "the shorter time first, such as [5, 60]", value);
    },
    longestWaitingList: whole(0, 1000, 200),
    offerMinutes: whole(1, longestWeek, 30),
    reminderMinutes(value = [], path) {
      const all = reminders(value, path);
      return new Set(all).size === all.length ? all : wrong(path, "each time once", value);
    },
    reminderTimes: { optional: timesOnce },
    holdReminderMinutes: byDefault(minutes, 0),
  });
}
