import { IANAZone } from "luxon";
import * as z from "zod/mini";
import { InvalidConfigError } from "../errors.js";
import { configError, expectedBy } from "./config-error.js";
import { isLocalDate } from "./local-date.js";
import type { Office } from "./office.js";
import { generalPool } from "./slot-pool.js";

const clock = "(?:[01]\\d|2[0-3]):[0-5]\\d";
const longestYear = 527_040;
const longestWeek = 10_080;

// Each schema is made in a function: a program that defines no office does not pay for them when it starts.

const wholeNumber = (least: number, most: number) =>
  z.number({ error: `expected a whole number from ${least} to ${most}` }).check(
    // Ends the check, so that a union takes a fraction for none of its members and says what it expects itself.
    z.refine((value) => Number.isInteger(value), { abort: true }),
    z.refine((value) => value >= least && value <= most),
  );
const share = (most: number) =>
  z
    .number({ error: `expected a number from 0 to ${most}` })
    .check(z.refine((value) => value >= 0 && value <= most));
const text = (most: number) => z.string().check(z.trim(), z.minLength(1), z.maxLength(most));
const time = () =>
  z.string().check(z.regex(new RegExp(`^${clock}$`), 'expected a local time such as "08:00"'));
const date = () => z.string().check(z.refine(isLocalDate, 'expected a date such as "2017-08-17"'));
const id = () => z.string().check(z.regex(/^[a-z0-9-]{1,64}$/, "expected 1 to 64 of a-z, 0-9 and -"));
const slotMinutes = () => wholeNumber(1, 1440);

function spans() {
  const span = z.string().check(
    z.regex(new RegExp(`^${clock}-(?:${clock}|24:00)$`), 'expected hours such as "08:00-12:00"'),
    z.refine((hours) => hours.slice(0, 5) < hours.slice(6), "expected hours that end after they begin"),
  );
  return z
    .array(span)
    .check(
      z.refine(
        (all) =>
          all.every((hours, index) => index === 0 || (all[index - 1] ?? "").slice(6) <= hours.slice(0, 5)),
        "expected hours in order and without overlap",
      ),
    );
}

function capacity() {
  const places = wholeNumber(1, 10_000);
  const minutesBefore = wholeNumber(1, longestYear);
  const pool = z.union([places, z.strictObject({ places, opensTo: id(), minutesBefore })], {
    error: "expected places as a whole number from 1 to 10000, or { places, opensTo, minutesBefore }",
  });
  const given = z.union([places, z.record(id(), pool)], {
    error: "expected places as a whole number from 1 to 10000, or by pool",
  });
  return z
    .pipe(
      given,
      z.transform((all) => (typeof all === "number" ? { [generalPool]: all } : all)),
    )
    .check(z.refine((all) => Object.keys(all).length > 0, "expected at least one pool"));
}

function exceptionalDay() {
  return z.strictObject({
    hours: spans().check(z.minLength(1, "expected hours; a date without service is one of the closures")),
    capacity: z.exactOptional(capacity()),
    slotMinutes: z.exactOptional(slotMinutes()),
    reason: z.exactOptional(text(200)),
  });
}

function rules() {
  return z.strictObject({
    holdMinutes: z._default(wholeNumber(1, longestWeek), 30),
    opensDaysBefore: z._default(wholeNumber(0, 366), 14),
    releaseTime: z.exactOptional(time()),
    noticeMinutes: z._default(wholeNumber(0, longestYear), 0),
    intakeHours: z.exactOptional(
      spans().check(z.minLength(1, "expected hours; without the setting requests are always taken")),
    ),
    largestParty: z._default(wholeNumber(1, 100), 100),
    bookingsPerPerson: z._default(wholeNumber(1, 1000), 1),
    bookingsPerSender: z._default(wholeNumber(1, 100_000), 5),
    arriveEarlyMinutes: z._default(wholeNumber(0, 1440), 0),
    graceMinutes: z._default(wholeNumber(0, 1440), 0),
    longestHoldMinutes: z.exactOptional(wholeNumber(1, longestWeek)),
    cancelNoticeMinutes: z._default(wholeNumber(0, longestYear), 0),
    reschedules: z._default(wholeNumber(0, 1000), 1),
    rescheduleNoticeMinutes: z._default(wholeNumber(0, longestYear), 0),
    coolingMinutes: z._default(
      z
        .tuple([wholeNumber(0, longestWeek), wholeNumber(0, longestWeek)])
        .check(
          z.refine(([least, most]) => least <= most, "expected the shorter time first, such as [5, 60]"),
        ),
      [0, 0],
    ),
    longestWaitingList: z._default(wholeNumber(0, 1000), 200),
    offerMinutes: z._default(wholeNumber(1, longestWeek), 30),
    reminderMinutes: z._default(z.array(wholeNumber(1, longestYear)).check(z.maxLength(5)), []),
    holdReminderMinutes: z._default(wholeNumber(0, longestWeek), 0),
  });
}

function createSchema() {
  return z.strictObject({
    id: id(),
    name: text(200),
    address: z.exactOptional(text(500)),
    timeZone: z
      .string()
      .check(z.refine((zone) => IANAZone.isValidZone(zone), 'expected an IANA zone such as "Asia/Jakarta"')),
    hours: z
      .partialRecord(z.enum(["mon", "tue", "wed", "thu", "fri", "sat", "sun"]), spans())
      .check(
        z.refine(
          (hours) => Object.values(hours).some((day) => day.length > 0),
          "expected opening hours on a weekday",
        ),
      ),
    slotMinutes: slotMinutes(),
    capacity: capacity(),
    windowCapacity: z._default(z.record(time(), capacity()), {}),
    closures: z._default(z.record(date(), text(200)), {}),
    days: z._default(z.record(date(), exceptionalDay()), {}),
    group: z.exactOptional(id()),
    overbooking: z.exactOptional(z.strictObject({ noShowRate: share(0.9), risk: share(0.5) })),
    rules: z.prefault(rules(), {}),
  });
}

let schema: ReturnType<typeof createSchema> | undefined;

/** @throws InvalidConfigError for the first setting that is wrong by itself. */
export function parseOffice(config: unknown): Office {
  schema ??= createSchema();
  const parsed = schema.safeParse(config, { error: expectedBy });
  if (!parsed.success) throw new InvalidConfigError(...configError(config, parsed.error.issues[0]));
  return parsed.data;
}
