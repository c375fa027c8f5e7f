import fc from "fast-check";
import { addDays } from "../../office/local-date.js";
import type { CapacityConfig, OfficeConfig, OfficeRules, Weekday } from "../../office/office.js";
import { windowStarts } from "../../office/opening-hours.js";
import { type ZonedDay, zonedDay } from "./zoned-day.js";

/** An office, and a date that it may have something special for. */
export interface DatedOffice {
  readonly config: OfficeConfig;
  /** `YYYY-MM-DD` in the office's zone. */
  readonly date: string;
}

const weekdays: readonly Weekday[] = ["sun", "mon", "tue", "wed", "thu", "fri", "sat"];
const slotLengths = fc.constantFrom(5, 7, 15, 20, 30, 45, 60, 90, 120);

/** One or two spans on the quarter with a break between them, often in the small hours when clocks change. */
function openingHours(slotMinutes: number): fc.Arbitrary<readonly string[]> {
  return fc
    .uniqueArray(fc.oneof(fc.nat(96), fc.nat(16)), { minLength: 2, maxLength: 4 })
    .map((quarters) => quarters.sort((a, b) => a - b).map(timeOf))
    .map((times) => [times.slice(0, 2), times.slice(2, 4)].filter(({ length }) => length === 2))
    .map((pairs) => pairs.map(([from = "", to = ""]) => `${from}-${to}`))
    .chain((spans) => fc.tuple(fc.constant(spans), fc.nat(40), fc.nat(24)).map(withNight))
    .filter((spans) => windowStarts(spans, slotMinutes).length > 0);
}

/** Sometimes a night follows, that ends on the next date before the first hours of this one. */
function withNight([spans, before, after]: [readonly string[], number, number]): readonly string[] {
  const [opening, closing] = [quarterOf(spans[0] ?? ""), quarterOf(spans.at(-1)?.slice(6) ?? "")];
  const [from, to] = [96 - before, Math.min(after, opening)];
  const isNight = before > 0 && before <= 20 && from >= closing && to > 0;
  return isNight ? [...spans, `${timeOf(from)}-${timeOf(to)}`] : spans;
}

function quarterOf(time: string): number {
  return Number(time.slice(0, 2)) * 4 + Number(time.slice(3, 5)) / 15;
}

function timeOf(quarter: number): string {
  const twoDigits = (number: number) => String(number).padStart(2, "0");
  return `${twoDigits(Math.floor(quarter / 4))}:${twoDigits((quarter % 4) * 15)}`;
}

const places = fc.integer({ min: 1, max: 30 });
const openingPool = fc.record({
  places,
  opensTo: fc.constant("general"),
  minutesBefore: fc.integer({ min: 1, max: 3000 }),
});
const capacity: fc.Arbitrary<CapacityConfig> = fc.oneof(
  places,
  fc.record({ general: places, priority: fc.oneof(places, openingPool) }),
);
const overbooking = fc.record({
  noShowRate: fc.double({ min: 0, max: 0.5, noNaN: true }),
  risk: fc.double({ min: 0, max: 0.5, noNaN: true }),
});
const rules: fc.Arbitrary<Partial<OfficeRules>> = fc.record(
  {
    holdMinutes: fc.integer({ min: 1, max: 120 }),
    opensDaysBefore: fc.integer({ min: 1, max: 60 }),
    noticeMinutes: fc.constantFrom(0, 30, 90, 1440),
    releaseTime: fc.constantFrom("00:00", "07:45", "14:00"),
    intakeHours: fc.constantFrom(["07:30-10:00"], ["00:00-12:00", "13:00-24:00"]),
    largestParty: fc.integer({ min: 1, max: 10 }),
  },
  { requiredKeys: [] },
);

/** By weekday, mostly with some on the weekday of the date. */
function weeklyHours(date: string, slotMinutes: number): fc.Arbitrary<OfficeConfig["hours"]> {
  const hours = openingHours(slotMinutes);
  const own = weekdays[new Date(`${date}T00:00Z`).getUTCDay()] ?? "sun";
  const others = fc.constantFrom(...weekdays.filter((weekday) => weekday !== own));
  return fc
    .tuple(fc.dictionary(others, hours, { minKeys: 1, noNullPrototype: true }), fc.option(hours, { freq: 6 }))
    .map(([week, spans]) => ({ ...week, ...(spans !== null && { [own]: spans }) }));
}

function officeOn({ timeZone, date }: ZonedDay, slotMinutes: number): fc.Arbitrary<OfficeConfig> {
  const hours = openingHours(slotMinutes);
  const near = [-1, 0, 1].map((days) => addDays(date, days));
  const special = fc.record(
    { hours, capacity, reason: fc.constant("Inventory") },
    { requiredKeys: ["hours"] },
  );
  return fc
    .record(
      {
        id: fc.constant("office"),
        name: fc.constant("Office"),
        timeZone: fc.constant(timeZone),
        slotMinutes: fc.constant(slotMinutes),
        capacity,
        hours: weeklyHours(date, slotMinutes),
        closures: fc.dictionary(fc.constantFrom(...near), fc.constant("Holiday"), {
          maxKeys: 1,
          noNullPrototype: true,
        }),
        days: fc.dictionary(fc.constantFrom(...near), special, { maxKeys: 2, noNullPrototype: true }),
        overbooking,
        rules,
      },
      { requiredKeys: ["id", "name", "timeZone", "slotMinutes", "capacity", "hours"] },
    )
    .map(({ closures = {}, days = {}, ...office }) => ({
      ...office,
      closures,
      // What is closed has no hours.
      days: Object.fromEntries(Object.entries(days).filter(([day]) => !Object.hasOwn(closures, day))),
    }));
}

/**
 * Offices in every zone with hours, breaks, pools, overbooking and rules, and a date on which clocks may change, that may
 * be one of the closures or have hours of its own.
 */
export const datedOffice: fc.Arbitrary<DatedOffice> = fc
  .tuple(zonedDay, slotLengths)
  .chain(([day, slotMinutes]) =>
    fc.record({ config: officeOn(day, slotMinutes), date: fc.constant(day.date) }),
  );

/** Offices that `defineOffice` takes. */
export const officeConfig: fc.Arbitrary<OfficeConfig> = datedOffice.map(({ config }) => config);
