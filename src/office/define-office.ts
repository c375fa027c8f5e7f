import { InvalidConfigError } from "../errors.js";
import type { Office, OfficeConfig, PoolCapacities } from "./office.js";
import { parseOffice } from "./office-schema.js";
import { minutesOf, windowStarts } from "./opening-hours.js";

/**
 * Marks what `defineOffice` made; a copy, or what is written by hand, lacks it. The symbol is that of the whole program,
 * since it may have loaded the package as a module and by `require`.
 */
const made = /* @__PURE__ */ Symbol.for("giliran office");

/**
 * Checks the config of an office, fills in the defaults, and freezes it.
 * @throws InvalidConfigError with the path of what is wrong.
 * @example
 * const office = defineOffice({
 *   id: "bali", name: "Kantor Imigrasi Bali", timeZone: "Asia/Makassar",
 *   hours: { mon: ["08:00-12:00", "13:00-15:00"] }, slotMinutes: 30, capacity: 20,
 * });
 */
export function defineOffice(config: OfficeConfig): Office {
  const office = parseOffice(config);
  checkTogether(office);
  Object.defineProperty(office, made, { value: true });
  return deepFreeze(office);
}

/** Whether something is an office that `defineOffice` has checked. */
export function isOffice(value: unknown): value is Office {
  return typeof value === "object" && value !== null && Object.hasOwn(value, made);
}

function deepFreeze<T>(value: T): T {
  if (typeof value === "object" && value !== null) for (const part of Object.values(value)) deepFreeze(part);
  return Object.freeze(value);
}

/**
 * Settings that are right one by one and can't work together.
 * @throws InvalidConfigError
 */
function checkTogether(office: Office): void {
  const { hours, slotMinutes, capacity, windowCapacity, closures, days } = office;
  const starts = new Set(Object.values(hours).flatMap((spans) => windowStarts(spans, slotMinutes)));
  if (starts.size === 0) throw noWindow("hours", slotMinutes);
  checkPools("capacity", capacity);
  for (const [date, day] of Object.entries(days)) {
    if (Object.hasOwn(closures, date))
      throw new InvalidConfigError(`days.${date}`, "expected a date that is not one of the closures");
    const length = day.slotMinutes ?? slotMinutes;
    const ofDay = windowStarts(day.hours, length);
    if (ofDay.length === 0) throw noWindow(`days.${date}.hours`, length);
    if (day.capacity !== undefined) checkPools(`days.${date}.capacity`, day.capacity);
    else for (const start of ofDay) starts.add(start);
  }
  checkFormerPools(office);
  checkRules(office);
  checkQuietHours(office);
  for (const [start, pools] of Object.entries(windowCapacity)) {
    const path = `windowCapacity.${start}`;
    if (!starts.has(start)) throw new InvalidConfigError(path, "expected the start of a window");
    checkPools(path, pools);
  }
}

function checkQuietHours({ rules }: Office): void {
  if (rules.quietHours === undefined) return;
  const [from, to] = [minutesOf(rules.quietHours), minutesOf(rules.quietHours.slice(6))];
  const awake = (1440 + from - to) % 1440;
  const least = Math.min(rules.offerMinutes, 60);
  if (awake < least)
    throw new InvalidConfigError(
      "rules.quietHours",
      `expected hours that leave at least ${least} minutes of a day, in which offers run`,
    );
}

function checkRules({ rules }: Office): void {
  const aheadMinutes = (rules.opensDaysBefore + 1) * 1440;
  if (rules.noticeMinutes >= aheadMinutes)
    throw new InvalidConfigError(
      "rules.noticeMinutes",
      `expected less than the ${aheadMinutes} minutes of the days that may be booked, or no window is ever given`,
    );
  if ((rules.longestHoldMinutes ?? rules.holdMinutes) < rules.holdMinutes)
    throw new InvalidConfigError(
      "rules.longestHoldMinutes",
      `expected at least the ${rules.holdMinutes} minutes of a hold, holdMinutes`,
    );
}

function checkFormerPools({ capacity, windowCapacity, days, formerPools }: Office): void {
  const all = [capacity, ...Object.values(windowCapacity), ...Object.values(days).map((day) => day.capacity)];
  const pools = new Set(all.flatMap((some = {}) => Object.keys(some)));
  for (const [former, pool] of Object.entries(formerPools)) {
    if (pools.has(former))
      throw new InvalidConfigError(`formerPools.${former}`, "expected a pool that the office has no more");
    if (!pools.has(pool))
      throw new InvalidConfigError(`formerPools.${former}`, "expected one of the office's pools");
  }
}

function checkPools(path: string, pools: PoolCapacities): void {
  for (const [name, pool] of Object.entries(pools)) {
    if (typeof pool === "number") continue;
    if (pool.opensTo === name || !Object.hasOwn(pools, pool.opensTo))
      throw new InvalidConfigError(`${path}.${name}.opensTo`, "expected another of these pools");
  }
}

function noWindow(path: string, minutes: number): InvalidConfigError {
  return new InvalidConfigError(path, `expected hours that fit a window of ${minutes} minutes`);
}
