import type { Grounds } from "../grounds.js";
import type { Count } from "../records.js";

/** What was counted within a time; what a clock ahead has counted is none. */
export function countSince(
  counted: Count | undefined,
  withinMs: number,
  { now, clockToleranceMs }: Pick<Grounds, "now" | "clockToleranceMs">,
): Count {
  const isOf =
    counted !== undefined && counted.since > now - withinMs && counted.since <= now + clockToleranceMs;
  return isOf ? counted : { count: 0, since: now };
}
