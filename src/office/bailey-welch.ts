import { InvalidConfigError } from "../errors.js";
import { checkSettings } from "../input/check-settings.js";
import { found } from "../input/found.js";
import { aNumber, aText } from "../input/shape.js";
import { isWindowTime } from "./opening-hours.js";

export interface BaileyWelchDay {
  /** Places of an ordinary window. */
  readonly places: number;
  /** Local starts of the day's first and last window, `08:00` and `14:30`. */
  readonly first: string;
  readonly last: string;
  /** How many places move from the last window to the first, 1 to `places` - 1. */
  readonly extra: number;
}

/**
 * A `windowCapacity` that asks some people of the last window to come first, so that nobody at the counters waits
 * for somebody who is late, and the day has as many places as before (Welch and Bailey, The Lancet, 1952).
 * @throws InvalidConfigError
 * @example
 * const windowCapacity = baileyWelch({ places: 20, first: "08:00", last: "14:30", extra: 4 });
 */
export function baileyWelch(day: BaileyWelchDay): Readonly<Record<string, number>> {
  checkSettings(day, { places: aNumber, first: aText, last: aText, extra: aNumber });
  const { places, first, last, extra } = day;
  if (!Number.isInteger(places) || places < 2 || places > 10_000)
    throw new InvalidConfigError("places", `expected a whole number from 2 to 10000, found ${places}`);
  if (!Number.isInteger(extra) || extra < 1 || extra >= places)
    throw new InvalidConfigError("extra", `expected a whole number from 1 to ${places - 1}, found ${extra}`);
  for (const [name, start] of Object.entries({ first, last }))
    if (!isWindowTime(start))
      throw new InvalidConfigError(name, `expected a local time such as 08:00, found ${found(start)}`);
  if (!(first < last))
    throw new InvalidConfigError("last", `expected a window after the first, ${first}, found ${last}`);
  return { [first]: places + extra, [last]: places - extra };
}
