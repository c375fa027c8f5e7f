import { InvalidConfigError } from "../errors.js";

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
 */
export function baileyWelch({
  places,
  first,
  last,
  extra,
}: BaileyWelchDay): Readonly<Record<string, number>> {
  if (!Number.isInteger(extra) || extra < 1 || extra >= places)
    throw new InvalidConfigError("extra", `expected a whole number from 1 to ${places - 1}`);
  if (!(first < last)) throw new InvalidConfigError("last", "expected a window after the first");
  return { [first]: places + extra, [last]: places - extra };
}
