import { IANAZone } from "luxon";
import * as z from "zod";
import { InvalidConfigError } from "../errors.js";
import { configError } from "./config-error.js";
import { isLocalDate } from "./local-date.js";
import type { Office } from "./office.js";
import { generalPool } from "./slot-pool.js";

const wholeNumber = (least: number, most: number) =>
  z
    .number({ error: `expected a whole number from ${least} to ${most}` })
    .int()
    .min(least)
    .max(most);
const share = (most: number) =>
  z
    .number({ error: `expected a number from 0 to ${most}` })
    .min(0)
    .max(most);
const text = (most: number) => z.string().trim().min(1).max(most);
const clock = "(?:[01]\\d|2[0-3]):[0-5]\\d";
const time = z.string().regex(new RegExp(`^${clock}$`), 'expected a local time such as "08:00"');
const span = z
  .string()
  .regex(new RegExp(`^${clock}-(?:${clock}|24:00)$`), 'expected hours such as "08:00-12:00"')
  .refine((hours) => hours.slice(0, 5) < hours.slice(6), "expected hours that end after they begin");
const spans = z
  .array(span)
  .refine(
    (all) => all.every((hours, index) => index === 0 || (all[index - 1] ?? "").slice(6) <= hours.slice(0, 5)),
    "expected hours in order and without overlap",
  );
const someSpans = spans.min(1, "expected hours; a date without service is one of the closures");
const date = z.string().refine(isLocalDate, 'expected a date such as "2017-08-17"');
const id = z.string().regex(/^[a-z0-9-]{1,64}$/, "expected 1 to 64 of a-z, 0-9 and -");

const longestYear = 527_040;
const longestWeek = 10_080;
const places = wholeNumber(1, 10_000);
const openingPool = z.strictObject({ places, opensTo: id, minutesBefore: wholeNumber(1, longestYear) });
const pool = z.union([places, openingPool], {
  error: "expected places as a whole number from 1 to 10000, or { places, opensTo, minutesBefore }",
});
const capacity = z
  .union([places, z.record(id, pool)], {
    error: "expected places as a whole number from 1 to 10000, or by pool",
  })
  .transform((given) => (typeof given === "number" ? { [generalPool]: given } : given))
  .refine((all) => Object.keys(all).length > 0, "expected at least one pool");
const slotMinutes = wholeNumber(1, 1440);

const officeSchema = z.strictObject({
  id,
  name: text(200),
  address: text(500).exactOptional(),
  timeZone: z
    .string()
    .refine((zone) => IANAZone.isValidZone(zone), 'expected an IANA zone such as "Asia/Jakarta"'),
  hours: z
    .partialRecord(z.enum(["mon", "tue", "wed", "thu", "fri", "sat", "sun"]), spans)
    .refine(
      (hours) => Object.values(hours).some((day) => day.length > 0),
      "expected opening hours on a weekday",
    ),
  slotMinutes,
  capacity,
  windowCapacity: z.record(time, capacity).default({}),
  closures: z.record(date, text(200)).default({}),
  days: z
    .record(
      date,
      z.strictObject({
        hours: someSpans,
        capacity: capacity.exactOptional(),
        slotMinutes: slotMinutes.exactOptional(),
        reason: text(200).exactOptional(),
      }),
    )
    .default({}),
  group: id.exactOptional(),
  overbooking: z.strictObject({ noShowRate: share(0.9), risk: share(0.5) }).exactOptional(),
  rules: z
    .strictObject({
      holdMinutes: wholeNumber(1, longestWeek).default(30),
      opensDaysBefore: wholeNumber(0, 366).default(14),
      releaseTime: time.exactOptional(),
      noticeMinutes: wholeNumber(0, longestYear).default(0),
      intakeHours: spans
        .min(1, "expected hours; without the setting requests are always taken")
        .exactOptional(),
      largestParty: wholeNumber(1, 100).default(100),
      bookingsPerPerson: wholeNumber(1, 1000).default(1),
      bookingsPerSender: wholeNumber(1, 100_000).default(5),
      arriveEarlyMinutes: wholeNumber(0, 1440).default(0),
      graceMinutes: wholeNumber(0, 1440).default(0),
      longestHoldMinutes: wholeNumber(1, longestWeek).exactOptional(),
      cancelNoticeMinutes: wholeNumber(0, longestYear).default(0),
      reschedules: wholeNumber(0, 1000).default(1),
      rescheduleNoticeMinutes: wholeNumber(0, longestYear).default(0),
      coolingMinutes: z
        .tuple([wholeNumber(0, longestWeek), wholeNumber(0, longestWeek)])
        .refine(([least, most]) => least <= most, "expected the shorter time first, such as [5, 60]")
        .default([0, 0]),
      longestWaitingList: wholeNumber(0, 1000).default(200),
      offerMinutes: wholeNumber(1, longestWeek).default(30),
      reminderMinutes: z.array(wholeNumber(1, longestYear)).max(5).default([]),
      holdReminderMinutes: wholeNumber(0, longestWeek).default(0),
    })
    .prefault({}),
});

/** @throws InvalidConfigError for the first part that is wrong by itself. */
export function parseOffice(config: unknown): Office {
  const parsed = officeSchema.safeParse(config);
  if (!parsed.success) throw new InvalidConfigError(...configError(config, parsed.error.issues[0]));
  return parsed.data;
}
