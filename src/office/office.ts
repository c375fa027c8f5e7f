import { IANAZone } from "luxon";
import * as z from "zod";
import { InvalidConfigError } from "../errors.js";
import { isLocalDate } from "./local-date.js";

export type Weekday = "mon" | "tue" | "wed" | "thu" | "fri" | "sat" | "sun";

/** What `defineOffice` takes: plain JSON. Times are local (`HH:MM`), dates are `YYYY-MM-DD` in the office's zone. */
export interface OfficeConfig {
  /** Stands in every record and never changes: 1 to 64 of `a-z 0-9 -`. */
  readonly id: string;
  readonly name: string;
  readonly address?: string;
  /** IANA name, `Asia/Jakarta`. */
  readonly timeZone: string;
  /** Opening hours by weekday, `["08:00-12:00", "13:00-15:00"]`, in order and without overlap; may end at `24:00`. */
  readonly hours: Readonly<Partial<Record<Weekday, readonly string[]>>>;
  /** Length of an arrival window, 1 to 1440. */
  readonly slotMinutes: number;
  /** Places of each slot; a number is the pool `general`. */
  readonly capacity: number | Readonly<Record<string, number>>;
  /** Dates without service, with the reason that people are told. */
  readonly closures?: Readonly<Record<string, string>>;
  readonly rules?: Partial<OfficeRules>;
}

export interface OfficeRules {
  /** How long a place is kept for a code that was not sent back, 1 to 10080; default 30. */
  readonly holdMinutes: number;
  /** How many days ahead a date may be booked, 0 to 366; default 14. */
  readonly opensDaysBefore: number;
  /** Live bookings that one person may have, over all offices of the desk; default 1. */
  readonly bookingsPerPerson: number;
  /** Live bookings that one sender may have, over all offices of the desk; default 5. */
  readonly bookingsPerSender: number;
  /** How long before the window people are asked to be there; default 0. */
  readonly arriveEarlyMinutes: number;
}

/** A checked and frozen config, with its defaults filled in. */
export interface Office {
  readonly id: string;
  readonly name: string;
  readonly address?: string;
  readonly timeZone: string;
  readonly hours: Readonly<Partial<Record<Weekday, readonly string[]>>>;
  readonly slotMinutes: number;
  readonly capacity: Readonly<Record<string, number>>;
  readonly closures: Readonly<Record<string, string>>;
  readonly rules: OfficeRules;
}

/** The pool of an office that names none. */
export const generalPool = "general";

const wholeNumber = (least: number, most: number) =>
  z
    .number({ error: `expected a whole number from ${least} to ${most}` })
    .int()
    .min(least)
    .max(most);
const time = "(?:[01]\\d|2[0-3]):[0-5]\\d";
const span = z
  .string()
  .regex(new RegExp(`^${time}-(?:${time}|24:00)$`), 'expected opening hours such as "08:00-12:00"')
  .refine((text) => text.slice(0, 5) < text.slice(6), "expected hours that end after they begin");
const spans = z
  .array(span)
  .refine(
    (all) => all.every((text, index) => index === 0 || (all[index - 1] ?? "").slice(6) <= text.slice(0, 5)),
    "expected hours in order and without overlap",
  );
const date = z.string().refine(isLocalDate, 'expected a date such as "2017-08-17"');
const id = z.string().regex(/^[a-z0-9-]{1,64}$/, "expected 1 to 64 of a-z, 0-9 and -");
const places = wholeNumber(1, 10_000);

const officeSchema = z.strictObject({
  id,
  name: z.string().trim().min(1).max(200),
  address: z.string().trim().min(1).max(500).optional(),
  timeZone: z
    .string()
    .refine((zone) => IANAZone.isValidZone(zone), 'expected an IANA zone such as "Asia/Jakarta"'),
  hours: z
    .partialRecord(z.enum(["mon", "tue", "wed", "thu", "fri", "sat", "sun"]), spans)
    .refine(
      (hours) => Object.values(hours).some((day) => day.length > 0),
      "expected opening hours on a weekday",
    ),
  slotMinutes: wholeNumber(1, 1440),
  capacity: z
    .union([places, z.record(id, places)], {
      error: "expected places as a whole number from 1 to 10000, or by pool",
    })
    .transform((capacity) => (typeof capacity === "number" ? { [generalPool]: capacity } : capacity))
    .refine((pools) => Object.keys(pools).length > 0, "expected at least one pool"),
  closures: z.record(date, z.string().trim().min(1).max(200)).default({}),
  rules: z
    .strictObject({
      holdMinutes: wholeNumber(1, 10_080).default(30),
      opensDaysBefore: wholeNumber(0, 366).default(14),
      bookingsPerPerson: wholeNumber(1, 1000).default(1),
      bookingsPerSender: wholeNumber(1, 100_000).default(5),
      arriveEarlyMinutes: wholeNumber(0, 1440).default(0),
    })
    .prefault({}),
});

/** @throws InvalidConfigError with the path of what is wrong. */
export function defineOffice(config: OfficeConfig): Office {
  const checked = officeSchema.safeParse(config);
  if (!checked.success) throw configError(checked.error.issues[0]);
  const { address, ...office } = checked.data;
  return deepFreeze(address === undefined ? office : { ...office, address });
}

function configError(issue: z.core.$ZodIssue | undefined): InvalidConfigError {
  if (issue?.code === "unrecognized_keys")
    return new InvalidConfigError(
      pathOf([...issue.path, issue.keys[0] ?? ""]),
      "unknown setting; check its spelling",
    );
  if (issue?.code === "invalid_union") {
    const inner = issue.errors.flat().find(({ path }) => path.length > 0);
    if (inner !== undefined) return configError({ ...inner, path: [...issue.path, ...inner.path] });
  }
  if (issue?.code === "invalid_key")
    return new InvalidConfigError(pathOf(issue.path), issue.issues[0]?.message ?? "expected another name");
  return new InvalidConfigError(pathOf(issue?.path ?? []), issue?.message ?? "expected an office");
}

function pathOf(path: readonly PropertyKey[]): string {
  return path
    .map((step) => (typeof step === "number" ? `[${step}]` : `.${String(step)}`))
    .join("")
    .replace(/^\./, "");
}

function deepFreeze<T>(value: T): T {
  if (typeof value === "object" && value !== null) for (const part of Object.values(value)) deepFreeze(part);
  return Object.freeze(value);
}
