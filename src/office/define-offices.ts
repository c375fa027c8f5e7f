import { InvalidConfigError } from "../errors.js";
import { defineOffice } from "./define-office.js";
import type { Office, OfficeConfig } from "./office.js";

/** What `defineOffices` takes: plain JSON. */
export interface OfficesConfig {
  /** What every office has that does not say otherwise; `rules`, `closures` and `days` are joined key by key. */
  readonly defaults?: Partial<Omit<OfficeConfig, "id">>;
  readonly offices: readonly Partial<OfficeConfig>[];
}

const joined = ["rules", "closures", "days"] as const;

/**
 * Defines offices that have much in common: each is `defaults` with its own settings over them.
 * @throws InvalidConfigError with the path of what is wrong, `offices[3].hours.mon[0]`.
 * @example
 * const offices = defineOffices({
 *   defaults: { timeZone: "Asia/Jakarta", hours: { mon: ["08:00-12:00"] }, slotMinutes: 30, capacity: 20 },
 *   offices: [{ id: "bogor", name: "Bogor" }, { id: "bali", name: "Bali", timeZone: "Asia/Makassar" }],
 * });
 */
export function defineOffices(config: OfficesConfig): readonly Office[] {
  const { defaults = {}, offices, ...others } = checkRecord(config, "");
  for (const other of Object.keys(others))
    throw new InvalidConfigError(other, "unknown setting; check its spelling");
  checkRecord(defaults, "defaults");
  if (!Array.isArray(offices) || offices.length === 0)
    throw new InvalidConfigError("offices", "expected a list of offices");
  const defined = new Map<string, Office>();
  for (const [index, own] of offices.entries()) {
    const path = `offices[${index}]`;
    const office = define(defaults, checkRecord(own, path), path);
    if (defined.has(office.id))
      throw new InvalidConfigError(`${path}.id`, `expected another id, found "${office.id}" twice`);
    defined.set(office.id, office);
  }
  return Object.freeze([...defined.values()]);
}

function define(
  defaults: NonNullable<OfficesConfig["defaults"]>,
  own: Partial<OfficeConfig>,
  path: string,
): Office {
  const config: Record<string, unknown> = { ...defaults, ...own };
  for (const key of joined)
    if (isRecord(defaults[key]) && isRecord(own[key])) config[key] = { ...defaults[key], ...own[key] };
  if (isRecord(config.closures) && isRecord(own.days)) {
    const ownClosures: Readonly<Record<string, unknown>> = isRecord(own.closures) ? own.closures : {};
    const isTakenBack = (date: string) => date in (own.days ?? {}) && !(date in ownClosures);
    config.closures = Object.fromEntries(
      Object.entries(config.closures).filter(([date]) => !isTakenBack(date)),
    );
  }
  try {
    return defineOffice(config as unknown as OfficeConfig); // decoded: it is checked there
  } catch (error) {
    if (!(error instanceof InvalidConfigError)) throw error;
    const from = isSaidBy(own, error.path) || !isSaidBy(defaults, error.path) ? path : "defaults";
    throw new InvalidConfigError(`${from}.${error.path}`, error.message.replace(`${error.path}: `, ""));
  }
}

/** Whether a wrong setting stands at this path of the config. */
function isSaidBy(config: Readonly<Record<string, unknown>>, path: string): boolean {
  const [first = "", second = ""] = path.split(/[.[]/);
  const value = config[first];
  return joined.some((key) => key === first) && isRecord(value) ? second in value : first in config;
}

function checkRecord<T>(value: T, path: string): T {
  if (!isRecord(value)) throw new InvalidConfigError(path, "expected an object");
  return value;
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
