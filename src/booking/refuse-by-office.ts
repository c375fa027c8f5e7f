import { bookingWindow } from "../allocation/booking-window.js";
import { comingSlots, largestParty } from "../allocation/open-slots.js";
import type { NotOffered } from "./outcomes.js";
import type { Wish } from "./requests.js";

/** What an office never gives, or not now, or not on that date, however empty it is. */
export function refuseByOffice(wish: Wish, now: number): NotOffered | undefined {
  const { calendar, pool } = wish;
  return (
    refuseParty(wish, largestParty(calendar, pool), calendar.largest) ??
    refuseByIntake(wish, now) ??
    refuseByDate(wish, now)
  );
}

function refuseParty(
  { pool, places }: Wish,
  largest: number | undefined,
  pools: ReadonlyMap<string, number>,
): NotOffered | undefined {
  if (largest === undefined) return { kind: "pool-not-offered", pool, pools: [...pools.keys()] };
  return places > largest ? { kind: "party-too-large", places, largest } : undefined;
}

function refuseByIntake({ calendar }: Wish, now: number): NotOffered | undefined {
  const opensAt = calendar.intakeFrom(now);
  return opensAt > now ? { kind: "outside-intake-hours", opensAt } : undefined;
}

function refuseByDate(wish: Wish, now: number): NotOffered | undefined {
  const { calendar, date, pool, window } = wish;
  const kind = "outside-booking-window";
  const span = bookingWindow(calendar, now);
  if (date < span.from) return { kind, reason: date < calendar.dateAt(now) ? "past" : "too-late", ...span };
  if (date > span.until) return { kind, reason: "too-far-ahead", ...span, opensAt: calendar.opensAt(date) };
  const day = calendar.day(date);
  if (day.kind === "closed") return { kind: "office-closed", ...(day.reason && { reason: day.reason }) };
  const party = refuseParty(wish, day.largest.get(pool), day.largest);
  if (party !== undefined) return party;
  const coming = comingSlots(calendar, date, now);
  if (coming.some((slot) => window === undefined || slot.window === window)) return undefined;
  if (window !== undefined && !day.slots.some((slot) => slot.window === window))
    return { kind: "window-not-offered", window, windows: day.slots.map((slot) => slot.window) };
  const isOver = day.slots.every(({ start }) => start <= now);
  return { kind, reason: isOver ? "day-is-over" : "too-late", ...span };
}
