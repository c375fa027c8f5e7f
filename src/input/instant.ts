/** Lengths of time as instants are written, in milliseconds. */
export const minute = 60_000;
export const hour = 3_600_000;
export const day = 86_400_000;
const latest = /* @__PURE__ */ Date.UTC(10_000, 0);

/** Whether a value is an instant of the years 1970 to 9999 in epoch milliseconds; a fraction is let pass. */
export function isInstant(value: unknown): value is number {
  return typeof value === "number" && value >= 0 && value < latest;
}
