import {
  type BookingWindow,
  bookingWindow,
  comingSlots,
  largestParty,
  runningSlots,
} from "../../allocation/free-slots.js";
import type { Slot } from "../../office/calendar.js";
import { inOrderMade } from "../arrival.js";
import type { Booking } from "../booking.js";
import type { Grounds } from "../grounds.js";
import type { LimitRefusal, NotOffered } from "../outcomes.js";
import type { PartyRequest, Wish } from "../requests.js";
import { refuseByVisits } from "./past-visits.js";

/** What an office never gives, or not now, or not on that date, however empty it is. */
export function refuseByOffice(wish: Wish, now: number): NotOffered | undefined {
  const { calendar, pool } = wish;
  return (
    refuseParty(wish, largestParty(calendar, pool), calendar.largest) ??
    (wish.override?.includes("intake-hours") ? undefined : refuseByIntake(wish, now)) ??
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
  const { calendar, date, pool } = wish;
  const kind = "outside-booking-window";
  const isNear = wish.override?.includes("notice") === true;
  const span = { ...bookingWindow(calendar, now), ...(isNear && { from: calendar.firstDate(now) }) };
  const day = calendar.day(date);
  const isOver = day.kind === "open" && day.slots.every(({ start }) => start <= now);
  if (date < calendar.firstDate(now)) return { kind, reason: "past", ...span };
  if (date < span.from) return { kind, reason: isOver ? "day-is-over" : "too-late", ...span };
  if (date > span.until) return { kind, reason: "too-far-ahead", ...span, opensAt: calendar.opensAt(date) };
  if (day.kind === "closed") return { kind: "office-closed", ...(day.reason && { reason: day.reason }) };
  const coming = isNear ? runningSlots(calendar, date, now) : comingSlots(calendar, date, now);
  return (
    refuseParty(wish, day.largest.get(pool), day.largest) ??
    refuseByWindow(wish, day.slots, coming, span, now)
  );
}

/** `coming` are those of the day's slots that may still be asked for. */
function refuseByWindow(
  { window }: Wish,
  slots: readonly Slot[],
  coming: readonly Slot[],
  span: BookingWindow,
  now: number,
): NotOffered | undefined {
  if (coming.some((slot) => window === undefined || slot.window === window)) return undefined;
  const kind = "outside-booking-window";
  const isOver = slots.every(({ start }) => start <= now);
  if (coming.length === 0) return { kind, reason: isOver ? "day-is-over" : "too-late", ...span };
  const asked = slots.find((slot) => slot.window === window);
  if (asked !== undefined)
    return { kind, reason: asked.start <= now ? "window-is-over" : "too-late", ...span };
  return { kind: "window-not-offered", window: window ?? "", windows: coming.map((slot) => slot.window) };
}

/** C4: live bookings are counted over all offices; what gives way to the new one does not count. */
export function refuseByLimits(
  { people, sender, by, calendar, date, override }: Omit<PartyRequest, "key" | "fingerprint">,
  { bookings, calendars, now }: Pick<Grounds, "bookings" | "calendars" | "now">,
  givesWay?: Booking,
): LimitRefusal | undefined {
  if (override?.includes("limits")) return undefined;
  const { bookingsPerPerson, bookingsPerSender } = calendar.office.rules;
  for (const person of people) {
    const past = refuseByVisits(bookings.visitsOf(person.key), { calendar, date, now, givesWay });
    if (past !== undefined) return past;
    const live = counted(bookings.liveOf(person.key), calendars, givesWay);
    if (live.length < bookingsPerPerson) continue;
    const [own] = live.filter((booking) => by !== "applicant" || booking.sender === sender).sort(inOrderMade);
    return { kind: "person-has-booking", ...(own && { booking: own }) };
  }
  const live = counted(bookings.liveFrom(sender), calendars, givesWay);
  return live.length < bookingsPerSender ? undefined : { kind: "sender-limit", limit: bookingsPerSender };
}

/**
 * Who waits for another day on top of a booking has one booking that is to be moved; what somebody has at an office that
 * serves nobody any more is nothing.
 */
function counted(
  live: readonly Booking[],
  calendars: Grounds["calendars"],
  givesWay: Booking | undefined,
): readonly Booking[] {
  if (live.length === 0) return live;
  const codes = new Set(live.map(({ code }) => code));
  return live.filter(
    (booking) =>
      booking !== givesWay &&
      calendars.get(booking.officeId)?.office.closed !== true &&
      !(booking.replaces !== undefined && codes.has(booking.replaces)),
  );
}
