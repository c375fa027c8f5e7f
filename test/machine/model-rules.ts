import { lasts, reschedules } from "./machine-office.js";
import type { ModelBooking } from "./model-booking.js";

/** Why people may not move a visit themselves. */
export function refusedMove({ isUsed, moves }: ModelBooking): "visit-over" | "reschedule-limit" | undefined {
  if (isUsed) return "visit-over";
  return moves >= reschedules ? "reschedule-limit" : undefined;
}

/** What a hold may last for in all; a correction goes on with it. */
export function latestEnd({ since, expiresAt }: ModelBooking): number {
  return Math.max(expiresAt, since + lasts.longestHold);
}

/** The hold that a second request corrects: that of the asked date, else one that is no offer on top of another. */
export function correctedHold(live: readonly ModelBooking[], date: string): ModelBooking | undefined {
  const held = live.filter(({ state }) => state === "held");
  const isOnTop = ({ replaces }: ModelBooking) => held.some(({ code }) => code === replaces);
  return held.find((one) => one.date === date) ?? held.find((one) => !isOnTop(one));
}

/** Whether somebody waits on top of it, or it waits on top of another. */
export function isMoving({ code, replaces }: ModelBooking, live: readonly ModelBooking[]): boolean {
  return live.some((other) => other.replaces === code || other.code === replaces);
}
